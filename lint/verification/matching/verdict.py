"""Verdicts: what a comparison of an entry with a record comes to, and the differences that it rests on."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, NamedTuple

FieldName = Literal["title", "author", "year", "journal"]


class VerdictState(StrEnum):
    """How an entry and a record stand to each other."""

    VERIFIED = "verified"
    """All that the entry says and the record says too is the same."""
    NEAR = "near"
    """The same work, but something that a reader would correct differs: the year by one, a title cut short."""
    MISMATCH = "mismatch"
    """Another work, or this work under a title, first author, year or journal that is not its own."""


class Difference(NamedTuple):
    """One field that differs: as the entry has it, as the registry has it, and how they differ, for an editor.

    ``how`` is the end of a sentence about the field (``is one year later``); ``grave``: it alone makes a mismatch.
    """

    field: FieldName
    written: str
    registered: str
    how: str
    grave: bool = True


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a comparison comes to. ``compared`` are the fields that both sides name: where it is empty, nothing could
    be compared, and ``verified`` says no more than that the entry contradicts nothing."""

    state: VerdictState
    differences: tuple[Difference, ...] = ()
    compared: tuple[FieldName, ...] = ()
    score: float = 0.0
    """How alike entry and record are, 0 to 1; for ordering records, never for judging."""
