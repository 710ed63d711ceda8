"""Parts of blocks: a stretch of one, or several in a row, as a block of its own."""

from collections.abc import Iterable, Iterator, Sequence

from lint.article.blocks import Block, Mark
from lint.finding import Span

PROSE = frozenset(("paragraph", "table-row"))


def part(block: Block, start: int, end: int | None = None) -> Block:
    """The block of ``text[start:end]``, without white space about it; marks that reach out of it are cut."""
    end = len(block.text) if end is None else end
    words = block.text[start:end]
    start += len(words) - len(words.lstrip())
    words = words.strip()
    end = start + len(words)
    marks = tuple(
        mark._replace(start=max(mark.start, start) - start, end=min(mark.end, end) - start)
        for mark in block.marks
        if (mark.start < end and mark.end > start) or start <= mark.start == mark.end < end
    )
    first = (0, block.locate(start, start).start)
    anchors = (first, *((at - start, offset) for at, offset in block.anchors if start < at < end))
    span = _with_markup(block, start, end) if words else block.locate(start, end)
    return block._replace(span=span, text=words, marks=marks, anchors=anchors)


def _with_markup(block: Block, start: int, end: int) -> Span:
    """The span of some words and of the markup around them."""
    span = block.locate(start, end)
    inside = [mark.span for mark in block.marks if start <= mark.start and mark.end <= end and mark.start < mark.end]
    return Span(min([span.start, *(mark.start for mark in inside)]), max([span.end, *(mark.end for mark in inside)]))


def join(blocks: Sequence[Block]) -> Block:
    """One block of several: their words with a space between."""
    if len(blocks) == 1:
        return blocks[0]
    marks: list[Mark] = []
    anchors: list[tuple[int, int]] = []
    words: list[str] = []
    at = 0
    for block in blocks:
        marks += [mark._replace(start=mark.start + at, end=mark.end + at) for mark in block.marks]
        anchors += [(position + at, offset) for position, offset in block.anchors or ((0, block.span.start),)]
        words.append(block.text)
        at += len(block.text) + 1
    span = Span(blocks[0].span.start, blocks[-1].span.end)
    return Block("paragraph", span, " ".join(words), tuple(marks), tuple(anchors))


def plain(text: str) -> Block:
    """A block of words that stand in no file."""
    return Block("paragraph", Span(0, 0), " ".join(text.split()))


def leaves(block: Block) -> Iterator[Block]:
    """The blocks of prose in a block, in the order of the text; footnotes stand apart."""
    if block.kind in PROSE:
        yield block
    for child in block.children:
        if child.kind != "footnote":
            yield from leaves(child)


def footnotes(blocks: Iterable[Block]) -> Iterator[Block]:
    """The footnote definitions, wherever they stand."""
    for block in blocks:
        if block.kind == "footnote":
            yield block
        yield from footnotes(block.children)


def line_breaks(block: Block, source: str) -> Iterator[int]:
    """The positions in a block's text at which its source has a line end."""
    if any(end in source[block.span.start : block.span.end] for end in "\r\n"):
        at = block.text.find(" ")
        while at >= 0:
            offset = block.locate(at, at).start
            if source[offset : offset + 1] in ("\r", "\n") or _ends(source, offset, block, at):
                yield at
            at = block.text.find(" ", at + 1)


def _ends(source: str, offset: int, block: Block, at: int) -> bool:
    """Whether a line end stands between a space and the next word (white space before a line end is one space)."""
    between = source[offset : block.locate(at + 1, at + 1).start]
    return "\n" in between or "\r" in between


def words(text: str) -> int:
    """How many words a text has."""
    return len(text.split())
