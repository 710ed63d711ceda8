"""A DOI, PMID, PMCID, ISBN or arXiv number that cannot be one.

Why: Such an identifier leads nowhere. Most are a slip in copying: a space, a full stop taken along, a digit mistyped.

Help: Copy the identifier again from the source itself, or from its record in PubMed or Crossref.

Bad:

    Stretching eases stiffness in the lower back for many people. (1)

    ## References

    1. Example A. A title. *Journal*. 2020;1:1-2. PMID: 123456789012

Good:

    Stretching eases stiffness in the lower back for many people. (1)

    ## References

    1. Example A. A title. *Journal*. 2020;1:1-2. PMID: 12345678
"""

import re
from collections.abc import Iterator

from lint.article import Article, identifiers
from lint.context import Context
from lint.finding import Edit, Fix, Pointer, Problem, Span

_NAMES = {"doi": "DOI", "pmid": "PMID", "pmcid": "PMCID", "isbn": "ISBN", "arxiv": "arXiv number"}
_LABELLED = {
    "doi": re.compile(r"\bdoi:\s*(?!https?:)([^\s<>]*\d[^\s<>]*)|doi\.org/([^\s<>]+)", re.IGNORECASE),
    "pmid": re.compile(r"\bPMID:\s*(\w*\d\w*)"),
    "pmcid": re.compile(r"\bPMCID:\s*(\w*\d\w*)"),
    "isbn": re.compile(r"\bISBN(?:-1[03])?:?\s+([\dXx][\dXx‐-–-]{5,20})"),
    "arxiv": re.compile(r"\barXiv:\s*([^\s\])]*\d[^\s\])]*)"),
}


def check(article: Article, context: Context) -> Iterator[Problem]:
    """Every identifier must have the syntax, and the check digit, of its kind."""
    for index, reference in enumerate(article.document["references"]):
        for kind in identifiers.KINDS:
            if value := reference[kind]:
                pointer: Pointer = ("references", index, kind)
                if why := identifiers.check(kind, value):
                    yield _problem(article, pointer, kind, value, why)
            elif ("references", index) in article.spans:
                yield from _unread(article, index, kind)


def _unread(article: Article, index: int, kind: str) -> Iterator[Problem]:
    """Identifiers so malformed that the entry was not found to hold one."""
    pointer: Pointer = ("references", index)
    start = article.span(pointer).start
    for match in _LABELLED[kind].finditer(article.source(pointer)[:5000]):
        group = match.lastindex or 0
        value = match[group].rstrip(".,;)]")
        if value and (why := identifiers.check(kind, value)):
            at = start + match.start(group)
            yield Problem(pointer, _message(kind, value, why), span=Span(at, at + len(value)))
            return


def _problem(article: Article, pointer: Pointer, kind: str, value: str, why: str) -> Problem:
    plain = identifiers.normal(kind, value)
    source, span = article.source(pointer), article.span(pointer)
    fix = None
    if identifiers.check(kind, plain) is None and source.count(value) == 1:
        start = span.start + source.index(value)
        fix = Fix(f"Write {plain}", (Edit(Span(start, start + len(value)), plain),), safe=True)
    return Problem(pointer, _message(kind, value, why), fix=fix)


def _message(kind: str, value: str, why: str) -> str:
    shown = value if len(value) <= 60 else f"{value[:60]}…"
    return f"The {_NAMES[kind]} “{shown}” cannot be one: it {why}."
