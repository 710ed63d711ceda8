"""Prose: the words that a reader sees of a block, its marks, and where each stands, as they are gathered."""

from typing import Any

from lint.article.blocks import Mark

Line = tuple[str, int]
"""A line of prose, without its indentation and line end, and where it begins in the file."""


class Prose:
    """``env`` is the parser's: the link references and footnotes of the article."""

    def __init__(self, env: Any) -> None:
        self.env = env
        self.marks: list[Mark] = []
        self.anchors: list[tuple[int, int]] = []
        self.length = 0
        self._words: list[str] = []

    @property
    def text(self) -> str:
        return "".join(self._words)

    def put(self, words: str, offset: int) -> None:
        """Add words that stand at an offset in the file."""
        if not words:
            return
        if not self.anchors or self.anchors[-1][1] - self.anchors[-1][0] != offset - self.length:
            self.anchors.append((self.length, offset))
        self._words.append(words)
        self.length += len(words)
