"""Dates in the front matter: reading them, their sign-offs, and how old an article may grow."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from lint.article import Article
from lint.context import Context, Freshness
from lint.finding import Pointer

SIGN_OFFS = ("reviewed_by", "fact_checked_by")

_MEDICINES = ("drug", "drugs", "medication", "medications", "medicine", "medicines")
FRESHNESS: Mapping[str, Freshness] = {"": Freshness(), **dict.fromkeys(_MEDICINES, Freshness(reviewed=365))}
"""How old articles may grow where the publication says nothing of a topic."""

_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?![\w-])|(\d{4}-\d\d-\d\d)T\d")


def parse(value: Any) -> date | None:
    """The day of an ISO 8601 date or time; None for anything else, which `malformed-date` reports."""
    match = _ISO.match(value.strip()) if isinstance(value, str) else None
    if match is None:
        return None
    try:
        return date.fromisoformat(match[1] or match[2])
    except ValueError:
        return None


def front(article: Article, key: str) -> Any:
    """The value of a key of the front matter; None where there is none."""
    return article.value(("front_matter", key))


def day(article: Article, key: str) -> date | None:
    """The date under a key of the front matter."""
    return parse(front(article, key))


def people(article: Article, key: str) -> Iterator[tuple[Pointer, dict[str, Any]]]:
    """The people under a key of the front matter, each with its pointer."""
    for index, entry in enumerate(front(article, key) or ()):
        yield ("front_matter", key, index), entry


def signed(article: Article, key: str) -> list[tuple[date, Pointer]]:
    """The dates of the sign-offs under a key, the oldest first, each with its pointer."""
    days = ((parse(entry.get("on")), (*pointer, "on")) for pointer, entry in people(article, key))
    return sorted((found, pointer) for found, pointer in days if found)


def freshness(article: Article, context: Context) -> Freshness:
    """The limits for an article: the strictest of its topics; the general ones where no topic has its own."""
    limits = {topic.casefold(): limit for topic, limit in {**FRESHNESS, **context.freshness}.items()}
    topics = [topic.casefold() for topic in front(article, "topics") or ()]
    own = [limits[topic] for topic in topics if topic in limits]
    found = own or [limits[""]]
    return Freshness(min(limit.modified for limit in found), min(limit.reviewed for limit in found))


def length(days: int) -> str:
    """A number of days as people say it."""
    if days < 120:
        return f"{days} day{'s' * (days != 1)}"
    years, rest = divmod(days, 365)
    if years and (rest < 30 or years > 1):
        return f"{years} year{'s' * (years > 1)}"
    return f"{round(days * 12 / 365)} months"
