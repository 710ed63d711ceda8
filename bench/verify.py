"""The cost of verification: reading and judging a reference, and asking about thousands of them.

Registries are fakes on loopback, so that the figures are ours and not the network's. ``--rate`` is what the fake of
Crossref allows in a second; it counts what comes faster.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.measure import run
from lint.verification.asking.journal import NAME as JOURNAL
from lint.verification.collecting import collect
from lint.verification.judging import Held
from lint.verification.lock import NAME, read
from tests.verification.fakes import Registries
from tests.verification.works import entry, many, publication

AN_ARTICLE = 25
COPYDESK = (sys.executable, "-m", "lint.cli", "verify", "--quiet")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--references", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--rate", type=int, default=1_000)
    given = parser.parse_args()
    for count in given.references:
        with tempfile.TemporaryDirectory() as folder:
            for line in _figures(Path(folder), count, given.rate):
                print(line, flush=True)


def _figures(folder: Path, count: int, rate: int) -> Iterator[str]:
    works = many(count)
    with Registries() as fakes:
        fakes.crossref.rate, fakes.crossref.limit = (rate, "1s"), (rate, 1.0)
        fakes.add(*works)
        entries = [entry(work) for work in works]
        publication(folder, fakes, *(entries[at : at + AN_ARTICLE] for at in range(0, count, AN_ARTICLE)))
        yield f"{count:,} references, {rate:,} requests a second allowed"
        yield _stopped(folder)
        asked = run(COPYDESK, folder)
        requests = sum(one.path.startswith("/works/") for one in fakes.crossref.asked)
        yield f"  asking      {count / asked.wall:8,.0f} a second, peak memory {asked.memory / 1e6:.0f} MB"
        yield f"  requests    {requests:8,}, of them over the limit {fakes.crossref.over}"
    again = run(COPYDESK, folder)
    yield f"  nothing due {again.wall:8.2f} s, peak memory {again.memory / 1e6:.0f} MB"
    yield from _judging(folder, count)


def _stopped(folder: Path, least: int = 100) -> str:
    """A run that is killed; the one that is measured goes on from there."""
    journal = folder / JOURNAL
    process = subprocess.Popen(COPYDESK, cwd=folder)
    while process.poll() is None and _lines(journal) < least:
        time.sleep(0.05)
    process.kill()
    process.wait()
    return f"  killed, {_lines(journal):,} answers were kept"


def _lines(path: Path) -> int:
    return path.read_bytes().count(b"\n") if path.exists() else 0


def _judging(folder: Path, count: int) -> Iterator[str]:
    paths = sorted(map(str, (folder / "articles").glob("*.md")))
    start = time.process_time()
    collected = next(collect(iter(paths)))
    yield f"  reading     {_each(start, count)} a reference (with its article)"
    start = time.process_time()
    held = Held(read(folder / NAME), None, NAME)
    verdicts = sum(len(held.evidence(source.reference)) for source in collected.sources)
    yield f"  judging     {_each(start, count)} a reference ({verdicts:,} verdicts; the lock read once)"


def _each(start: float, count: int) -> str:
    return f"{(time.process_time() - start) / count * 1000:8.3f} ms"


if __name__ == "__main__":
    main()
