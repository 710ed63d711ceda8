"""An invented work in plain words; each fake says it in its registry's way."""

from dataclasses import dataclass
from typing import Any, NamedTuple


class Update(NamedTuple):
    """A notice about a work: ``retraction``, ``correction``, ``expression_of_concern`` …"""

    type: str
    doi: str = "10.5555/example.notice"
    date: tuple[int, ...] = (2020, 5, 4)
    source: str = "publisher"


@dataclass(frozen=True)
class Work:
    """``authors`` are ``Family, Given``; one without a comma is a body. ``agency`` is who registered the DOI."""

    title: str
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    arxiv: str = ""
    subtitle: str = ""
    original_title: str = ""
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    year: int = 2016
    online: int | None = None
    journal: str = "Journal of Examples"
    short_journal: str = "J Examples"
    volume: str = "12"
    issue: str = "3"
    pages: str = "45-67"
    edition: str = ""
    publisher: str = "Example Press"
    type: str = "journal-article"
    agency: str = "Crossref"
    updates: tuple[Update, ...] = ()

    @classmethod
    def of(cls, data: dict[str, Any]) -> "Work":
        """From JSON, where tuples are lists."""
        updates = tuple(Update(**update) for update in data.pop("updates", ()))
        plain = {key: tuple(value) if isinstance(value, list) else value for key, value in data.items()}
        return cls(**plain, updates=updates)


def name(author: str) -> tuple[str, str]:
    """Family and given name; the latter is "" for a body."""
    family, _, given = author.partition(",")
    return family.strip(), given.strip()
