"""Entries: what a reference in free text says: authors, title, container, year, kind and locators."""

import re
from itertools import islice
from typing import NamedTuple

from lint.article.blocks import Block
from lint.article.lazy import lazy
from lint.article.references.authors import authors, behind_title
from lint.article.references.kinds import kind
from lint.article.references.locators import Found, locators
from lint.article.references.titles import Middle, Stretch
from lint.article.references.years import When, when

_LONGEST = 5000  # no entry is longer, whatever a file holds
_READ = r"(?:accessed|retrieved|available|viewed|cited)\b"
_TAIL = lazy(
    r"\b(?:doi\s*[:=]|https?://|www\.|PMC?ID\b|ISBN\b|arXiv\s*:|web\.\s+\d)|(?<![\w./])10\.\d{4,9}/"
    rf"|(?<=[.,;:?!)\]”\"’*] ){_READ}(?=[:\s])|(?<=[\[(]){_READ}(?=[:\s])"
    rf"|\b{_READ}\s*(?:(?:from|at|on|online)\b\s*)?:?\s*(?=https?:|www\.|\d)",
    re.IGNORECASE,
)
"""Where the words end that describe a work; "available" and "cited" may stand in its title too."""
_AFTER_YEAR = lazy(r"\)[.,:]?\s+(?=[A-Z])")
_BOUNDARY = lazy(r"[.?!]\s+|\s[–—-]\s")
_ONE = lazy(r"(?:[A-Z]\.\s?){1,3}[^\W\d_][\w'’-]+\.\s")
"""One author behind a title, whose initials come first."""
_ASIDE = lazy(r"\[(?:Internet|Online\.?|(?:cited|accessed|updated|viewed)\b[^\[\]]{0,80})\]", re.IGNORECASE)
"""What stands in brackets between the parts of an entry: of the medium and of the day it was read."""


class Entry(NamedTuple):
    """What was read. ``fields``: title, container, year, identifiers, url, accessed, as far as they were found."""

    kind: str | None
    authors: tuple[Found, ...]
    fields: dict[str, Found]


def read(block: Block) -> Entry:
    """The fields of an entry in any of the usual styles."""
    text = block.text[:_LONGEST]
    plain = _ASIDE().sub(lambda aside: " " * len(aside[0]), text) if "[" in text else text
    tail = _TAIL().search(plain)
    middle = Middle.of(block, plain[: tail.start()] if tail else plain)
    people, at = authors(middle.text, middle.begins)
    date = when(middle.text, at, bool(people))
    title, container, behind = _titles(middle, date, bool(people))
    told = {"year": date.found, "title": middle.found(*title), "container": middle.found(*container)}
    fields = locators(block) | {name: found for name, found in told.items() if found}
    return Entry(kind(text[: len(middle.text)], fields), tuple(people or behind), fields)


def _titles(middle: Middle, date: When, named: bool) -> tuple[Stretch, Stretch, list[Found]]:
    """Title, container, and the authors that stand behind the title where none (``named``) stand before it."""
    start = len(middle.text) - len(middle.text[date.start :].lstrip(" .,:;&-–—)"))
    people: list[Found] = []
    if marked := middle.marked(start):
        title, end = marked
        if not named:
            people, after = behind_title(middle.text, end)
            end = max(end, after)
        container = middle.container(end, date.end)
    elif not named and (turned := _turned(middle, start)):
        title, people, end = turned
        container = middle.container(end, date.end)
    else:
        title, container = middle.titles(start, max(date.end, start))
    if not named and date.found and container[0] == container[1]:
        after_year = _AFTER_YEAR().match(middle.text, date.found.end)
        container = middle.container(after_year.end(), len(middle.text)) if after_year else container
    return title, container, people


def _turned(middle: Middle, start: int) -> tuple[Stretch, list[Found], int] | None:
    """A title, the authors behind it, and where they end: the order in which PubMed lists what it finds."""
    for boundary in islice(_BOUNDARY().finditer(middle.text, start), 3):
        people, end = behind_title(middle.text, boundary.end())
        if len(people) > 1 or (people and _ONE().match(middle.text, boundary.end())):
            return (start, boundary.start()), people, end
    return None
