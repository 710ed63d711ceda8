"""Source texts that no article may copy: plain text and markdown in the folders that the publication names."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from lint.article.lazy import lazy
from lint.corpus.discover import SUFFIXES
from lint.corpus.read import Unreadable, read
from lint.finding import CopydeskError, Unchecked
from lint.inputs import look
from lint.passages.passage import Passage
from lint.text import Text

PLAIN = (".txt", ".text", "")
_LARGEST = 20_000_000
_PARAGRAPH = lazy(r"\S(?:[^\n]|\n(?!\s*\n))*")
_ADDRESS = lazy(r"\]\([^()\s]*\)|<?https?://[^\s<>]+>?|<[a-z/!][^<>]*>")


class SourceText(NamedTuple):
    """A source text, read whenever it is asked for: there may be many."""

    file: Path

    def passages(self) -> Sequence[Passage]:
        """Its paragraphs; none where it cannot be read any more."""
        try:
            text = Text(read(self.file, _LARGEST))
        except Unreadable:
            return ()
        found = _PARAGRAPH().finditer(text.source)
        return [Passage((), _ADDRESS().sub(" ", one[0]), text.position(one.start())[0]) for one in found]


def source_texts(root: Path, names: Sequence[str]) -> Iterator[tuple[str, SourceText] | Unchecked]:
    """The source texts in folders and files by their paths, and what there is no text."""
    for name in names:
        place = root / name
        look(place)
        if not place.exists():
            raise CopydeskError(f"{name}: no such folder of source texts; correct [sources] texts, or --sources")
        for file in sorted(_walk(place)) if place.is_dir() else [place]:
            yield _source_text(file, os.path.relpath(file, root).replace(os.sep, "/"))


def _walk(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        look(parent)
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(parent, name) for name in names if not name.startswith("."))


def _source_text(file: Path, shown: str) -> tuple[str, SourceText] | Unchecked:
    if file.suffix.lower() not in (*SUFFIXES, *PLAIN):
        return Unchecked("a source text", "it is neither plain text nor markdown; save it as text", (shown,))
    try:
        read(file, _LARGEST)
    except Unreadable as error:
        return Unchecked("a source text", error.message, (shown,))
    return shown, SourceText(file)
