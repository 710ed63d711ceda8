"""The articles of a run and the files about them, as far as a rule may ask; read when first asked for."""

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import TYPE_CHECKING

from lint.context import Copy, Enough
from lint.corpus.discover import SUFFIXES
from lint.corpus.read import Unreadable, digest, fetch, read
from lint.finding import Unknown
from lint.inputs import ask

if TYPE_CHECKING:
    from lint.corpus.copies import Copies


class Files:
    """A ``lint.context.Corpus`` on disk.

    ``titles``: the paths of the run's articles by title. ``anchors``: those of articles that are known, by path;
    ``kept`` may remember others by path and stamp; the rest is read when asked for. ``copies``: what the run's articles
    share.
    """

    def __init__(
        self,
        root: Path,
        titles: Mapping[str, Sequence[str]],
        limit: int,
        anchors: Mapping[str, frozenset[str]] = MappingProxyType({}),
        copies: "Copies | None" = None,
        kept: Callable[[str, str], frozenset[str] | None] = lambda path, stamp: None,
    ) -> None:
        self._root = root
        self._kept = kept
        self._limit = limit
        self._copies = copies
        self._anchors: dict[str, frozenset[str] | Unknown] = dict(anchors)
        self._stamps: dict[str, str] = {}
        self._titles: dict[str, list[str]] = {}
        for title, paths in titles.items():
            self._titles.setdefault(plain(title), []).extend(paths)

    def exists(self, path: str) -> bool | Unknown:
        if _is_outside(path):
            return _outside(path)
        ask(self._root / path)
        return os.path.exists(self._root / path)  # noqa: PTH110 - unlike Path.exists, false for what can be no name

    def anchors(self, path: str) -> frozenset[str] | Unknown:
        if path not in self._anchors:
            kept = self._kept(path, self.stamp(path))
            self._anchors[path] = self._read_anchors(path) if kept is None else kept
        return self._anchors[path]

    def stamp(self, path: str) -> str:
        """What changes when the anchors of a file may have changed: its digest, or why it has none."""
        if _is_outside(path) or not path.lower().endswith(SUFFIXES):
            return ""
        if path not in self._stamps:
            try:
                self._stamps[path] = digest(fetch(self._root / path, self._limit))
            except Unreadable as error:
                self._stamps[path] = error.message
        return self._stamps[path]

    def titled(self, title: str) -> Sequence[str]:
        return self._titles.get(plain(title), ())

    def copies(self, path: str, enough: Enough) -> Sequence[Copy]:
        return tuple(self._copies.of(path, enough)) if self._copies else ()

    def _read_anchors(self, path: str) -> frozenset[str] | Unknown:
        if _is_outside(path):
            return _outside(path)
        if not path.lower().endswith(SUFFIXES):
            return Unknown(f"{path} is not a markdown file")
        from lint.article.anchors import anchors
        from lint.article.blocks import blocks
        from lint.article.front_matter.fences import split

        try:
            text = read(self._root / path, self._limit)
        except Unreadable:
            return Unknown(f"{path} cannot be read")
        return anchors(blocks(text, split(text)[1]))


def _is_outside(path: str) -> bool:
    place = PurePosixPath(os.path.normpath(path))
    return place.is_absolute() or place.parts[:1] == ("..",)


def _outside(path: str) -> Unknown:
    return Unknown(f"{path} lies outside the publication's folder")


def plain(title: str) -> str:
    """A title without regard to case and spacing."""
    return " ".join(title.casefold().split())
