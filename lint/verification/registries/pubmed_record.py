"""From a summary as PubMed gives it to a record.

The fields are those of the summaries of E-utilities (``version=2.0``, https://www.ncbi.nlm.nih.gov/books/NBK25499/);
publication types and the comments that link notices are described at
https://www.nlm.nih.gov/bsd/policy/errata.html.
"""

import re
from collections.abc import Iterator, Mapping

from lint.verification.record import Author, Identifier, Notice, NoticeKind, Record, Years
from lint.verification.registries.reading import Json, StrangeError, tables, text, texts, year

_NOTICES = {
    "retractionin": NoticeKind.RETRACTION,
    "expressionofconcernin": NoticeKind.CONCERN,
    "erratumin": NoticeKind.CORRECTION,
    "correctedandrepublishedin": NoticeKind.CORRECTION,
    "updatein": NoticeKind.UPDATE,
    "republishedin": NoticeKind.UPDATE,
}
_KINDS: Mapping[str, str] = {"pubmed": "pmid", "doi": "doi", "pmc": "pmcid"}


def read(summary: Mapping[str, Json]) -> Record:
    """The record of a summary. Raises StrangeError for what has another form."""
    title = text(summary, "title") or text(summary, "booktitle")
    if "articleids" not in summary or "title" not in summary:
        raise StrangeError
    return Record(
        source="PubMed",
        identifiers=tuple(_identifiers(summary)),
        title=_unbracketed(title),
        other_titles=tuple(filter(None, [text(summary, "vernaculartitle").rstrip(".")])),
        authors=tuple(_authors(summary)),
        years=Years(year(text(summary, "pubdate")), None, year(text(summary, "epubdate"))),
        container=text(summary, "fulljournalname") or text(summary, "bookname"),
        abbreviations=tuple(filter(None, [text(summary, "source")])),
        volume=text(summary, "volume"),
        issue=text(summary, "issue"),
        pages=text(summary, "pages"),
        edition=text(summary, "edition"),
        publisher=text(summary, "publishername"),
        type=next(iter(texts(summary, "pubtype")), ""),
        notices=tuple(_notices(summary)),
    )


def _identifiers(summary: Mapping[str, Json]) -> Iterator[Identifier]:
    for one in tables(summary, "articleids"):
        kind, value = _KINDS.get(text(one, "idtype")), text(one, "value")
        if kind == "doi" and value:
            yield Identifier("doi", value.lower())
        elif kind == "pmid" and value:
            yield Identifier("pmid", value)
        elif kind == "pmcid" and value.startswith("PMC"):
            yield Identifier("pmcid", value)


def _unbracketed(title: str) -> str:
    """A title without the full stop that PubMed adds, and without the brackets that say "translated"."""
    bare = title.removesuffix(".")
    return bare[1:-1].removesuffix(".") if bare.startswith("[") and bare.endswith("]") else bare


def _authors(summary: Mapping[str, Json]) -> Iterator[Author]:
    """``Fong C`` is a family name and initials; a group is one whole."""
    for one in tables(summary, "authors"):
        name = text(one, "name")
        if text(one, "authtype") == "CollectiveName":
            yield Author(collective=name)
        elif name and text(one, "authtype") in ("Author", ""):
            family, _, initials = re.sub(r"\s+(?:Jr|Sr|[2-9](?:nd|rd|th))$", "", name).rpartition(" ")
            yield Author(family, initials) if family else Author(initials)


def _notices(summary: Mapping[str, Json]) -> Iterator[Notice]:
    linked = [_linked(one) for one in tables(summary, "references")]
    found = [notice for notice in linked if notice]
    yield from found
    retracted = "retracted publication" in (one.lower() for one in texts(summary, "pubtype"))
    if retracted and not any(notice.kind is NoticeKind.RETRACTION for notice in found):
        yield Notice(NoticeKind.RETRACTION, source="PubMed")


def _linked(reference: Mapping[str, Json]) -> Notice | None:
    """A notice that the summary links, e.g. "Retraction in: Spine (Phila Pa 1976). 2018 Apr 1;43(7):E1."."""
    kind = _NOTICES.get(re.sub(r"[^a-z]", "", text(reference, "reftype").lower()))
    if kind is None:
        return None
    date = re.search(r"\.\s*((?:19|20)\d\d)\b", text(reference, "refsource"), re.ASCII)
    return Notice(kind, date=date[1] if date else "", source="PubMed")
