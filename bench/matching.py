"""Measures the matching of entries with registry records on real works, and writes docs/matching.md."""

import argparse
import hashlib
import json
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from lint.article.blocks import blocks
from lint.article.references import from_block
from lint.finding import Span
from lint.verification.matching import Verdict, compare
from lint.verification.record import Author, Identifier, Record, Years

DATA = Path(__file__).resolve().parent / "data" / "matching"
HALVES = ("tuning", "held-out")
RIGHT = ("right", "right, varied")
WRONG = ("wrong year", "another edition's authors", "another work's DOI", "blended or invented")
KINDS = (*RIGHT, *WRONG)


class Pair(NamedTuple):
    """An entry as an author writes it, and what the registry says of the work that its identifier names."""

    kind: str
    variation: str
    half: str
    entry: str
    record: Record


def half(work: str) -> str:
    """Where a work belongs, by a hash of its identifier: nothing was tuned on the held-out half."""
    return HALVES[hashlib.sha256(work.encode()).digest()[0] % 2]


def pairs() -> Iterator[Pair]:
    """Every pair of the benchmark."""
    works = {work["id"]: record(work) for work in _lines("works.jsonl")}
    for pair in _lines("pairs.jsonl"):
        work = pair["work"]
        side = HALVES[0] if pair["variation"].startswith("by hand") else half(work)
        yield Pair(pair["kind"], pair["variation"], side, pair["entry"], works[work])


def record(work: dict[str, Any]) -> Record:
    """A work of the data as a registry's record."""
    years = work["years"]
    return Record(
        "the benchmark",
        identifiers=(Identifier("doi", work["id"]),) if work["id"].startswith("10.") else (),
        title=work["title"],
        authors=tuple(Author(*name) if len(name) == 2 else Author(collective=name[0]) for name in work["authors"]),
        years=Years(years[0], years[-1]),
        container=work["container"],
        abbreviations=tuple(work.get("abbreviations", ())),
        type="journal-article",
    )


def entry(text: str) -> dict[str, Any]:
    """An entry as the document has it, read from its markdown."""
    return from_block("1", blocks(text)[0], Span(0, len(text))).values


def judge(pair: Pair) -> Verdict:
    return compare(entry(pair.entry), pair.record)


def _lines(name: str) -> Iterator[dict[str, Any]]:
    yield from map(json.loads, (DATA / name).read_text("utf-8").splitlines())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", metavar="KIND", help="print the pairs of a kind in the tuning half that went wrong")
    given = parser.parse_args()
    everything = list(pairs())
    if given.show:
        for pair in everything:
            verdict = judge(pair)
            if (
                pair.half == HALVES[0]
                and pair.kind == given.show
                and (verdict.state == "mismatch") == (pair.kind in RIGHT)
            ):
                print(
                    f"{pair.variation} | {verdict.state} {[(d.field, d.how, d.written[:80], d.registered[:90]) for d in verdict.differences]}\n    {pair.entry[:300]}\n    {pair.record.title[:150]}"
                )
        return
    for side in HALVES[:1]:
        table = Counter((pair.kind, str(judge(pair).state)) for pair in everything if pair.half == side)
        print(side)
        for kind in KINDS:
            print(f"  {kind:28}", *(f"{state} {table[kind, state]:4}" for state in ("verified", "near", "mismatch")))
    start = time.perf_counter()
    entries = [entry(pair.entry) for pair in everything]
    middle = time.perf_counter()
    for one, pair in zip(entries, everything, strict=True):
        compare(one, pair.record)
    end = time.perf_counter()
    print(
        f"{(middle - start) / len(entries) * 1000:.2f} ms to read an entry, {(end - middle) / len(entries) * 1000:.2f} ms to compare"
    )


if __name__ == "__main__":
    main()
