"""The articles and files as they were at the merge base, as far as a rule may ask."""

import os
import posixpath
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from lint.context import Corpus
from lint.finding import Unknown
from lint.history.base import Base


def plain(title: str) -> str:
    """A title without regard to case and spacing."""
    return " ".join(title.casefold().split())


@dataclass(frozen=True, slots=True)
class BaseCorpus:
    """A ``lint.context.Corpus``: what differs is looked up in git, what does not, in the corpus of today.

    ``home``: the project's root, relative to the repository's top. ``titles``: paths by plain title.
    """

    base: Base
    home: str
    today: Corpus
    titles: Callable[[], Mapping[str, Sequence[str]]]
    anchors_of: Callable[[str], frozenset[str] | Unknown]

    def exists(self, path: str) -> bool | Unknown:
        now = self.today.exists(path)
        name = self._name(path)
        if isinstance(now, Unknown) or name in self.base.tree or name in self.base.folders:
            return now if isinstance(now, Unknown) else True
        return now and not self.base.touched(name)  # what git ignores is as it was

    def anchors(self, path: str) -> frozenset[str] | Unknown:
        name = self._name(path)
        return self.anchors_of(name) if self.base.touched(name) else self.today.anchors(path)

    def titled(self, title: str) -> Sequence[str]:
        return self.titles().get(plain(title), ())

    def _name(self, path: str) -> str:
        return posixpath.normpath(posixpath.join(self.home, path)).replace(os.sep, "/")
