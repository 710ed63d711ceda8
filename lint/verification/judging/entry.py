"""What of an entry is asked for: its identifiers in their plain form, and the words to search for it by."""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from lint.article.identifiers import KINDS, check, normal
from lint.verification.record import Identifier

Json = Mapping[str, Any]

_LONGEST = 300
_FEWEST = 3
"""A title of fewer words names too many works to search for."""


def identifiers(reference: Json) -> Iterator[Identifier]:
    """The entry's identifiers, without those that can be none, and its web address."""
    for kind in KINDS:
        value = normal(kind, reference[kind]) if reference[kind] else ""
        if value and check(kind, value) is None:
            yield Identifier(kind, value)  # type: ignore[arg-type]
    if reference["url"] and is_web(reference["url"]):
        yield Identifier("url", reference["url"])


def words(reference: Json) -> str:
    """First authors, title, journal and year; "" where they name no work that could be found by them."""
    title = reference["title"] or ""
    if len(title.split()) < _FEWEST or (reference["kind"] == "web" and not reference["authors"]):
        return ""
    parts = (", ".join(reference["authors"][:3]), title, reference["container"], reference["year"])
    return ". ".join(" ".join(str(part).split()) for part in parts if part)[:_LONGEST]


def is_web(url: str) -> bool:
    """Whether an address leads into the web."""
    try:
        parts = urlsplit(url)
        return parts.scheme.lower() in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False
