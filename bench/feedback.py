"""Prints how well reader feedback is read: precision and recall on the labelled reports, by part and by language."""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bot.feedback.reading import Reading, read
from bot.feedback.report import Kind, Report, Risk

ROOT = Path(__file__).resolve().parent.parent
PARTS = {"tuned by": ROOT / "bench/data/feedback.jsonl", "held out": ROOT / "bench/data/feedback-held-out.jsonl"}
"""The reports that the words were chosen by, and those nobody had seen; a file that is not there is left out."""
PAGE = ROOT / "docs/feedback-quality.md"
BEGIN, END = "<!-- figures -->\n", "<!-- end of figures -->\n"
RECEIVED = datetime(2026, 11, 22, 12, tzinfo=UTC)
SPAM = 0.5
"""The score from which a report is suspected, unless a publisher sets another."""
CRISES = ("self-harm", "overdose", "emergency")


@dataclass(frozen=True, slots=True)
class Sample:
    """A labelled report (``bench/data/feedback.md``) and what was read in it."""

    id: str
    part: str
    language: str
    report: Report
    labels: dict[str, Any]
    reading: Reading

    @property
    def left(self) -> list[str]:
        """Personal data that redaction did not find."""
        return [one for one in self.labels["personal"] if one in self.reading.comment.text]


class Score(NamedTuple):
    """Of how many, how many rightly: both shares are None where there is nothing to share."""

    right: int
    found: int
    true: int

    @property
    def precision(self) -> float | None:
        """How many of those found are true."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """How many of the true ones are found."""
        return self.right / self.true if self.true else None


def samples(part: str = "") -> list[Sample]:
    """The labelled reports of a part, or of all that are there, each read as the service would read it."""
    found = {name: path for name, path in PARTS.items() if part in ("", name) and path.exists()}
    return [
        _sample(line, name) for name, path in found.items() for line in path.read_text(encoding="utf-8").splitlines()
    ]


def _sample(line: str, part: str) -> Sample:
    row = json.loads(line)
    chosen = row["kind_chosen"]
    report = Report(
        article="articles/example.md",
        helpful=False,
        received=RECEIVED,
        kind=Kind(chosen) if chosen else None,
        passage=row["passage"],
        comment=row["comment"],
        language=row["language"],
        website=row["website"],
        elapsed=row["elapsed"],
    )
    return Sample(row["id"], part, row["language"], report, row["labels"], read(report))


def score(of: Iterable[Sample], found: Callable[[Sample], bool], true: Callable[[Sample], bool]) -> Score:
    """Counts over samples."""
    pairs = [(found(one), true(one)) for one in of]
    return Score(sum(f and t for f, t in pairs), sum(f for f, _ in pairs), sum(t for _, t in pairs))


def crisis(of: Iterable[Sample], kind: str = "") -> Score:
    """Danger of any kind, or of one."""
    if not kind:
        return score(of, lambda one: bool(one.reading.crisis), lambda one: bool(one.labels["crisis"]))
    return score(of, lambda one: one.reading.crisis == kind, lambda one: one.labels["crisis"] == kind)


def classes(of: list[Sample]) -> Iterator[tuple[str, Score]]:
    """Every label with its score. Kinds are counted where a report has one: praise, spam and crisis have none."""
    yield "crisis, any", crisis(of)
    for name in CRISES:
        yield f"crisis: {name}", crisis(of, name)
    yield "adverse", score(of, lambda one: one.reading.adverse, lambda one: one.labels["adverse"])
    yield "spam", score(of, lambda one: one.reading.spam >= SPAM, lambda one: one.labels["spam"])
    yield "risk, any", score(of, lambda one: bool(one.reading.risks), lambda one: bool(one.labels["risk"]))
    for risk in Risk:
        yield f"risk: {risk}", _risk(of, risk)
    complaints = [one for one in of if one.labels["kind"]]
    right = sum(one.reading.kind == one.labels["kind"] for one in complaints)
    yield "kind, all", Score(right, len(complaints), len(complaints))
    for kind in Kind:
        yield f"kind: {kind}", _kind(complaints, kind)


def _risk(of: list[Sample], risk: Risk) -> Score:
    return score(of, lambda one: risk in one.reading.risks, lambda one: risk in one.labels["risk"])


def _kind(of: list[Sample], kind: Kind) -> Score:
    return score(of, lambda one: one.reading.kind is kind, lambda one: one.labels["kind"] == kind)


def removed(of: Iterable[Sample]) -> Score:
    """Pieces of personal data that were taken out."""
    pieces = [(len(one.labels["personal"]), len(one.left)) for one in of]
    true = sum(all_ for all_, _ in pieces)
    return Score(true - sum(left for _, left in pieces), 0, true)


def kept_private(of: Iterable[Sample]) -> Score:
    """Reports with personal data from which all is taken out, or that wait for a person because of a doubt."""
    personal = [one for one in of if one.labels["personal"]]
    return Score(sum(not one.left or not one.reading.comment.confident for one in personal), 0, len(personal))


def untouched(of: Iterable[Sample]) -> Score:
    """Reports without personal data of which nothing is taken out."""
    clean = [one for one in of if not one.labels["personal"]]
    return Score(sum(not one.reading.comment.removed for one in clean), 0, len(clean))


def undoubted(of: Iterable[Sample]) -> Score:
    """Reports without personal data that nobody has to look at for its sake."""
    clean = [one for one in of if not one.labels["personal"]]
    return Score(sum(one.reading.comment.confident for one in clean), 0, len(clean))


REDACTION = {
    "pieces of personal data taken out": removed,
    "reports with personal data: all taken out, or held back": kept_private,
    "reports without: nothing taken out": untouched,
    "reports without: not held back": undoubted,
}


def tables(of: list[Sample]) -> Iterator[str]:
    """The figures as lines of Markdown."""
    parts = {name: group for name in PARTS if (group := [one for one in of if one.part == name])}
    names = list(parts)
    heads = [f"{what}, {name}" for name in names for what in ("precision", "recall")]
    yield from _table(["", *heads], _class_rows(list(parts.values())))
    yield from _table(
        ["redaction", *names], ([what, *(_share(f(p)) for p in parts.values())] for what, f in REDACTION.items())
    )
    yield from _table(
        ["language", *(f"{what}, {name}" for name in names for what in ("crisis", "pieces taken out", "kept private"))],
        ([code, *_of_language(parts.values(), code)] for code in dict.fromkeys(one.language for one in of)),
    )


def _class_rows(parts: list[list[Sample]]) -> Iterator[list[str]]:
    for rows in zip(*map(classes, parts), strict=True):
        yield [rows[0][0], *(cell for _, one in rows for cell in (_percent(one.precision), _share(one)))]


def _of_language(parts: Iterable[list[Sample]], code: str) -> Iterator[str]:
    for part in parts:
        ours = [one for one in part if one.language == code]
        yield from map(_share, (crisis(ours), removed(ours), kept_private(ours)))


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.1%}"


def _share(one: Score) -> str:
    return f"{_percent(one.recall)} ({one.right}/{one.true})"


def _table(head: list[str], rows: Iterable[list[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"| - |{' -: |' * (len(head) - 1)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""


def page(text: str, lines: Iterable[str]) -> str:
    """The page with its figures put anew; what is written around them stays."""
    before, rest = text.split(BEGIN)
    return "".join((before, BEGIN, "\n", *(f"{line}\n" for line in lines), END, rest.split(END)[1]))


def main() -> None:
    """Prints the figures, or writes them into the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=list(PARTS), default="", help="one part alone")
    parser.add_argument("--write", action="store_true", help=f"put the figures into {PAGE.name}")
    given = parser.parse_args()
    if given.write:
        PAGE.write_text(page(PAGE.read_text(encoding="utf-8"), tables(samples())), encoding="utf-8")
    else:
        print("\n".join(tables(samples(given.part))))


if __name__ == "__main__":
    main()
