"""Lists in HTML: their items, as those of a list in markdown."""

import re
from collections.abc import Iterator
from html import unescape

from lint.article.blocks import Block, Mark
from lint.article.lazy import lazy
from lint.finding import Span

_ITEM = lazy(r"<li\b[^<>]*>", re.IGNORECASE)
_END = lazy(r"<li\b|</(?:li|ol|ul)\b", re.IGNORECASE)
_TOKEN = lazy(r"<[^<>]+>|\s+|&#?\w{1,10};|[^<&\s]+|[<&]")
_LINK = lazy(r"<a\s(?:[^<>]{0,500}?\s)?href\s*=\s*[\"']?([^\"'\s<>]+)", re.IGNORECASE)
_EMPHASIS = ("<i>", "<em>", "<cite>")


def items(block: Block) -> Iterator[Block]:
    """The items of a block of HTML as those of a list."""
    for number, opening in enumerate(_ITEM().finditer(block.text), start=1):
        closing = _END().search(block.text, opening.end())
        end = closing.start() if closing else len(block.text)
        prose = _prose(block, opening.end(), end)
        span = block.locate(opening.start(), end)
        yield Block("list-item", span, children=(prose,), ordered=True, number=number)


def _prose(block: Block, start: int, end: int) -> Block:
    """The words between two places, with their links and emphasis."""
    words: list[str] = []
    marks: list[Mark] = []
    anchors: list[tuple[int, int]] = []
    opened: list[tuple[str, int, int]] = []
    at = 0
    for token in _TOKEN().finditer(block.text, start, end):
        place = block.locate(token.start(), token.end())
        if token[0].startswith("</"):
            marks += [_mark(tag, first, at, Span(begun, place.end)) for tag, first, begun in opened]
            opened = []
        elif len(token[0]) > 1 and token[0][0] == "<":
            if token[0].lower() in _EMPHASIS or _LINK().match(token[0]):
                opened = [(token[0], at, place.start)]
        elif not token[0].isspace() or (words and words[-1] != " "):
            words.append(" " if token[0].isspace() else unescape(token[0]))
            anchors.append((at, place.start))
            at += len(words[-1])
    return Block("paragraph", block.locate(start, end), "".join(words).rstrip(), tuple(marks), tuple(anchors))


def _mark(tag: str, start: int, end: int, span: Span) -> Mark:
    link = _LINK().match(tag)
    return Mark("link" if link else "emphasis", start, end, span, unescape(link[1]) if link else "")
