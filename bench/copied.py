"""Measures `copied-passage`: what it finds of copied passages, what it wrongly finds, how it grows with the corpus.

The evaluation writes small articles and checks them as `copydesk check` does. The scale runs the index alone, on
passages whose words are as unevenly common as in English; each size in a process of its own, so that its memory is its
own.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from random import Random

from generated.alike import CHANGES, article, independent, passage

SIZES = (10_000, 20_000, 50_000, 100_000)
PER_ARTICLE = 10
WORDS = 60
SYLLABLES = ("ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "wo", "ya", "ze")
VOCABULARY = [a + b + c for a in SYLLABLES for b in SYLLABLES for c in SYLLABLES]
COMMON = list(accumulate(1 / rank for rank in range(1, len(VOCABULARY) + 1)))
STOCK = "talk to your doctor before you change anything about your treatment"
COPIED = 50
"""One article in so many holds a passage of the one before it."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--each", type=int, default=100, help="passages of each kind in the evaluation [100]")
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES, help="passages in the index")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    lines = _one(given.one) if given.one else report(given.each, given.sizes)
    for line in lines:
        print(line, flush=True)


def report(each: int, sizes: list[int]) -> Iterator[str]:
    """The lines of the report."""
    if each:
        yield f"Found of copied passages ({each} of each kind, medians of 55 words)"
        yield from _evaluation(each)
    if sizes:
        yield f"\nThe index alone, passages of {WORDS} words, one article in {COPIED} with a copy of an edited passage"
        yield f"  {'passages':>9}  {'facts':>7}  {'index':>7}  {'search':>7}  {'whole':>7}  {'memory':>7}  found"
        for size in sizes:
            command = [sys.executable, str(Path(__file__)), "--one", str(size)]
            said = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
            yield f"  {size:9,}  {said}"


def _evaluation(each: int) -> Iterator[str]:
    from lint.run import Request, run

    with tempfile.TemporaryDirectory() as folder:
        expected = dict(_written(Path(folder), each))
        request = Request(today=date(2026, 11, 22), paths=(folder,), select=("copied-passage",))
        findings = run(request).report.findings
    found = {Path(finding.path).name for finding in findings}
    right = len(found & expected.keys())
    for kind in CHANGES:
        names = [name for name, made in expected.items() if made == kind]
        yield f"  {sum(name in found for name in names) / len(names):6.0%}  {kind}"
    yield f"  {len(found - expected.keys()) / (2 * each):6.0%}  independent passages on one topic (false alarms)"
    yield f"  precision {right / max(1, len(found)):.1%}, recall {right / len(expected):.1%}"


def _written(folder: Path, each: int) -> Iterator[tuple[str, str]]:
    """Writes the articles; yields the names of those that hold a copy, each with its kind."""
    for number in range(each):
        for kind, change in CHANGES.items():
            random = Random(f"{kind}:{number}")
            original = passage(random)
            name = f"{kind.replace(' ', '-')}-{number}"
            (folder / f"{name}-original.md").write_text(article(random, "2026-01-05", original))
            (folder / f"{name}-copy.md").write_text(article(random, "2026-03-09", change(random, original)))
            yield f"{name}-copy.md", kind
        for index, text in enumerate(independent(Random(number), 2)):
            (folder / f"own-{number}-{index}.md").write_text(
                article(Random(f"own:{number}:{index}"), "2026-02-01", text)
            )


def _one(size: int) -> Iterator[str]:
    """Indexes and searches so many passages; one line of figures."""
    from lint.passages.compare import compare
    from lint.passages.facts import of_texts
    from lint.passages.index import Index

    used = facts = 0.0
    kept = {}
    for number in range(size // PER_ARTICLE):
        texts = _texts(number)
        start = time.perf_counter()
        kept[str(number)] = of_texts(texts)
        facts += time.perf_counter() - start
    start = time.perf_counter()
    index = Index(kept)
    used = time.perf_counter() - start
    start, made, found = time.perf_counter(), 0.0, set()
    for path in kept:
        for near in index.near(path):
            before = time.perf_counter()
            own, other = _texts(int(path))[near.own], _texts(int(near.path))[near.other]
            made += time.perf_counter() - before
            shared = compare(own, other)
            if shared.shared >= 15 and shared.share >= 0.15 and shared.words >= 8:
                found.add(frozenset((path, near.path)))
    search = time.perf_counter() - start - made
    memory = _memory() / 1e6
    copies = sum(number % COPIED == 1 for number in range(size // PER_ARTICLE))
    yield (
        f"{facts:6.1f}s  {used:6.1f}s  {search:6.1f}s  {facts + used + search:6.1f}s  {memory:4.0f} MB"
        f"  {len(found):,} of {copies:,}"
    )


@lru_cache(maxsize=256)
def _texts(number: int) -> list[str]:
    """The passages of an article; made anew when they are asked for, as a real run reads them anew."""
    random = Random(number)
    texts = [" ".join(random.choices(VOCABULARY, cum_weights=COMMON, k=WORDS)) for _ in range(PER_ARTICLE)]
    texts[0] += f" {STOCK}"
    if number % COPIED == 1:
        words = _texts(number - 1)[1].split()
        words[random.randrange(WORDS)] = "changed"
        texts[1] = " ".join(words[8:])
    return texts


def _memory() -> int:
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


if __name__ == "__main__":
    main()
