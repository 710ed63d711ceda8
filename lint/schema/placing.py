"""Where a problem of the schema is shown: at its value, or at the line where the missing one belongs."""

import re

from lint.article import Article
from lint.finding import Pointer, Span

_DOCUMENT: Pointer = ()
_LINE_END = re.compile(r"[\r\n]")


def missing(article: Article, parent: Pointer, key: str) -> Span:
    """The place of a key without a value, else the first line of what should hold it."""
    return article.keys.get((*parent, key)) or first_line(article, parent)


def key(article: Article, pointer: Pointer) -> Span:
    """The place of a key itself."""
    return article.keys.get(pointer) or article.span(pointer)


def value(article: Article, pointer: Pointer) -> Span:
    """The place of a value; one that stands nowhere is shown by the heading of its section, or by the title."""
    if pointer in article.spans and pointer != _DOCUMENT:
        return article.spans[pointer]
    while pointer and pointer not in article.spans:
        pointer = pointer[:-1]
    if pointer == _DOCUMENT:
        return article.spans.get(("title",)) or first_line(article, pointer)
    return article.spans.get((*pointer, "heading")) or first_line(article, pointer)


def first_line(article: Article, pointer: Pointer) -> Span:
    """The first line of a value, or the part of it that is the value's."""
    start, end = article.span(pointer)
    line_end = _LINE_END.search(article.text, start, end) if pointer else _LINE_END.search(article.text)
    return Span(start, line_end.start() if line_end else end)
