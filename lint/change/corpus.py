"""The articles and files as they were at the merge base, as far as a rule may ask."""

import os
import posixpath
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from lint.context import Copy, Corpus, Enough
from lint.corpus.copies import Copies
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
    passages: Copies

    def exists(self, path: str) -> bool | Unknown:
        now = self.today.exists(path)
        name = self._name(path)
        # What git ignores, or a sparse working tree leaves out, is as it was.
        return name in self.base.tree if self.base.touched(name) and not isinstance(now, Unknown) else now

    def anchors(self, path: str) -> frozenset[str] | Unknown:
        name = self._name(path)
        return self.anchors_of(name) if self.base.touched(name) else self.today.anchors(path)

    def titled(self, title: str) -> Sequence[str]:
        return self.titles().get(plain(title), ())

    def copies(self, path: str, enough: Enough) -> Sequence[Copy]:
        return tuple(self.passages.of(path, enough))

    def _name(self, path: str) -> str:
        return posixpath.normpath(posixpath.join(self.home, path)).replace(os.sep, "/")
