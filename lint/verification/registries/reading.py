"""Reads what a registry sent: strictly enough to notice a form that we do not know, and never into an error."""

import html
import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from lint.article.lazy import lazy
from lint.verification.http import NoAnswerError, Reply

Json = Any
T = TypeVar("T")

_BREAKS = lazy(r"<(?:br|p|jats:p|jats:title|/p|/jats:p|/jats:title)\b[^<>]{0,200}>", re.IGNORECASE)
_TAGS = lazy(r"""</?[A-Za-z][\w:.-]{0,40}(?:\s+[\w:.-]{1,40}\s*=\s*(?:"[^"<>]{0,300}"|'[^'<>]{0,300}')){0,9}\s*/?>""")
"""Markup, but not “a <b and c> d”: what stands in a tag after its name has an equals sign."""
_UNSEEN = lazy("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
"""What would do something to a terminal, to the direction of text, or to who writes it to a file."""
_LONGEST = 10_000


class StrangeError(ValueError):
    """An answer whose form we do not know."""


def parsed(reply: Reply, name: str, read: Callable[[Json], T]) -> T:
    """What ``read`` makes of a reply in JSON. Raises NoAnswerError where it is none, or has another form."""
    if "json" not in reply.media_type:
        raise NoAnswerError(f"{name} sent {_media(reply)} instead of data")
    if not reply.body.strip():
        raise NoAnswerError(f"{name} sent an empty answer")
    try:
        return read(json.loads(reply.body))
    except (ValueError, KeyError, RecursionError):
        raise NoAnswerError(f"{name} sent an answer in a form that Copydesk does not know") from None


def _media(reply: Reply) -> str:
    return "a web page" if "html" in reply.media_type else f"“{reply.media_type}”" if reply.media_type else "something"


def table(value: Json) -> Mapping[str, Json]:
    """A JSON object; anything else is strange."""
    if not isinstance(value, dict):
        raise StrangeError
    return value


def inner(value: Json, key: str) -> Mapping[str, Json]:
    """A JSON object in another one; empty where it is absent."""
    found = value.get(key)
    return {} if found is None else table(found)


def items(value: Json, key: str) -> list[Json]:
    """A list in a JSON object; empty where it is absent."""
    found = value.get(key)
    if not isinstance(found, list | None):
        raise StrangeError
    return found or []


def text(value: Json, key: str) -> str:
    """A text in a JSON object, plain; "" where it is absent. A number is as good as a text."""
    found = value.get(key)
    if isinstance(found, bool) or not isinstance(found, str | int | float | None):
        raise StrangeError
    return plain(str(found)) if found is not None else ""


def texts(value: Json, key: str) -> tuple[str, ...]:
    """The texts of a list that are not empty; a single text is a list of one."""
    found = value.get(key)
    entries = [found] if isinstance(found, str) else items(value, key)
    if not all(isinstance(entry, str | None) for entry in entries):
        raise StrangeError
    return tuple(filter(None, (plain(entry) for entry in entries if entry)))


def plain(raw: str) -> str:
    """A text without markup and character references, its white space single, in NFC."""
    raw = raw[:_LONGEST]
    if raw.isascii() and raw.isprintable() and not ("<" in raw or "&" in raw):  # nearly all: names, numbers
        return " ".join(raw.split())
    raw = html.unescape(html.unescape(raw))
    raw = _TAGS().sub("", _BREAKS().sub(" ", raw))
    return unicodedata.normalize("NFC", " ".join(_UNSEEN().sub("", raw).split()))


def year(raw: str) -> int | None:
    """The year that a date begins with."""
    found = re.match(r"(1[0-9]|20|21)\d\d(?!\d)", raw, re.ASCII)
    return int(found[0]) if found else None


def tables(value: Json, key: str) -> Iterator[Mapping[str, Json]]:
    """The JSON objects of a list."""
    return map(table, items(value, key))
