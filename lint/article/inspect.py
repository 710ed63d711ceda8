"""Inspect: a document with its spans as lines and columns, for people and other programs."""

from typing import Any

from lint.article import Article
from lint.finding import Pointer
from lint.text import Text

Json = dict[str, Any]


def with_spans(article: Article) -> Json:
    """The document, and each pointer (as a JSON pointer) with where it starts and ends."""
    text = Text(article.text)
    spans = {json_pointer(pointer): _lines(text, *span) for pointer, span in article.spans.items()}
    return {"document": article.document, "spans": spans}


def json_pointer(pointer: Pointer) -> str:
    """A pointer as RFC 6901 writes it."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in pointer)


def _lines(text: Text, start: int, end: int) -> Json:
    return {"start": _position(text, start), "end": _position(text, end)}


def _position(text: Text, offset: int) -> Json:
    line, column = text.position(offset)
    return {"line": line, "column": column}
