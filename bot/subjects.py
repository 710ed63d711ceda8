"""Subjects: the articles that a pull request touches, as they were and as they are. Pure."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from bot.diff import File
from lint.article import Article
from lint.rules import dates
from lint.rules.names import identity
from lint.rules.substance import body, difference, words

Json = Mapping[str, Any]
Key = Callable[[Json], str]

_IDENTIFIERS = ("doi", "pmid", "pmcid", "isbn", "arxiv", "url")


@dataclass(frozen=True, slots=True)
class Subject:
    """An article that the pull request touches. ``before``: at the merge base; ``after``: at the head. Either is None
    where there is none, or where it cannot be read."""

    file: File
    before: Article | None = None
    after: Article | None = None

    @property
    def path(self) -> str:
        return self.file.path

    @property
    def is_gone(self) -> bool:
        return self.file.status == "deleted"

    @property
    def topics(self) -> frozenset[str]:
        """Its topics, those that it had among them, case folded: dropping one must not drop its reviewer."""
        sides = (side for side in (self.before, self.after) if side)
        return frozenset(topic.casefold() for side in sides for topic in _texts(dates.front(side, "topics")))

    @property
    def authors(self) -> frozenset[tuple[str, ...]]:
        """Who wrote it, as names compare (`lint.rules.names.identity`)."""
        sides = (side for side in (self.before, self.after) if side)
        entries = (entry for side in sides for entry in _entries(dates.front(side, "authors")))
        return frozenset(identity(str(entry.get("name") or "")) for entry in entries)


class References(NamedTuple):
    """What became of an article's references: their texts."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


def references(subject: Subject) -> References:
    """Paired by identifier, then by title, then by their words; what is left was added or removed."""
    old, new = (list(side.document["references"]) if side else [] for side in (subject.before, subject.after))
    changed: list[str] = []
    for key in (*map(_identifier, _IDENTIFIERS), _title, _words):
        old, new, pairs = _paired(old, new, key)
        changed += [_text(now) for then, now in pairs if words(_text(then)) != words(_text(now))]
    return References(tuple(map(_text, new)), tuple(map(_text, old)), tuple(changed))


def _paired(old: list[Json], new: list[Json], key: Key) -> tuple[list[Json], list[Json], list[tuple[Json, Json]]]:
    """What is left of both lists, and the entries of both with the same key."""
    known = {value: at for at, entry in enumerate(old) if (value := key(entry))}
    left, pairs, taken = [], [], set()
    for entry in new:
        at = known.pop(key(entry), None)
        if at is None:
            left.append(entry)
        else:
            taken.add(at)
            pairs.append((old[at], entry))
    return [entry for at, entry in enumerate(old) if at not in taken], left, pairs


def _identifier(name: str) -> Key:
    return lambda entry: str(entry.get(name) or "").casefold()


def _title(entry: Json) -> str:
    return " ".join(words(entry.get("title") or ""))


def _words(entry: Json) -> str:
    return " ".join(words(_text(entry)))


def _text(entry: Json) -> str:
    return str(entry.get("text") or entry.get("title") or entry.get("key") or "")


class Signature(NamedTuple):
    """A sign-off that an article states."""

    name: str
    role: str
    on: date | None


def signatures(article: Article | None) -> tuple[Signature, ...]:
    """The reviews and fact-checks that an article states, as they stand."""
    if article is None:
        return ()
    return tuple(
        Signature(str(entry.get("name") or ""), _role(key, entry), dates.parse(entry.get("on")))
        for key in dates.SIGN_OFFS
        for entry in _entries(dates.front(article, key))
    )


def _role(key: str, entry: Json) -> str:
    return str(entry.get("role") or "medical").casefold() if key == "reviewed_by" else "fact-checker"


def is_same_in_substance(then: str, now: str, minimum_words: int) -> bool:
    """Whether a sign-off for one text of an article still counts for another.

    Corrections of a few words leave it valid (the option of `edited-since-review`); a figure or a negation that came or
    went does not, however short it is.
    """
    before, after = body(then), body(now)
    if sorted(_weighty(before)) != sorted(_weighty(after)):
        return False
    return max(difference(before, after)) < minimum_words


_NEGATIONS = frozenset(
    ("no", "not", "never", "none", "nor", "neither", "without", "cannot", "t")  # the t of "don't"
)


def _weighty(text: Iterable[str]) -> Iterator[str]:
    return (word for word in text if word in _NEGATIONS or not word.isalpha())


def _entries(value: Any) -> Iterator[Json]:
    yield from (entry for entry in (value if isinstance(value, list) else ()) if isinstance(entry, dict))


def _texts(value: Any) -> Iterator[str]:
    yield from (entry for entry in (value if isinstance(value, list) else ()) if isinstance(entry, str))
