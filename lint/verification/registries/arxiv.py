"""arXiv: preprints by number, a hundred at once.

https://info.arxiv.org/help/api/user-manual.html (an Atom feed; an identifier that does not exist is left out of it)
and, for the pace of one request in three seconds, https://info.arxiv.org/help/api/tou.html.
"""

import re
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import TYPE_CHECKING

from lint.article.lazy import lazy
from lint.verification.http import NoAnswerError, Reply
from lint.verification.record import Answer, Author, Identifier, Kind, Notice, NoticeKind, Record, State, Years
from lint.verification.registries.reading import StrangeError, plain, year
from lint.verification.registries.source import Source

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ATOM = "{http://www.w3.org/2005/Atom}"
_OWN = "{http://arxiv.org/schemas/atom}"
_WITHDRAWN = lazy(r"\b(?:paper|article|submission|manuscript|preprint|work)\b.{0,40}\bwithdrawn\b|^withdrawn\b", re.I)


class Arxiv:
    """https://export.arxiv.org/api."""

    kinds: frozenset[Kind] = frozenset({"arxiv"})
    batch = 100

    def __init__(self, source: Source) -> None:
        self.name = source.name
        self._source = source

    async def ask(self, identifiers: Sequence[Identifier]) -> AsyncIterator[Answer]:
        query = {
            "id_list": ",".join(identifier.value for identifier in identifiers),
            "max_results": str(len(identifiers)),
        }
        try:
            reply = await self._source.get("/query", query, accept="application/atom+xml", missing=frozenset())
            records = _records(reply, self.name)
        except NoAnswerError as problem:
            for identifier in identifiers:
                yield self._source.unchecked(identifier, problem)
            return
        for identifier in identifiers:
            record = records.get(identifier.same.value)
            yield Answer(identifier, State.FOUND if record else State.UNKNOWN, self.name, record=record)


def _records(reply: Reply, name: str) -> Mapping[str, Record]:
    """The records of a feed by identifier, without versions."""
    if "xml" not in reply.media_type:
        raise NoAnswerError(f"{name} sent something else than data")
    try:
        feed = _parsed(reply.body)
        records = map(_record, feed.iter(f"{_ATOM}entry"))
        return {record.identifiers[0].same.value: record for record in records}
    except ValueError:
        raise NoAnswerError(f"{name} sent an answer in a form that Copydesk does not know") from None


def _parsed(body: bytes) -> "Element":
    """The feed. A document type is refused: it is what makes XML dangerous, and no feed has one."""
    from xml.etree import ElementTree

    if b"<!DOCTYPE" in body or b"\0" in body:
        raise StrangeError
    try:
        feed = ElementTree.fromstring(body)
    except ElementTree.ParseError:
        raise StrangeError from None
    if feed.tag != f"{_ATOM}feed" or feed.find(f"{_ATOM}id") is None:
        raise StrangeError
    return feed


def _record(entry: "Element") -> Record:
    address, title = _text(entry, f"{_ATOM}id"), _text(entry, f"{_ATOM}title")
    number = address.partition("/abs/")[2]
    if not number or not title:  # "Error" entries have an address of another form
        raise StrangeError
    doi = _text(entry, f"{_OWN}doi").lower()
    published = year(_text(entry, f"{_ATOM}published"))
    return Record(
        source="arXiv",
        identifiers=(Identifier("arxiv", number).same, *((Identifier("doi", doi),) if doi else ())),
        title=title,
        authors=tuple(_author(_text(one, f"{_ATOM}name")) for one in entry.iter(f"{_ATOM}author")),
        years=Years(published, None, year(_text(entry, f"{_ATOM}updated"))),
        container="arXiv",
        abbreviations=tuple(filter(None, [_text(entry, f"{_OWN}journal_ref")])),
        type="preprint",
        notices=tuple(_notices(entry)),
    )


def _text(element: "Element", name: str) -> str:
    return plain(element.findtext(name) or "")


def _author(name: str) -> Author:
    """arXiv gives names as they are read; a body is told by its words."""
    if re.search(r"\b(?:collaboration|consortium|group|team)\b", name, re.IGNORECASE):
        return Author(collective=name)
    words = name.split()
    start = next((place for place, word in enumerate(words[:-1]) if place and word[0].islower()), len(words) - 1)
    return Author(" ".join(words[start:]), " ".join(words[:start]))


def _notices(entry: "Element") -> list[Notice]:
    if not _WITHDRAWN().search(_text(entry, f"{_OWN}comment")):
        return []
    return [Notice(NoticeKind.WITHDRAWAL, date=_text(entry, f"{_ATOM}updated")[:10], source="arXiv")]
