"""DataCite: works by DOI, from data sets to theses and preprints.

The fields are those of https://support.datacite.org/reference/get_dois-id and of
https://datacite-metadata-schema.readthedocs.io.
"""

from collections.abc import AsyncIterator, Iterator, Mapping, Sequence

from lint.verification.http import NoAnswerError
from lint.verification.record import Answer, Author, Identifier, Kind, Notice, NoticeKind, Record, State, Years
from lint.verification.registries.reading import Json, StrangeError, inner, parsed, table, tables, text, year
from lint.verification.registries.source import Source, encoded

_ARXIV = "10.48550/arxiv."


class DataCite:
    """https://api.datacite.org."""

    kinds: frozenset[Kind] = frozenset({"doi"})
    batch = 1

    def __init__(self, source: Source) -> None:
        self.name = source.name
        self._source = source

    async def ask(self, identifiers: Sequence[Identifier]) -> AsyncIterator[Answer]:
        for identifier in identifiers:
            try:
                reply = await self._source.get(f"/dois/{encoded(identifier.value.lower())}")
                if reply.status == 200:
                    yield Answer(identifier, State.FOUND, self.name, record=parsed(reply, self.name, read))
            except NoAnswerError as problem:
                yield self._source.unchecked(identifier, problem)


def read(data: Json) -> Record:
    """The record in an answer. Raises StrangeError for what has another form."""
    work = table(table(table(data)["data"])["attributes"])
    doi, titles = text(work, "doi").lower(), list(tables(work, "titles"))
    if not doi or not titles:
        raise StrangeError
    container, dates = inner(work, "container"), list(tables(work, "dates"))
    return Record(
        source="DataCite",
        identifiers=(Identifier("doi", doi), *_arxiv(doi)),
        title=next((text(one, "title") for one in titles if not text(one, "titleType")), text(titles[0], "title")),
        subtitle=next((text(one, "title") for one in titles if text(one, "titleType") == "Subtitle"), ""),
        other_titles=tuple(text(one, "title") for one in titles if text(one, "titleType") not in ("", "Subtitle")),
        authors=tuple(map(_author, tables(work, "creators"))),
        editors=tuple(_author(one) for one in tables(work, "contributors") if text(one, "contributorType") == "Editor"),
        years=Years(year(text(work, "publicationYear")), None, _earliest(dates)),
        container=text(container, "title"),
        volume=text(container, "volume"),
        issue=text(container, "issue"),
        pages="-".join(filter(None, (text(container, "firstPage"), text(container, "lastPage")))),
        publisher=_publisher(work),
        type=text(inner(work, "types"), "resourceTypeGeneral"),
        notices=tuple(_notices(work, dates)),
    )


def _arxiv(doi: str) -> Iterator[Identifier]:
    if doi.startswith(_ARXIV):
        yield Identifier("arxiv", doi.removeprefix(_ARXIV))


def _author(person: Mapping[str, Json]) -> Author:
    """A person's name in parts, or as ``Family, Given``; a body's as it is."""
    name, family, given = text(person, "name"), text(person, "familyName"), text(person, "givenName")
    if family:
        return Author(family, given)
    if text(person, "nameType") == "Organizational" or "," not in name:
        return Author(collective=name)
    before, _, after = name.partition(",")
    return Author(before.strip(), after.strip())


def _earliest(dates: Sequence[Mapping[str, Json]]) -> int | None:
    """The earliest year in which it was issued or could be had."""
    years = [year(text(one, "date")) for one in dates if text(one, "dateType") in ("Issued", "Available")]
    return min(filter(None, years), default=None)


def _publisher(work: Mapping[str, Json]) -> str:
    """A name, or in newer answers a table with one."""
    return (
        text(inner(work, "publisher"), "name") if isinstance(work.get("publisher"), dict) else text(work, "publisher")
    )


def _notices(work: Mapping[str, Json], dates: Sequence[Mapping[str, Json]]) -> Iterator[Notice]:
    for one in dates:
        if text(one, "dateType") == "Withdrawn":
            yield Notice(NoticeKind.WITHDRAWAL, date=text(one, "date")[:10], source="publisher")
    for one in tables(work, "relatedIdentifiers"):
        if text(one, "relationType") == "IsObsoletedBy" and text(one, "relatedIdentifierType") == "DOI":
            yield Notice(NoticeKind.UPDATE, doi=text(one, "relatedIdentifier").lower(), source="publisher")
