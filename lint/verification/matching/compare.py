"""Comparing: an entry with a record, two records with each other, and an entry with what a search has found."""

from collections.abc import Iterable, Mapping
from typing import Any

from lint.verification.matching.verdict import Verdict, VerdictState
from lint.verification.record import Record


def compare(entry: Mapping[str, Any], record: Record) -> Verdict:
    """Whether a reference of the document (``document["references"][n]``) and a record describe one work."""
    return Verdict(VerdictState.VERIFIED)


def conflict(first: Record, second: Record) -> Verdict:
    """Whether two records, of a DOI and of a PMID in one entry, describe one work: a mismatch where they do not."""
    return Verdict(VerdictState.VERIFIED)


def likeliest(entry: Mapping[str, Any], records: Iterable[Record]) -> Record | None:
    """Of the records that a search has found, the one with the entry's title, first author and year; None if none."""
    return None
