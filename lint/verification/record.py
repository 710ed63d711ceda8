"""What is asked of the registries and what they answer: identifiers, records, notices and answers.

A registry never raises for what the network does: each identifier that it is asked about gets an ``Answer``, and its
``state`` says how much that is worth:

- ``FOUND``: the registry holds it; ``record`` is what it says of it (None where it only says that it exists: a web page
  that loads, a DOI that resolves but whose agency gives out no record).
- ``UNKNOWN``: the registry that decides about this kind of identifier says that there is no such thing.
- ``DEAD``: a web address that answers 404 or 410. ``archived`` may offer a copy.
- ``UNCHECKED``: nobody could say (network, limit, an answer of no known shape). ``reason`` is the end of the sentence
  "could not be checked: ...". Never a pass and never an error.

All values are plain text as the registry has it, with markup and character references already taken out
(``<i>in vivo</i>`` is ``in vivo``), white space single, Unicode in NFC; nothing is folded or shortened further.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal, NamedTuple

Kind = Literal["doi", "pmid", "pmcid", "arxiv", "isbn", "url"]


def _unversioned(arxiv: str) -> str:
    head, sign, version = arxiv.rpartition("v")
    return head if sign and version.isdecimal() else arxiv


class Identifier(NamedTuple):
    """One identifier in its plain form (``lint.article.identifiers.normal``); DOIs are compared in lower case.

    ``value``: ``10.5555/abc``, ``12345678``, ``PMC1234567``, ``2101.00001`` (a version ``v2`` may follow),
    ``9780000000002``, or a whole web address.
    """

    kind: Kind
    value: str

    @property
    def same(self) -> "Identifier":
        """The form to compare by: what the registry treats as one identifier is equal here."""
        folds = {"doi": str.lower, "pmcid": str.upper, "arxiv": _unversioned}
        return Identifier(self.kind, folds.get(self.kind, str)(self.value))

    def __str__(self) -> str:
        return f"{self.kind}:{self.value}"


class Author(NamedTuple):
    """A person (``family`` with ``given`` names or initials, as the registry has them) or a body (``collective``)."""

    family: str = ""
    given: str = ""
    collective: str = ""


class Years(NamedTuple):
    """The years of one work; any of them may rightly stand in an entry. None where the registry names none."""

    issued: int | None = None
    """The earliest or the official one, as the registry counts it."""
    printed: int | None = None
    online: int | None = None

    @property
    def all(self) -> tuple[int, ...]:
        """The different years, ascending."""
        return tuple(sorted({year for year in self if year is not None}))


NO_YEARS = Years()


class NoticeKind(StrEnum):
    """What a later notice says of a work; the first three tell a reader not to rely on it."""

    RETRACTION = "retraction"
    WITHDRAWAL = "withdrawal"
    REMOVAL = "removal"
    CONCERN = "concern"
    CORRECTION = "correction"
    REINSTATEMENT = "reinstatement"
    """A retraction or concern is taken back."""
    UPDATE = "update"
    """A new version or edition, an addendum, a clarification: nothing is wrong with the work."""


_LIFTABLE = (NoticeKind.RETRACTION, NoticeKind.WITHDRAWAL, NoticeKind.REMOVAL, NoticeKind.CONCERN)


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice about a work: what kind, the notice's own DOI, its date, and who says so.

    ``date`` is ISO 8601 as precise as the source is (``2023``, ``2023-05`` or ``2023-05-26``), "" where it is silent.
    ``source`` is for people: ``publisher``, ``Retraction Watch``, ``PubMed``, ``arXiv``.
    """

    kind: NoticeKind
    doi: str = ""
    date: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """What one registry says of a work. Empty where it says nothing.

    ``source`` is the registry's name for people (``Crossref``). ``identifiers`` are all that the registry gives for the
    work, the one asked for included. ``container`` is the journal, book or series, ``abbreviations`` its short titles.
    ``other_titles`` are the original title and translations. ``type`` is the registry's own word
    (``journal-article``, ``posted-content``, ``Dataset``).
    """

    source: str
    identifiers: tuple[Identifier, ...] = ()
    title: str = ""
    subtitle: str = ""
    other_titles: tuple[str, ...] = ()
    authors: tuple[Author, ...] = ()
    editors: tuple[Author, ...] = ()
    years: Years = NO_YEARS
    container: str = ""
    abbreviations: tuple[str, ...] = ()
    volume: str = ""
    issue: str = ""
    pages: str = ""
    edition: str = ""
    publisher: str = ""
    type: str = ""
    notices: tuple[Notice, ...] = ()

    def identifier(self, kind: Kind) -> str:
        """The work's first identifier of a kind; "" where the registry gives none."""
        return next((one.value for one in self.identifiers if one.kind == kind), "")

    @property
    def standing(self) -> tuple[Notice, ...]:
        """The notices that still count: without what a reinstatement of the same day or later took back."""
        lifted = max((one.date for one in self.notices if one.kind is NoticeKind.REINSTATEMENT), default="")
        return tuple(one for one in self.notices if not (one.kind in _LIFTABLE and one.date <= lifted and lifted))


class State(StrEnum):
    """How much an answer is worth; the module says what each means."""

    FOUND = "found"
    UNKNOWN = "unknown"
    DEAD = "dead"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of asking about one identifier.

    ``registry`` is who decided, for people (``Crossref``, ``doi.org``, ``PubMed``, ``the web``). ``redirect`` is where
    a web address leads now, ``moved`` whether it says that this is for good; ``archived`` the address of an archived
    copy of a dead page. ``asked`` is None until ``Desk.ask`` has put in the day.
    """

    identifier: Identifier
    state: State
    registry: str = ""
    reason: str = ""
    record: Record | None = None
    redirect: str = ""
    moved: bool = False
    archived: str = ""
    asked: date | None = None


@dataclass(frozen=True, slots=True)
class Search:
    """What came of a search by an entry's words: the likeliest records, best first, or why nobody could say."""

    records: tuple[Record, ...] = ()
    unchecked: str = ""
    """The end of "could not be searched: ..."; "" when the search was answered (perhaps with no record)."""

    def __iter__(self) -> Iterator[Record]:
        return iter(self.records)
