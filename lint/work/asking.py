"""A corpus that notes what it was asked and what it answered, so that an answer can be held against another day's."""

from collections.abc import Mapping, Sequence

from lint.corpus import Files
from lint.finding import Unknown
from lint.work.verdict import Asked, Json


class Asking:
    """The corpus as one article asks it. What it asks of itself depends on nothing else and is not noted.

    ``others``: the other articles with a title.
    """

    def __init__(self, corpus: Files, path: str, anchors: frozenset[str], others: Mapping[str, Sequence[str]]) -> None:
        self._corpus = corpus
        self._others = others
        self._path = path
        self._anchors = anchors
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
        self._asked["titled", title] = list(self._others.get(title, ()))
        return self._others.get(title, ())


def answer(corpus: Files, kind: str, about: str, path: str) -> Json:
    """The answer that the article at a path gets, as it is noted."""
    if kind == "titled":
        return sorted(other for other in corpus.titled(about) if other != path)
    if kind == "anchors":
        return corpus.stamp(about)
    found = corpus.exists(about)
    return found.why if isinstance(found, Unknown) else found


def stands(corpus: Files, asked: Sequence[Asked], path: str) -> bool:
    """Whether all answers are still the same."""
    return all(answer(corpus, kind, about, path) == noted for kind, about, noted in asked)


def others(corpus: Files, asked: Sequence[Asked], path: str) -> dict[str, list[str]]:
    """The other articles with each title that was asked for."""
    return {about: answer(corpus, kind, about, path) for kind, about, _ in asked if kind == "titled"}
