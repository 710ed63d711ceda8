"""Context: all that a rule may know beyond the article. Facts only; nothing here reads disk, clock or network."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple, Protocol, TypeVar

from lint.evidence import Lock, NoLock
from lint.finding import Pointer, Unknown

T = TypeVar("T")


class Version(Protocol):
    """One state of an article's file, from history."""

    @property
    def commit(self) -> str:
        """Abbreviated hash; empty for the working tree."""

    @property
    def day(self) -> date:
        """The author's own date of the change."""

    @property
    def text(self) -> str:
        """The whole file as it stood."""

    @property
    def before(self) -> str | None:
        """The file as it stood before this change; None where it began."""


class History(Protocol):
    """When content really changed."""

    def versions(self, path: str, text: str) -> Iterator[Version | Unknown]:
        """The file's states, newest first and no further than asked for, of the file that now holds ``text``.

        First the working tree (dated today) where it differs, then each change that led to HEAD; an `Unknown` comes
        last where the history does not tell more. Changes of two branches come in the order of their commits.
        """


class NoHistory:
    """The history of articles that have none."""

    def __init__(self, why: str = "not in a git repository") -> None:
        self._unknown = Unknown(why)

    def versions(self, path: str, text: str) -> Iterator[Version | Unknown]:
        yield self._unknown


class Copy(NamedTuple):
    """A passage of an article of which a part, at least, also stands elsewhere.

    Both hold so many ``shared`` runs of three words, which are this ``share`` of the shorter passage. ``run``: the
    longest run of words in both, as the article has it; ``words``: how many of them are no names. ``earlier``: the
    other was there first.
    """

    at: Pointer
    path: str
    line: int
    shared: int
    share: float
    words: int
    run: str
    earlier: bool


class Enough(NamedTuple):
    """How much two passages must share to be told of: of the shorter one, in runs of three words, in words in a row."""

    share: float = 0.0
    shared: float = 1
    words: float = 0

    def holds(self, shared: int, share: float, words: int) -> bool:
        return share >= self.share and shared >= self.shared and words >= self.words


class Corpus(Protocol):
    """The other articles and files, as far as a rule may ask."""

    def exists(self, path: str) -> bool | Unknown:
        """Whether a file or folder stands at a POSIX path relative to the project's root."""

    def anchors(self, path: str) -> frozenset[str] | Unknown:
        """The anchors (heading ids, HTML ids and names) of a markdown file in the project."""

    def titled(self, title: str) -> Sequence[str]:
        """The paths of the checked articles with this title."""

    def copies(self, path: str, enough: Enough) -> Sequence[Copy]:
        """What an article shares with the other checked articles and with the source texts, by its passages."""


class NoCorpus:
    """A single article with no files about it."""

    def exists(self, path: str) -> bool | Unknown:
        return Unknown("the text came without its folder")

    def anchors(self, path: str) -> frozenset[str] | Unknown:
        return Unknown("the text came without its folder")

    def titled(self, title: str) -> Sequence[str]:
        return ()

    def copies(self, path: str, enough: Enough) -> Sequence[Copy]:
        return ()


class Person(NamedTuple):
    """An entry of the people file (``schemas/people.schema.json``)."""

    name: str
    credentials: str = ""
    roles: tuple[str, ...] = ()
    """Of ``author``, ``medical``, ``fact-checker`` and whatever else the publication names."""
    topics: tuple[str, ...] = ()
    github: str = ""
    expires: date | None = None


class Freshness(NamedTuple):
    """How old an article and its review may grow, in days."""

    modified: int = 730
    reviewed: int = 1095


@dataclass(frozen=True, slots=True)
class Sources:
    """Which sources the publication refuses (``deny``), trusts (``allow``) and owns: domains and publisher names.

    ``texts``: folders and files of source texts that no article may copy.
    """

    deny: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """What the rules may know."""

    today: date
    history: History = field(default_factory=NoHistory)
    corpus: Corpus = field(default_factory=NoCorpus)
    people: Mapping[str, Person] | None = None
    """By name, case folded; None without a people file."""
    disclaimers: Mapping[str, str] = field(default_factory=dict)
    freshness: Mapping[str, Freshness] = field(default_factory=dict)
    """By topic; ``""`` holds what counts for all others."""
    sources: Sources = Sources()
    lock: Lock = field(default_factory=NoLock)
    """What was verified."""
    lock_age: int = 180
    """How many days an answer of a registry may count."""
    prints_title: bool = True
    """Whether the site prints the front matter's title above the body."""
    rule_options: Mapping[type, Any] = field(default_factory=dict)

    def options(self, kind: type[T]) -> T:
        """The options of a rule: an instance of its ``Options`` class, configured or default."""
        found: T | None = self.rule_options.get(kind)
        return kind() if found is None else found
