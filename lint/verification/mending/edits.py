"""Edits: a missing DOI whose record has the entry's title, first author and year, and the normal form of a DOI link."""

import re
from collections.abc import Iterator
from typing import Any

from lint.article import Article
from lint.article.identifiers import check
from lint.article.lazy import lazy
from lint.finding import Edit, Fix, Pointer, Span
from lint.verification.judging.entry import identifiers, words
from lint.verification.lock import Lock
from lint.verification.matching import VerdictState, compare, is_sure
from lint.verification.record import Identifier, Record

Json = dict[str, Any]

NORMAL = "https://doi.org/"
_RESOLVER = lazy(r"https?://(?:dx\.|www\.)?doi\.org/", re.IGNORECASE)
_HTML_OR_TABLE = lazy(r".\s*(?:\||</\w)|\|", re.DOTALL)


def edits(article: Article, lock: Lock) -> Iterator[Fix]:
    """What the lock allows to write into an article, one fix an entry; only into entries that stand in its body."""
    metadata = article.spans.get(("front_matter",), Span(0, 0))
    for number, reference in enumerate(article.document["references"]):
        at: Pointer = ("references", number)
        if reference["inline"] or at not in article.spans:
            continue
        if not metadata.start <= article.span(at).start < metadata.end:
            fix = _normal(article, at, reference, lock) if reference["doi"] else _missing(article, at, reference, lock)
            if fix:
                yield fix


def _missing(article: Article, at: Pointer, reference: Json, lock: Lock) -> Fix | None:
    """The DOI behind the entry, as a link that a reader can click."""
    doi = next((record.identifier("doi") for record in _records(reference, lock) if _agrees(reference, record)), "")
    end = article.span(at).start + len(article.source(at).rstrip())
    if not doi or check("doi", doi) or set(doi) & set("<>") or _HTML_OR_TABLE().match(article.text, max(0, end - 1)):
        return None
    return Fix(f"Add the DOI {doi}", (Edit(Span(end, end), f" <{NORMAL}{doi}>"),), safe=True)


def _agrees(reference: Json, record: Record) -> bool:
    return is_sure(compare(reference, record))


def _records(reference: Json, lock: Lock) -> Iterator[Record]:
    """What the registries know of an entry without a DOI: by its other identifiers, and by its words."""
    for one in identifiers(reference):
        answer = lock.answer(one) if one.kind != "url" else None
        if answer and answer.record:
            yield answer.record
    searched = lock.search(words(reference))
    if searched and searched.record:
        yield searched.record


def _normal(article: Article, at: Pointer, reference: Json, lock: Lock) -> Fix | None:
    """``https://doi.org/`` in place of older addresses of the resolver, where the DOI is the entry's."""
    source, start, doi = article.source(at), article.span(at).start, reference["doi"].lower()
    old = [
        found
        for found in _RESOLVER().finditer(source)
        if found[0] != NORMAL and source.lower().startswith(doi, found.end())
    ]
    answer = lock.answer(Identifier("doi", reference["doi"])) if old else None
    if not answer or not answer.record:
        return None
    verdict = compare(reference, answer.record)
    if verdict.state is VerdictState.MISMATCH or "title" not in verdict.compared:
        return None
    spans = (Span(start + found.start(), start + found.end()) for found in old)
    return Fix(f"Write {NORMAL}{reference['doi']}", tuple(Edit(span, NORMAL) for span in spans), safe=True)
