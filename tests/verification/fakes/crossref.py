"""Crossref: works by DOI and by words."""

import re
from typing import Any

from tests.verification.fakes.fake import Answered, Asked, Fake, as_json
from tests.verification.fakes.work import Update, Work, name


class Crossref(Fake):
    """``works`` has what is sent for each DOI (in lower case). ``rate`` and ``at_once`` are stated in each answer."""

    def __init__(self) -> None:
        super().__init__()
        self.works: dict[str, dict[str, Any]] = {}
        self.rate: tuple[int, str] | None = (50, "1s")
        self.at_once: int | None = 5

    def add(self, work: Work) -> None:
        self.works[work.doi.lower()] = message(work)

    def answer(self, asked: Asked) -> Answered:
        headers = {"X-API-Pool": "polite" if asked.query.get("mailto") else "public"}
        if self.rate:
            headers |= {"X-Rate-Limit-Limit": str(self.rate[0]), "X-Rate-Limit-Interval": self.rate[1]}
        if self.at_once:
            headers |= {"X-Concurrency-Limit": str(self.at_once)}
        if asked.path == "/works":
            return as_json(self._list(asked), **headers)
        work = self.works.get(asked.path.removeprefix("/works/").lower())
        if work is None:
            return Answered(404, b"Resource not found.", "text/plain", headers)
        return as_json({"status": "ok", "message-type": "work", "message-version": "1.0.0", "message": work}, **headers)

    def _list(self, asked: Asked) -> dict[str, Any]:
        terms = asked.query.get("query.bibliographic", "")
        scored = sorted(((_score(terms, work), doi) for doi, work in self.works.items()), reverse=True)
        rows = int(asked.query.get("rows", "20"))
        items = [{**self.works[doi], "score": score} for score, doi in scored[:rows] if score]
        message = {
            "facets": {},
            "total-results": len(items),
            "items": items,
            "items-per-page": rows,
            "query": {"start-index": 0, "search-terms": terms},
        }
        return {"status": "ok", "message-type": "work-list", "message-version": "1.0.0", "message": message}


def message(work: Work) -> dict[str, Any]:
    """A work as Crossref sends it; absent fields are left out, as Crossref does."""
    known = {
        "subtitle": [work.subtitle] if work.subtitle else [],
        "original-title": [work.original_title] if work.original_title else [],
        "author": [_person(author) for author in work.authors],
        "editor": [_person(editor) for editor in work.editors],
        "container-title": [work.journal] if work.journal else [],
        "short-container-title": [work.short_journal] if work.short_journal else [],
        "published-print": {"date-parts": [[work.year, 3, 1]]},
        "published-online": {"date-parts": [[work.online, 11, 20]]} if work.online else None,
        "volume": work.volume,
        "issue": work.issue,
        "page": work.pages,
        "edition-number": work.edition,
        "updated-by": [_update(update) for update in work.updates],
    }
    return {
        "DOI": work.doi.lower(),
        "URL": f"https://doi.org/{work.doi.lower()}",
        "prefix": work.doi.partition("/")[0],
        "source": "Crossref",
        "type": work.type,
        "publisher": work.publisher,
        "title": [work.title] if work.title else [],
        "issued": {"date-parts": [[min(filter(None, (work.year, work.online)))]]},
        "created": {"date-parts": [[work.year, 1, 2]], "date-time": f"{work.year}-01-02T03:04:05Z", "timestamp": 0},
        "indexed": {"date-parts": [[2026, 1, 2]], "date-time": "2026-01-02T03:04:05Z", "timestamp": 1767323045000},
        "reference-count": 0,
        "is-referenced-by-count": 0,
        "language": "en",
        "score": 1,
        "relation": {},
        **{key: value for key, value in known.items() if value},
    }


def _person(author: str) -> dict[str, Any]:
    family, given = name(author)
    known = {"given": given, "family": family} if given else {"name": family}
    return {**known, "sequence": "additional", "affiliation": []}


def _update(update: Update) -> dict[str, Any]:
    date = "-".join(f"{part:02}" for part in update.date)
    return {
        "DOI": update.doi,
        "type": update.type,
        "source": update.source,
        "label": update.type.replace("_", " ").capitalize(),
        "updated": {"date-parts": [list(update.date)], "date-time": f"{date}T00:00:00Z", "timestamp": 0},
        **({"record-id": 1} if update.source == "retraction-watch" else {}),
    }


def _score(terms: str, work: dict[str, Any]) -> float:
    """How many of a work's words the entry holds: near enough to a search engine for tests."""
    asked = set(re.findall(r"\w+", terms.lower()))
    names = (person.get("family") or person.get("name", "") for person in work.get("author", ()))
    own = set(re.findall(r"\w+", " ".join((*work["title"], *work.get("container-title", ()), *names)).lower()))
    return round(100 * len(asked & own) / len(own), 3) if own else 0
