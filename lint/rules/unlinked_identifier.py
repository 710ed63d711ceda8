"""A bare DOI, PubMed number or web address in the references, which a reader cannot click.

Why: A source that must be copied by hand is a source that few readers open. A word run into the address
(`from:https`) even breaks the links that a site makes by itself.

Help: Put the address in angle brackets, `<https://doi.org/10.1000/1>`, or make a link of the title. If your site turns
bare addresses into links itself, set `site_links_urls = true` for this rule.

Bad:

    Stretching eases stiffness in the lower back for many people. (1)

    ## References

    1. Example A. A title. *Journal*. 2020;1:1-2. doi:10.1000/1

Good:

    Stretching eases stiffness in the lower back for many people. (1)

    ## References

    1. Example A. A title. *Journal*. 2020;1:1-2. <https://doi.org/10.1000/1>
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lint.article import Article
from lint.article.identifiers import normal
from lint.article.lazy import lazy
from lint.context import Context
from lint.finding import Edit, Fix, Pointer, Problem, Span

_LINK = lazy(r"<https?://[^<>\s]*>|\[[^\[\]]*\](?:\((?:[^()\s]|\([^()\s]*\)|\s+\"[^\"]*\")*\)|\[[^\[\]]*\])")
_KEY = lazy(r"@(?:doi|pmid|pmcid|arxiv|isbn|url):[^\s\[\];]+", re.IGNORECASE)
_ANCHOR = lazy(r"<a\s[^<>]*>", re.IGNORECASE)
_URL = lazy(r"(?P<joined>\b[A-Za-z]+:)?(?P<url>https?://[^\s<>\"]+)", re.IGNORECASE)
_DOI = lazy(r"(?:\bdoi:?\s*|\b(?:dx\.)?doi\.org/)?\b(?P<doi>10\.\d{4,9}/[^\s<>\"]+)", re.IGNORECASE)
_PMID = lazy(r"\bPMID:?\s*(?P<pmid>\d+)")


class Options(NamedTuple):
    """Options of `unlinked-identifier`."""

    site_links_urls: bool = False
    """The site turns bare web addresses into links itself, so that only bare DOIs and broken addresses count."""


class _Bare(NamedTuple):
    match: re.Match[str]
    message: str
    address: str
    end: int


def check(article: Article, context: Context) -> Iterator[Problem]:
    """The identifiers of every entry that stands in the body must be links."""
    options = context.options(Options)
    metadata = article.spans.get(("front_matter",), Span(0, 0))
    for index, _ in enumerate(article.document["references"]):
        pointer: Pointer = ("references", index)
        if pointer in article.spans and not metadata.start <= article.span(pointer).start < metadata.end:
            source = article.source(pointer)[:5000]  # no entry is longer, whatever a file holds
            if bare := _bare(source, options):
                yield _problem(pointer, article.span(pointer).start, bare)


def _problem(pointer: Pointer, offset: int, bare: _Bare) -> Problem:
    span = Span(offset + bare.match.start(), offset + bare.end)
    joined = (bare.match.groupdict().get("joined") or "").strip()
    words = f"{joined} <{bare.address}>" if joined else f"<{bare.address}>"
    fix = Fix(f"Write {words}", (Edit(span, words),), safe=True)
    return Problem(pointer, bare.message, help=f"Write {words} so that a reader can click it.", fix=fix, span=span)


def _bare(source: str, options: Options) -> _Bare | None:
    """The first identifier of an entry that is no link, if any."""
    links, rest = _parted(source)
    for match in _URL().finditer(rest):
        url = _trimmed(match["url"])
        end = match.start("url") + len(url)
        if match["joined"]:
            message = f"“{match['joined']}” runs into the address that follows it, so no link can be made of it."
            return _Bare(match, message, url, end)
        if not options.site_links_urls and url not in links:
            return _Bare(match, "The web address is not a link: a reader cannot click it.", url, end)
    return _bare_doi(links, rest) or _bare_pmid(links, rest)


def _bare_doi(links: str, rest: str) -> _Bare | None:
    for match in _DOI().finditer(_URL().sub(lambda url: " " * len(url[0]), rest)) if "10." in rest else ():
        doi = normal("doi", match["doi"])
        if doi.casefold() not in links.casefold():
            message = f"The DOI {doi} is not a link: a reader cannot click it."
            return _Bare(match, message, f"https://doi.org/{doi}", match.start("doi") + len(doi))
    return None


def _bare_pmid(links: str, rest: str) -> _Bare | None:
    match = None if links or "PMID" not in rest or _URL().search(rest) else _PMID().search(rest)
    if match is None:
        return None
    address = f"https://pubmed.ncbi.nlm.nih.gov/{match['pmid']}/"
    return _Bare(match, f"The PubMed number {match['pmid']} is not a link.", address, match.end())


def _trimmed(url: str) -> str:
    url = url.rstrip(".,;:!?'*_")
    return url if "(" in url else url.rstrip(")]").rstrip(".,;:")


def _parted(source: str) -> tuple[str, str]:
    """The source of the links in an entry, and the entry with them blanked out."""
    links: list[str] = []
    rest: list[str] = []
    at = 0
    for start, end in _links(source):
        if start >= at:
            rest.append(source[at:start] + " " * (end - start))
            links.append(source[start:end])
            at = end
    return " ".join(links), "".join(rest) + source[at:]


def _links(source: str) -> Iterator[tuple[int, int]]:
    spans = [match.span() for pattern in (_LINK, _KEY) for match in pattern().finditer(source)]
    for opening in _ANCHOR().finditer(source):
        closing = source.find("</a>", opening.end())
        if closing < 0:
            break
        spans.append((opening.start(), closing + 4))
    yield from sorted(spans)
