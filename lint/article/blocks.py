"""Markdown to blocks with spans: the types, and the way in."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from lint.finding import Span

BlockKind = Literal[
    "heading", "paragraph", "list", "list-item", "quotation", "table", "table-row", "footnote", "code", "html", "rule"
]
MarkKind = Literal["link", "image", "code", "strong", "emphasis", "superscript", "footnote", "html"]


class Mark(NamedTuple):
    """Inline markup over ``text[start:end]`` of its block.

    ``span`` is the whole markup in the file. ``value``: a link's or image's URL, a footnote's key, raw HTML.
    """

    kind: MarkKind
    start: int
    end: int
    span: Span
    value: str = ""


class Block(NamedTuple):
    """A block of markdown.

    Leaves (heading, paragraph, table-row, code, html) have ``text``: for prose the words a reader sees, markup removed
    and each line end one space. ``anchors`` maps offsets in ``text`` to offsets in the file, piecewise: between
    two anchors both run in step. ``level``: a heading's level. ``number``: an ordered list item's number.
    ``key``: a footnote definition's key. Containers (list, list-item, quotation, table, footnote) have ``children``.
    """

    kind: BlockKind
    span: Span
    text: str = ""
    marks: tuple[Mark, ...] = ()
    anchors: tuple[tuple[int, int], ...] = ()
    children: tuple["Block", ...] = ()
    level: int = 0
    ordered: bool = False
    number: int | None = None
    key: str = ""

    def locate(self, start: int, end: int) -> Span:
        """The span in the file of ``text[start:end]``."""
        if end <= start:
            return Span(self._offset(start), self._offset(start))
        return Span(self._offset(start), self._offset(end - 1) + 1)

    def _offset(self, position: int) -> int:
        if not self.anchors:
            return self.span.start
        at = max(bisect_right(self.anchors, (position, 1 << 60)) - 1, 0)
        text_at, file_at = self.anchors[at]
        return file_at + (position - text_at)


def flat(blocks: Sequence[Block]) -> Iterator[Block]:
    """Every block in the order of the text, each before what it holds; a stack of our own, for nesting may be deep."""
    pending = list(reversed(blocks))
    while pending:
        block = pending.pop()
        yield block
        pending += reversed(block.children)


def blocks(text: str, start: int = 0) -> tuple[Block, ...]:
    """The blocks of ``text[start:]`` (the body below the front matter), with spans into ``text``."""
    from lint.article.markdown.build import build  # mistune takes long to import

    return build(text, start)
