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

from collections.abc import Iterator

from lint.article import Article, identifiers
from lint.context import Context
from lint.finding import Edit, Fix, Pointer, Problem, Span

_NAMES = {"doi": "DOI", "pmid": "PMID", "pmcid": "PMCID", "isbn": "ISBN", "arxiv": "arXiv number"}


def check(article: Article, context: Context) -> Iterator[Problem]:
    """Every identifier must have the syntax, and the check digit, of its kind."""
    for index, reference in enumerate(article.document["references"]):
        for kind in identifiers.KINDS:
            if (value := reference[kind]) and (why := identifiers.check(kind, value)):
                yield _problem(article, ("references", index, kind), kind, value, why)


def _problem(article: Article, pointer: Pointer, kind: str, value: str, why: str) -> Problem:
    shown = value if len(value) <= 60 else f"{value[:60]}…"
    message = f"The {_NAMES[kind]} “{shown}” cannot be one: it {why}."
    return Problem(pointer, message, fix=_fix(article, pointer, value, identifiers.normal(kind, value), kind))


def _fix(article: Article, pointer: Pointer, value: str, plain: str, kind: str) -> Fix | None:
    """The plain form, where only the form is off."""
    source, start = article.source(pointer), article.span(pointer).start
    if identifiers.check(kind, plain) or pointer not in article.spans or source.count(value) != 1:
        return None
    start += source.index(value)
    return Fix(f"Write {plain}", (Edit(Span(start, start + len(value)), plain),), safe=True)
