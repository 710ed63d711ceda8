"""Evidence: what the lock says of an article's sources, held against what the article says of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple, Protocol

Json = Mapping[str, Any]


class Verdict(StrEnum):
    """What the lock makes of one identifier in an entry."""

    VERIFIED = "verified"
    """The registry's record is what the entry says."""
    NEAR = "near"
    """The same work, with something that a reader would correct."""
    MISMATCH = "mismatch"
    """The identifier is real, and another work's, or the entry says of it what is not so."""
    EXISTS = "exists"
    """It is there (a web page loads, an identifier resolves), but there is no record to hold the entry against."""
    UNKNOWN = "unknown"
    """The registry says that there is no such thing."""
    DEAD = "dead"
    """The web address answers that the page is gone."""
    UNCHECKED = "unchecked"
    """It was asked for, and nobody could say: never a pass and never an error."""
    MISSING = "missing"
    """The lock does not hold it."""


class Difference(NamedTuple):
    """A field that differs: as written, as registered, and how (the end of a sentence about the field)."""

    field: str
    written: str
    registered: str
    how: str = ""
    grave: bool = True


class Work(NamedTuple):
    """A work as a registry has it, in the words of a reference list; empty where it says nothing."""

    authors: str = ""
    title: str = ""
    journal: str = ""
    year: str = ""

    @property
    def line(self) -> str:
        """``Smith J, Jones A, et al. A title. Journal. 2016.``"""
        return "".join(f"{part.rstrip('.')}. " for part in self if part).rstrip()


class Warrant(NamedTuple):
    """A work that a registry knows: its identifier (``doi:10.5555/abc``) and its record."""

    identifier: str
    work: Work
    registry: str

    @property
    def kind(self) -> str:
        return self.identifier.partition(":")[0]

    @property
    def value(self) -> str:
        """The identifier without its kind."""
        return self.identifier.partition(":")[2]


class Notice(NamedTuple):
    """A notice about a work that still counts: ``retraction``, ``withdrawal``, ``removal``, ``concern``, … ."""

    kind: str
    doi: str = ""
    date: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the lock says of one identifier of an entry.

    ``record`` is the registry's, ``differences`` what the entry says otherwise. ``likely`` is the work that is probably
    meant instead. ``reason``: why nobody could say.
    """

    kind: str
    value: str
    verdict: Verdict
    registry: str = ""
    asked: date | None = None
    reason: str = ""
    record: Work | None = None
    differences: tuple[Difference, ...] = ()
    notices: tuple[Notice, ...] = ()
    likely: Warrant | None = None
    redirect: str = ""
    moved: bool = False
    archived: str = ""


class Conflict(NamedTuple):
    """Two identifiers of one entry that name two works: ``fits`` is the kind of the one that is the entry's, or ""."""

    first: Evidence
    second: Evidence
    fits: str = ""


class Lock(Protocol):
    """What was verified, as far as a rule may ask."""

    @property
    def held(self) -> bool:
        """Whether there is a lock at all."""

    def evidence(self, reference: Json) -> Sequence[Evidence]:
        """One for each identifier of an entry of the references."""

    def conflict(self, reference: Json) -> Conflict | None:
        """Two identifiers of an entry that name two works."""

    def found(self, reference: Json) -> Warrant | None:
        """The work that a search by the words of an entry without an identifier has found."""

    def link(self, url: str) -> Evidence:
        """What is known of a web address."""


class NoLock:
    """What a publication knows that has verified nothing yet."""

    held = False

    def evidence(self, reference: Json) -> Sequence[Evidence]:
        return ()

    def conflict(self, reference: Json) -> Conflict | None:
        return None

    def found(self, reference: Json) -> Warrant | None:
        return None

    def link(self, url: str) -> Evidence:
        return Evidence("url", url, Verdict.MISSING)
