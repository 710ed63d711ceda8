"""A corpus that notes what it was asked and what it answered, so that an answer can be held against another day's."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from lint.context import Copy, Enough
from lint.corpus import Files
from lint.finding import Unknown
from lint.work.verdict import Asked, Json


class Asking:
    """The corpus as one article asks it. What it asks of itself depends on nothing else and is not noted.

    ``titled`` and ``copies``: what only who has seen all articles knows, as an order has it.
    """

    def __init__(
        self,
        corpus: Files,
        path: str,
        anchors: frozenset[str],
        titled: Mapping[str, Sequence[str]],
        copies: Sequence[Copy],
    ) -> None:
        self._corpus = corpus
        self._path = path
        self._anchors = anchors
        self._titled = titled
        self._copies = copies
        self._asked: dict[tuple[str, str], Json] = {}

    @property
    def asked(self) -> tuple[Asked, ...]:
        return tuple((kind, about, answer) for (kind, about), answer in self._asked.items())

    def exists(self, path: str) -> bool | Unknown:
        self._asked["exists", path] = answer(self._corpus, "exists", path, self._path)
        return self._corpus.exists(path)

    def anchors(self, path: str) -> frozenset[str] | Unknown:
        if path == self._path:
            return self._anchors
        self._asked["anchors", path] = answer(self._corpus, "anchors", path, self._path)
        return self._corpus.anchors(path)

    def titled(self, title: str) -> Sequence[str]:
        others = list(self._titled.get(title, ()))
        self._asked["titled", title] = others
        return others

    def copies(self, path: str, enough: Enough) -> Sequence[Copy]:
        self._asked["copies", " ".join(map(str, enough))] = _plain(self._copies)
        return self._copies


def answer(corpus: Files, kind: str, about: str, path: str) -> Json:
    """The answer that the article at a path gets, as it is noted."""
    if kind == "titled":
        return sorted(other for other in corpus.titled(about) if other != path)
    if kind == "copies":
        return _plain(corpus.copies(path, _enough(about)))
    if kind == "anchors":
        return corpus.stamp(about)
    found = corpus.exists(about)
    return found.why if isinstance(found, Unknown) else found


def stands(corpus: Files, asked: Sequence[Asked], path: str) -> bool:
    """Whether all answers are still the same."""
    return all(answer(corpus, kind, about, path) == noted for kind, about, noted in asked)


class Answers(NamedTuple):
    """What only who has seen all articles knows, of what one of them asked."""

    titled: dict[str, list[str]]
    copies: tuple[Copy, ...]


def answers(corpus: Files, asked: Sequence[Asked], path: str) -> Answers:
    """The answers to the questions of an article."""
    enough = next((_enough(about) for kind, about, _ in asked if kind == "copies"), None)
    return Answers(_titled(corpus, asked, path), tuple(corpus.copies(path, enough)) if enough else ())


def quick_answers(corpus: Files, asked: Sequence[Asked], path: str) -> Answers:
    """The same, with what was copied then: to look for that takes long."""
    noted = (one for kind, _, answer in asked if kind == "copies" for one in answer)
    return Answers(_titled(corpus, asked, path), tuple(Copy(tuple(at), *rest) for at, *rest in noted))


def _titled(corpus: Files, asked: Sequence[Asked], path: str) -> dict[str, list[str]]:
    return {about: answer(corpus, kind, about, path) for kind, about, _ in asked if kind == "titled"}


def _enough(about: str) -> Enough:
    return Enough(*map(float, about.split()))


def _plain(copies: Sequence[Copy]) -> Json:
    """As JSON would have it."""
    return [[list(value) if isinstance(value, tuple) else value for value in copy] for copy in copies]
