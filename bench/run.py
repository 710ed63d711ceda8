"""Measures the linter, alone or beside others: cold, warm, one article, ten changed, memory, growth, a profile.

`--write` makes docs/performance.md of it.
"""

import argparse
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import document
import others
from measure import Command, Job, Runs, measure
from targets import AGAIN, Figures, rows

HERE = Path(__file__).resolve().parent
COPYDESK = Path(sysconfig.get_path("scripts")) / "copydesk"
TODAY = "2026-11-22"
"""The day on which a generated corpus is up to date."""
CACHE = ".copydesk_cache"
CHANGED = 10
LARGE = (20_000, 50_000)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", help="articles of your own instead of a generated corpus")
    parser.add_argument(
        "--articles", type=int, nargs="+", default=[1000, 5000], help="sizes of the corpora [1000 5000]"
    )
    parser.add_argument(
        "--large", type=int, nargs="*", default=[], help="these sizes too, for Copydesk and rumdl alone [20000 50000]"
    )
    parser.add_argument("--seed", type=int, default=1, help="seed of the corpora [1]")
    parser.add_argument("--times", type=int, default=5, help="runs of each command [5]")
    parser.add_argument("--slow", type=float, default=60, help="what takes longer than these seconds runs once [60]")
    parser.add_argument("--peers", action="store_true", help="beside other linters, installed into bench/peers/")
    parser.add_argument("--write", action="store_true", help="write docs/performance.md")
    given = parser.parse_args()
    if given.large == [] and "--large" in sys.argv:
        given.large = list(LARGE)
    lines = []
    for line in report(given):
        print(line, flush=True)
        lines.append(line)
    if given.write:
        document.write(lines, f"bench/run.py {' '.join(one for one in sys.argv[1:] if one != '--write')}".strip())


def report(given: argparse.Namespace) -> Iterator[str]:
    """The lines of the report, in markdown."""
    trouble = list(others.install()) if given.peers else []
    yield from document.machine(given.times, given.slow, list(others.versions()) if given.peers else [])
    yield from (f"- Not measured: {what}." for what in trouble)
    figures = Figures()
    with tempfile.TemporaryDirectory() as folder:
        for corpus in _corpora(given, Path(folder)):
            yield from _corpus(corpus, given, figures)
            last = corpus
        yield from _start(given, figures, Path(folder))
        yield from _large(given, figures, Path(folder))
        yield "\n## What was to be reached\n"
        yield from rows(figures)
        yield "\n## Where the time goes\n"
        yield from _said("stages.py", str(last.path))
        if given.write:
            yield "\n## Copied passages\n"
            yield from _said("copied.py")
            yield "\n## Watching, from a save to what is said of it\n"
            yield from _said("watch.py")


def _said(script: str, *options: str) -> Iterator[str]:
    """What another script of the bench prints."""
    yield "```text"
    command = [sys.executable, str(HERE / script), *options]
    yield subprocess.run(command, check=True, capture_output=True, text=True).stdout.rstrip()
    yield "```"


@dataclass(slots=True)
class Corpus:
    """A folder of articles."""

    path: Path
    files: list[Path] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.files = sorted(path for path in self.path.rglob("*.md") if ".git" not in path.parts)

    @property
    def size(self) -> int:
        return sum(path.stat().st_size for path in self.files)

    @property
    def cache(self) -> int:
        """The size of our cache, in bytes."""
        return sum(path.stat().st_size for path in self.path.rglob("*") if CACHE in path.parts and path.is_file())

    def change(self) -> None:
        """Changes ten articles, spread over all of them, in another way each time."""
        number = next(_NUMBERS)
        for path in self.files[:: max(1, len(self.files) // CHANGED)][:CHANGED]:
            text = path.read_text("utf-8").partition("\nChange number ")[0]
            path.write_text(f"{text}\nChange number {number}.\n", "utf-8")


_NUMBERS = count()


def _corpora(given: argparse.Namespace, folder: Path) -> Iterator[Corpus]:
    """One after another; a folder of one's own is copied, so that no cache is left in it."""
    if given.folder:
        yield Corpus(Path(shutil.copytree(given.folder, folder / "articles", symlinks=True)))
        return
    for articles in given.articles:
        yield Corpus(_generate(folder / str(articles), articles, given.seed))


def _generate(out: Path, articles: int, seed: int) -> Path:
    """A corpus with a history; made by a process of its own, so that this one stays small."""
    command: Command = [sys.executable, HERE / "corpus.py", out, f"--articles={articles}", f"--seed={seed}", "--git"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return out


def _has_cache() -> bool:
    command = [COPYDESK, "check", "--help"]
    return "--no-cache" in subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _ours(corpus: Corpus, *options: str | Path) -> Job:
    return Job([COPYDESK, "check", "--exit-zero", "--today", TODAY, *options], corpus.path)


def _cold(corpus: Corpus) -> Job:
    return _ours(corpus, *(["--no-cache"] if _has_cache() else []))


def _corpus(corpus: Corpus, given: argparse.Namespace, figures: Figures) -> Iterator[str]:
    articles = len(corpus.files)
    yield f"\n## {articles:,} articles, {corpus.size / 1e6:.1f} MB\n"
    found = measure(
        {"copydesk": _cold(corpus), **(others.jobs(corpus.path) if given.peers else {})}, given.times, given.slow
    )
    figures.cold[articles] = found
    yield f"Cold: nothing cached. Copydesk: {articles / found['copydesk'].wall:,.0f} articles/s.\n"
    yield from _table(found)
    if not _has_cache():
        yield "\nWarm: not measured, this version keeps no cache."
        return
    cached = others.cached(corpus.path) if given.peers else {}
    found = figures.warm[articles] = measure({"copydesk": _ours(corpus), **cached}, given.times, given.slow)
    figures.cache[articles] = corpus.cache
    yield f"\nWarm: nothing has changed. The cache of Copydesk holds {corpus.cache / 1e6:.1f} MB.\n"
    yield from _table(found)
    if not given.folder:
        changing = {"copydesk": _ours(corpus), **cached}
        again = {name: Job(job.command, job.cwd, job.codes, corpus.change) for name, job in changing.items()}
        found = figures.changed[articles] = measure(again, given.times, given.slow)
        yield f"\n{CHANGED} articles changed, the others cached.\n"
        yield from _table(found)


def _start(given: argparse.Namespace, figures: Figures, folder: Path) -> Iterator[str]:
    corpus = Corpus(_generate(folder / "small", 20, given.seed))
    small = min(corpus.files, key=lambda path: path.stat().st_size)
    jobs = {
        "python -c pass": Job([sys.executable, "-c", "pass"], folder),
        'python -c "import click"': Job([sys.executable, "-c", "import click"], folder),
        "copydesk --version": Job([COPYDESK, "--version"], folder),
        "copydesk": Job([*_cold(corpus).command, small], corpus.path),
        AGAIN: Job([*_ours(corpus).command, small], corpus.path),
    }
    beside = others.jobs(corpus.path, [small]) if given.peers else {}
    figures.start = measure(jobs | beside, given.times * 2)
    yield f"\n## Whole processes, one article of {small.stat().st_size / 1000:.1f} kB\n"
    yield from _table(figures.start, 'python -c "import click"')


def _large(given: argparse.Namespace, figures: Figures, folder: Path) -> Iterator[str]:
    for articles in given.large:
        corpus = Corpus(_generate(folder / str(articles), articles, given.seed))
        rumdl = {name: job for name, job in others.jobs(corpus.path).items() if name == "rumdl"} if given.peers else {}
        found = figures.cold[articles] = measure({"copydesk": _cold(corpus), **rumdl}, min(given.times, 3), slow=120)
        yield f"\n## {articles:,} articles, {corpus.size / 1e6:.0f} MB\n\nCold.\n"
        yield from _table(found)
        if _has_cache():
            cached = others.cached(corpus.path) if given.peers else {}
            found = figures.warm[articles] = measure({"copydesk": _ours(corpus), **cached}, min(given.times, 3))
            figures.cache[articles] = corpus.cache
            yield f"\nWarm. The cache of Copydesk holds {corpus.cache / 1e6:.0f} MB.\n"
            yield from _table(found)
        shutil.rmtree(corpus.path)


def _table(found: dict[str, Runs], base: str = "copydesk") -> Iterator[str]:
    yield f"| | median | least – most | processor | memory | × {base.replace('python -c ', '')} | runs |"
    yield "|---|--:|--:|--:|--:|--:|--:|"
    for name, runs in found.items():
        least, middle, most = runs.walls
        yield (
            f"| {name} | {middle * 1000:,.0f} ms | {least * 1000:,.0f} – {most * 1000:,.0f} ms"
            f" | {runs.processor * 1000:,.0f} ms | {runs.memory / 1e6:,.0f} MB"
            f" | {middle / found[base].wall:.2f} | {len(runs.runs)} |"
        )


if __name__ == "__main__":
    main()
