"""Measures how entries are matched with registry records, and how they are read; writes docs/matching.md."""

import argparse
import hashlib
import json
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import references

from lint.article.blocks import blocks
from lint.article.references import from_block
from lint.finding import Span
from lint.verification.matching import Verdict, compare
from lint.verification.record import Author, Identifier, Record, Years

HERE = Path(__file__).resolve().parent
DATA = HERE / "data" / "matching"
PAGE = HERE.parent / "docs" / "matching.md"
BEGIN, END = "<!-- figures: python bench/matching.py --write -->", "<!-- /figures -->"
HALVES = ("tuning", "held-out")
RIGHT = ("right", "right, varied")
WRONG = ("wrong year", "another edition's authors", "another work's DOI", "blended or invented")
KINDS = (*RIGHT, *WRONG)
STATES = ("verified", "near", "mismatch")


class Pair(NamedTuple):
    """An entry as an author writes it, and what the registry says of the work that its identifier names."""

    kind: str
    variation: str
    half: str
    entry: str
    record: Record


class Score(NamedTuple):
    """What the goals are about. ``alarms`` and ``caught``: shares of the right and of the wrong pairs."""

    right: int
    alarms: float
    wrong: int
    caught: float


def pairs() -> Iterator[Pair]:
    """Every pair of the benchmark."""
    works = {work["id"]: record(work) for work in _lines("works.jsonl")}
    for pair in _lines("pairs.jsonl"):
        yield Pair(pair["kind"], pair["variation"], _half(pair), pair["entry"], works[pair["work"]])


def _half(pair: dict[str, Any]) -> str:
    """By a hash of the work, so that nobody chose; what was written by hand served for tuning."""
    by_hand = pair["variation"].startswith("by hand")
    return HALVES[0 if by_hand else hashlib.sha256(pair["work"].encode()).digest()[0] % 2]


def record(work: dict[str, Any]) -> Record:
    """A work of the data as a registry's record."""
    kind, _, value = work["id"].rpartition(":") if ":" in work["id"] else ("doi", "", work["id"])
    return Record(
        "the benchmark",
        identifiers=(Identifier(kind, value),) if kind in ("doi", "pmid") else (),  # type: ignore[arg-type]
        title=work["title"],
        authors=tuple(Author(*name) if len(name) == 2 else Author(collective=name[0]) for name in work["authors"]),
        years=Years(work["years"][0], work["years"][-1]),
        container=work["container"],
        abbreviations=tuple(work.get("abbreviations", ())),
        type="journal-article",
    )


def entry(text: str) -> dict[str, Any]:
    """An entry as the document has it, read from its markdown."""
    return from_block("1", blocks(text)[0], Span(0, len(text))).values


def judge(pair: Pair) -> Verdict:
    return compare(entry(pair.entry), pair.record)


def is_caught(pair: Pair, verdict: Verdict) -> bool:
    """Whether a wrong entry is told from a right one: a year that is off by one is told as *near*."""
    slight = pair.kind == "wrong year" and pair.variation in ("+1", "-1")
    return verdict.state == "mismatch" or (slight and verdict.state == "near")


def score(chosen: Sequence[Pair]) -> Score:
    """False alarms on right entries, and wrong entries that were caught."""
    judged = [(pair, judge(pair)) for pair in chosen]
    right = [verdict.state == "mismatch" for pair, verdict in judged if pair.kind in RIGHT]
    wrong = [is_caught(pair, verdict) for pair, verdict in judged if pair.kind in WRONG]
    return Score(len(right), sum(right) / len(right), len(wrong), sum(wrong) / len(wrong))


def figures() -> Iterator[str]:
    """The tables of the page."""
    everything = list(pairs())
    for side in HALVES:
        chosen = [pair for pair in everything if pair.half == side]
        found = score(chosen)
        table = Counter((pair.kind, str(judge(pair).state)) for pair in chosen)
        yield f"### The {side} half"
        yield ""
        yield f"| kind | pairs | {' | '.join(STATES)} |"
        yield "|---|--:|--:|--:|--:|"
        for kind in KINDS:
            counts = [table[kind, state] for state in STATES]
            yield f"| {kind} | {sum(counts)} | {' | '.join(map(str, counts))} |"
        yield ""
        yield f"False alarms: {found.alarms * found.right:.0f} of {found.right} right entries."
        yield ""
        yield f"Wrong ones caught: {found.caught * found.wrong:.0f} of {found.wrong} ({found.caught:.1%})."
        yield ""
    yield "## Reading"
    yield ""
    yield from references.table()


def cost() -> Iterator[str]:
    """Processor time an entry; it depends on the machine, so it is printed and not kept."""
    everything = list(pairs())
    start = time.process_time()
    entries = [entry(pair.entry) for pair in everything]
    middle = time.process_time()
    for one, pair in zip(entries, everything, strict=True):
        compare(one, pair.record)
    end = time.process_time()
    yield f"Reading an entry takes {(middle - start) / len(entries) * 1e3:.2f} ms of processor time."
    yield f"Comparing it with a record takes {(end - middle) / len(entries) * 1e3:.2f} ms."


def page(text: str) -> str:
    """The page with the figures as they are now."""
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    return "\n".join([before + BEGIN, "", *figures(), "", END]) + after


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the figures into docs/matching.md")
    if parser.parse_args().write:
        PAGE.write_text(page(PAGE.read_text("utf-8")), "utf-8")
    print("\n".join((*figures(), "", *cost())))


def _lines(name: str) -> Iterator[dict[str, Any]]:
    yield from map(json.loads, (DATA / name).read_text("utf-8").splitlines())


if __name__ == "__main__":
    main()
