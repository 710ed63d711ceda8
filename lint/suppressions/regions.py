"""Where a comment's allowance counts: a block, a section, a line, a stretch."""

from bisect import bisect_left
from collections.abc import Sequence

from lint.article.blocks import Block, flat
from lint.finding import Span
from lint.text import Text


class Regions:
    """The blocks of an article, asked for what follows or holds a comment; built once, each answer is a look-up."""

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        self._lines = Text(text)
        self._end = len(text)
        # A list and its first item start together: the list, which comes first here, is the block that is meant.
        self._blocks = [block for block in flat(blocks) if not _is_comment(block)]
        self._starts = [block.span.start for block in self._blocks]
        self._sections = self._section_ends()

    def below(self, comment: Span) -> Span | None:
        """The next block behind a comment; a heading stands for its section. None at the end of the article."""
        at = bisect_left(self._starts, comment.end)
        return self._region(at) if at < len(self._blocks) else None

    def around(self, block: Block) -> Span:
        """The block that a comment stands in; a heading stands for its section."""
        at = bisect_left(self._starts, block.span.start)
        while self._blocks[at] is not block:
            at += 1
        return self._region(at)

    def next_line(self, comment: Span) -> Span:
        """The line below the comment's last one."""
        line = self._lines.position(comment.end)[0]
        return Span(self._lines.offset(line + 1), self._lines.offset(line + 2))

    def _region(self, at: int) -> Span:
        block = self._blocks[at]
        return Span(block.span.start, self._sections[at] if block.kind == "heading" else block.span.end)

    def _section_ends(self) -> dict[int, int]:
        """For each heading where the next one of its rank or above begins."""
        ends: dict[int, int] = {}
        nearest = [self._end] * 8
        for at in range(len(self._blocks) - 1, -1, -1):
            block = self._blocks[at]
            if block.kind == "heading":
                ends[at] = nearest[block.level]
                nearest[block.level :] = [block.span.start] * (8 - block.level)
        return ends


def _is_comment(block: Block) -> bool:
    return block.kind == "html" and block.text.lstrip().startswith("<!--")
