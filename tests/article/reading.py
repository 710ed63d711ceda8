"""What the tests of the parser share: a text parsed with default settings."""

from collections.abc import Mapping
from typing import Any

from lint.article import Article
from lint.article.parse import parse
from lint.article.settings import Settings

Json = dict[str, Any]

PROSE = (
    "Example words fill this paragraph so that it is long enough to count as a claim, "
    "which takes twenty words or more in all."
)


def article(text: str, settings: Settings | None = None, files: Mapping[str, str] | None = None) -> Article:
    """The article of a text; bibliographies come from ``files``."""
    parsed = parse("articles/example.md", text, settings or Settings(), (files or {}).get)
    assert not parsed.problems
    return parsed.article


def sections(text: str, settings: Settings | None = None) -> list[Json]:
    found: list[Json] = article(text, settings).document["sections"]
    return found


def outline(text: str, settings: Settings | None = None) -> list[tuple[str | None, str]]:
    """Each section's heading and role."""
    return [(section["heading"], section["role"]) for section in sections(text, settings)]
