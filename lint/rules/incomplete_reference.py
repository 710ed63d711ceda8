"""A reference lacks what its kind needs: authors, title, journal, year, or a way to find it.

Why: A reader must be able to find the source, and an editor to see at a glance who wrote it, where and when.

Help: Complete the entry. A journal article needs authors, title, journal, year and a DOI, PubMed number or pages; a
book needs authors or editors, title, year and publisher; a web page needs a title and its address.

Bad:

    Stretching eases stiffness in the lower back for many people. (1)

    ## References

    1. Example A. A title of a paper. *Journal of Examples*. <https://doi.org/10.1000/1>

Good:

    Stretching eases stiffness in the lower back for many people. (1)

    ## References

    1. Example A. A title of a paper. *Journal of Examples*. 2020;1:1-2. <https://doi.org/10.1000/1>
"""

import re
from collections.abc import Iterator
from typing import Any

from lint.article import Article
from lint.article.lazy import lazy
from lint.article.references.volumes import VOLUME
from lint.context import Context
from lint.finding import Problem

Json = dict[str, Any]

_NEEDS = {
    "journal-article": ("authors", "title", "container", "year", "locator"),
    "preprint": ("authors", "title", "year", "locator"),
    "book": ("authors", "title", "year", "publisher"),
    "chapter": ("authors", "title", "year", "publisher"),
    "thesis": ("authors", "title", "year"),
    "web": ("title", "url"),
}
_LONGEST = 2000
_OTHERS = ("title", "locator")
_WORDS = {
    "authors": "its authors",
    "title": "a title",
    "container": "the journal",
    "year": "the year",
    "locator": "a way to find it (a DOI, a PubMed number, an address, or volume and pages)",
    "publisher": "a publisher or an ISBN",
    "url": "its address",
}

_SHORT = lazy(r"\W*(?:ibid|idem|id|op\. ?cit|loc\. ?cit)\b", re.IGNORECASE)
"""How a note names a source again that stands in full before it."""
_LINK = lazy(r"\]\([^)\s]|\]\[|<a\s", re.IGNORECASE)
_YEAR = lazy(r"(?<!\d)(1[89]|20)\d\d(?!\d)|\bn\.\s?d\.|\b(in press|forthcoming|ahead of print)\b", re.I)
_PAGES = lazy(
    r"(?<!\d)\d+\s*(\(\s*[\w\s/.–-]{1,20}\))?\s*[:,]\s*(p{1,2}\.\s*)?e?[A-Z]?\d+|\bpp?\.\s*\d+|\bvol(ume|\.)\s*\d+"
)
_PUBLISHER = lazy(r"\b(press|publish\w*|books?|verlag|elsevier|springer|wiley|sons|ed\.|edition)\b|: [A-Z]", re.I)
_ADDRESS = lazy(r"https?://|\bwww\.|\bdoi\b", re.IGNORECASE)


def check(article: Article, context: Context) -> Iterator[Problem]:
    """Every entry must name what its kind needs."""
    for index, reference in enumerate(article.document["references"]):
        if reference["inline"] or _SHORT().match(reference["text"] or ""):
            continue  # a link in the text is no entry
        missing = [part for part in _NEEDS.get(reference["kind"], _OTHERS) if not _holds(reference, part)]
        if missing == ["locator"] and _LINK().search(article.source(("references", index))[:_LONGEST]):
            continue  # a page of the publication's own, by its path
        if missing:
            words = " and ".join(filter(None, (", ".join(_WORDS[p] for p in missing[:-1]), _WORDS[missing[-1]])))
            yield Problem(("references", index), f"Reference {reference['key']} does not name {words}.")


def _holds(reference: Json, part: str) -> bool:
    """Whether an entry names a part. What could not be told apart in its text gets the benefit of the doubt."""
    text = (reference["text"] or "")[:_LONGEST]
    if part == "locator":
        named = any(reference[name] for name in ("doi", "pmid", "pmcid", "isbn", "arxiv", "url"))
        return named or bool(_ADDRESS().search(text) or _PAGES().search(text) or VOLUME().search(text))
    if part == "year":
        return bool(reference["year"] or _YEAR().search(text))
    if part == "publisher":
        return bool(reference["isbn"] or reference["container"] or _PUBLISHER().search(text))
    if part == "url":
        return bool(reference["url"] or _ADDRESS().search(text))
    if part == "container":
        return bool(reference["container"]) or _ran_together(reference)
    if part == "authors":
        return bool(reference["authors"]) or _ran_together(reference) or not _begins_with_title(reference, text)
    return bool(reference[part])


def _ran_together(reference: Json) -> bool:
    """Whether what was read as the title may hold the authors or the journal as well."""
    return ". " in (reference["title"] or "")


def _begins_with_title(reference: Json, text: str) -> bool:
    title = reference["title"] or ""
    return not text or bool(title and text.lstrip(" *_“\"'[").casefold().startswith(title.casefold()))
