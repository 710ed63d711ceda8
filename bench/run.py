"""Prints how fast the linter is: throughput on a generated corpus, start-up, peak memory, and where the time goes."""

import argparse
import os
import platform
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from measure import Command, Run, Runs, measure, run

HERE = Path(__file__).resolve().parent
COPYDESK = Path(sysconfig.get_path("scripts")) / "copydesk"
TODAY = "2026-11-22"
"""The day on which a generated corpus is up to date."""
TARGETS = {"copydesk --version": 1.5, "copydesk check, one article, again": 2.5}
"""How many times as long as ``import click`` each may take."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1000, help="size of the corpus [1000]")
    parser.add_argument("--seed", type=int, default=1, help="seed of the corpus [1]")
    parser.add_argument("--times", type=int, default=5, help="runs of each command [5]")
    parser.add_argument("--corpus", type=Path, help="a folder of articles instead of a generated corpus")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        corpus = given.corpus or _generate(Path(folder) / "corpus", given.articles, given.seed)
        for line in report(corpus.resolve(), given.times):
            print(line, flush=True)
        subprocess.run([sys.executable, HERE / "stages.py", corpus], check=True)


def _generate(out: Path, articles: int, seed: int) -> Path:
    """A corpus with a history; made by a process of its own, so that this one stays small."""
    command: Command = [sys.executable, HERE / "corpus.py", out, f"--articles={articles}", f"--seed={seed}", "--git"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return out


def report(corpus: Path, times: int) -> Iterator[str]:
    """The lines of the report."""
    files = sorted(path for path in corpus.rglob("*.md") if ".git" not in path.parts)
    size = sum(path.stat().st_size for path in files)
    yield f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}"
    yield f"{len(files):,} articles, {size / 1e6:.1f} MB; medians of {times} runs\n"

    check: Command = [COPYDESK, "check", "--exit-zero", "--today", TODAY]
    whole = measure({"all": [*check, "--no-cache"]}, times, corpus)["all"]
    yield "Throughput (nothing cached)"
    yield f"  {len(files) / whole.wall:8,.0f} articles/s   {size / 1e6 / whole.wall:.2f} MB/s"
    yield f"  {_seconds(whole)}\n"

    yield "With the cache"
    yield from _cached(files, check, times, corpus)

    yield "Start-up"
    small = min(files, key=lambda path: path.stat().st_size)
    yield from _startup(small, [*check, small], times, corpus)


def _cached(files: list[Path], check: Command, times: int, corpus: Path) -> Iterator[str]:
    cache = corpus / ".copydesk_cache"
    shutil.rmtree(cache, ignore_errors=True)
    time.sleep(0.1)  # files that were written a moment ago may change unseen, so their times count for nothing yet
    yield f"  {'first run':<28} {_seconds(Runs((run(check, corpus),)))}"
    yield f"  {'nothing changed':<28} {_seconds(measure({'': check}, times, corpus)[''])}"
    otherwise = [*check, "--output", os.devnull]
    yield f"  {'asked otherwise':<28} {_seconds(measure({'': otherwise}, times, corpus)[''])}"
    changed = [_after_changes(files[:: max(len(files) // 10, 1)][:10], check, corpus) for _ in range(times)]
    yield f"  {'10 articles changed':<28} {_seconds(Runs(tuple(changed)))}"
    size = sum(path.stat().st_size for path in cache.iterdir())
    yield f"  size: {size / len(files) / 1000:.1f} kB an article\n"


def _after_changes(files: list[Path], check: Command, corpus: Path) -> Run:
    """A run after each of the files has grown by a line."""
    texts = [path.read_bytes() for path in files]
    for path, text in zip(files, texts, strict=True):
        path.write_bytes(text + b"\nMore.\n")
    time.sleep(0.1)
    try:
        return run(check, corpus)
    finally:
        for path, text in zip(files, texts, strict=True):
            path.write_bytes(text)
        run(check, corpus)


def _startup(small: Path, check: Command, times: int, corpus: Path) -> Iterator[str]:
    commands: dict[str, Command] = {
        "python -c pass": [sys.executable, "-c", "pass"],
        'python -c "import click"': [sys.executable, "-c", "import click"],
        "copydesk --version": [COPYDESK, "--version"],
        "copydesk check, one article": [*check, "--no-cache"],
        "copydesk check, one article, again": check,
    }
    found = measure(commands, times * 4, corpus)
    base = found['python -c "import click"'].wall
    for name, runs in found.items():
        target = f" (at most {TARGETS[name]})" if name in TARGETS else ""
        yield f"  {name:<34} {runs.wall / base:5.2f} × import click{target:<14} {_seconds(runs)}"
    yield f"  the article: {small.stat().st_size / 1000:.1f} kB\n"


def _seconds(runs: Runs) -> str:
    least, middle, most = (f"{wall * 1000:,.0f}" for wall in runs.walls)
    return f"{least} / {middle} / {most} ms, processor {runs.processor * 1000:,.0f} ms, peak {runs.memory / 1e6:.0f} MB"


if __name__ == "__main__":
    main()
