"""Records: two of them held against each other, and the likeliest of those that a search has found."""

from collections.abc import Iterable
from typing import Any

from lint.verification.matching.compare import compare
from lint.verification.matching.fields import Entry
from lint.verification.matching.names import name
from lint.verification.matching.verdict import Verdict, VerdictState
from lint.verification.matching.words import name_words
from lint.verification.record import Kind, Record


def conflict(first: Record, second: Record) -> Verdict:
    """Whether two records, of a DOI and of a PMID in one entry, describe one work: a mismatch where they do not."""
    kinds: tuple[Kind, ...] = ("doi", "pmid")
    for kind in kinds:
        ours, theirs = first.identifier(kind), second.identifier(kind)
        if ours and ours.lower() == theirs.lower():
            return Verdict(VerdictState.VERIFIED)
    verdict = compare(as_entry(first), second)
    return verdict if verdict.state is VerdictState.VERIFIED else compare(as_entry(second), first)


def as_entry(record: Record) -> dict[str, Any]:
    """A record in the form of the document's references."""
    return {
        "text": "",
        "title": f"{record.title}: {record.subtitle}" if record.subtitle else record.title,
        "authors": [name(author) for author in record.authors],
        "year": next(iter(record.years.all), None),
        "container": record.container,
    }


def likeliest(entry: Entry, records: Iterable[Record]) -> Record | None:
    """Of the records that a search has found, the one with the entry's title, first author and year; None if none."""
    best: tuple[float, Record] | None = None
    for record in records:
        verdict = compare(entry, record)
        if is_sure(verdict) and len(name_words(record.title)) > 2 and (best is None or verdict.score > best[0]):
            best = verdict.score, record
    return best[1] if best else None


def is_sure(verdict: Verdict) -> bool:
    """Whether title, first author and year were compared and agree."""
    return verdict.state is VerdictState.VERIFIED and {"title", "author", "year"} <= set(verdict.compared)
