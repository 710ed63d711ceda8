"""From a work as Crossref describes it to a record.

The fields are those of https://github.com/CrossRef/rest-api-doc/blob/master/api_format.md and of
https://api.crossref.org/swagger-ui/index.html; ``updated-by`` with its ``source`` is described at
https://crossref.gitlab.io/tutorials/get-rw-metadata/.
"""

import re
from collections.abc import Iterator, Mapping

from lint.article.lazy import lazy
from lint.verification.record import Author, Identifier, Notice, NoticeKind, Record, Years
from lint.verification.registries.reading import Json, StrangeError, inner, items, table, tables, text, texts, year

_KINDS: Mapping[str, NoticeKind] = {
    "retraction": NoticeKind.RETRACTION,
    "withdrawal": NoticeKind.WITHDRAWAL,
    "removal": NoticeKind.REMOVAL,
    "expression_of_concern": NoticeKind.CONCERN,
    "concern": NoticeKind.CONCERN,
    "partial_retraction": NoticeKind.CONCERN,
    "correction": NoticeKind.CORRECTION,
    "corrigendum": NoticeKind.CORRECTION,
    "erratum": NoticeKind.CORRECTION,
    "reinstatement": NoticeKind.REINSTATEMENT,
}
_SOURCES = {"retraction-watch": "Retraction Watch", "": "publisher"}

_PREFIX = lazy(r"(?:(RETRACTED(?: ARTICLE)?|\[RETRACTED\])|(WITHDRAWN|\[WITHDRAWN\]))\s*:?\s+(?=\S)")


def read(work: Json) -> Record:
    """The record of a work. Raises StrangeError for what has another form."""
    work = table(work)
    doi = text(work, "DOI")
    if not doi or not isinstance(work.get("title"), list | None):
        raise StrangeError
    titles, containers = texts(work, "title"), texts(work, "container-title")
    title, marked = _unmarked(titles[0] if titles else "")
    notices = tuple(_notices(work))
    return Record(
        source="Crossref",
        identifiers=(Identifier("doi", doi.lower()), *_others(work)),
        title=title,
        subtitle=": ".join(texts(work, "subtitle")),
        other_titles=(*titles[1:], *texts(work, "original-title"), *texts(work, "short-title")),
        authors=_people(work, "author"),
        editors=_people(work, "editor"),
        years=Years(
            _year(work, "issued") or _year(work, "published"),
            _year(work, "published-print"),
            _year(work, "published-online") or _year(work, "posted"),
        ),
        container=containers[0] if containers else "",
        abbreviations=(*containers[1:], *texts(work, "short-container-title")),
        volume=text(work, "volume"),
        issue=text(work, "issue"),
        pages=text(work, "page") or text(work, "article-number"),
        edition=text(work, "edition-number"),
        publisher=text(work, "publisher"),
        type=text(work, "type"),
        notices=notices or tuple(marked),
    )


def _others(work: Mapping[str, Json]) -> Iterator[Identifier]:
    yield from (Identifier("isbn", isbn.rpartition("/")[2].replace("-", "")) for isbn in texts(work, "ISBN"))


def _people(work: Mapping[str, Json], role: str) -> tuple[Author, ...]:
    people = (Author(text(one, "family"), text(one, "given"), text(one, "name")) for one in tables(work, role))
    return tuple(person for person in people if any(person))


def _notices(work: Mapping[str, Json]) -> Iterator[Notice]:
    """What was published about this work later: by its publisher, or by Retraction Watch."""
    for update in tables(work, "updated-by"):
        kind = re.sub(r"[\s-]+", "_", text(update, "type").lower())
        source = text(update, "source").lower()
        yield Notice(
            _KINDS.get(kind, NoticeKind.UPDATE),
            text(update, "DOI").lower(),
            _date(update, "updated"),
            _SOURCES.get(source, source),
        )


def _unmarked(title: str) -> tuple[str, list[Notice]]:
    """A title without the mark that publishers put before the title of a retracted work, and what the mark says."""
    mark = _PREFIX().match(title)
    if not mark:
        return title, []
    kind = NoticeKind.RETRACTION if mark[1] else NoticeKind.WITHDRAWAL
    return title[mark.end() :], [Notice(kind, source="publisher")]


def _date(work: Mapping[str, Json], key: str) -> str:
    """``2023-05-26``, as precise as the source is."""
    parts = next(iter(items(inner(work, key), "date-parts")), None) or []
    if not isinstance(parts, list) or not all(isinstance(part, int | None) for part in parts):
        raise StrangeError
    known = [part for part in parts[:3] if part is not None]
    return "-".join(f"{part:04}" if place == 0 else f"{part:02}" for place, part in enumerate(known))


def _year(work: Mapping[str, Json], key: str) -> int | None:
    return year(_date(work, key))
