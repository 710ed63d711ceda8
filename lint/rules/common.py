"""What several rules need: walks over a document, a place for some words, the address and the source of a reference."""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from lint.article import Article
from lint.article.identifiers import normal
from lint.finding import Pointer, Span

Json = dict[str, Any]


def paragraphs(article: Article) -> Iterator[tuple[Pointer, Json, Json]]:
    """Each paragraph as (pointer, paragraph, section), in the order of the text."""
    for s, section in enumerate(article.document["sections"]):
        for p, paragraph in enumerate(section["paragraphs"]):
            yield ("sections", s, "paragraphs", p), paragraph, section


def citations(article: Article) -> Iterator[tuple[Pointer, Json]]:
    """Each citation as (pointer, citation), in the order of the text."""
    for pointer, paragraph, _ in paragraphs(article):
        for c, citation in enumerate(paragraph["citations"]):
            yield (*pointer, "citations", c), citation


def uncited_claims(article: Article, triggers: Iterable[str]) -> Iterator[tuple[Pointer, Json, Json]]:
    """Each claim with one of the triggers that no citation backs, as (pointer, claim, section).

    A citation backs its own paragraph and, where that ends in a colon, the list or table that it introduces.
    """
    introduced = False
    for pointer, paragraph, section in paragraphs(article):
        if pointer[-1] == 0 or paragraph["kind"] not in ("list-item", "table-row"):
            introduced = bool(paragraph["citations"]) and ":" in paragraph["text"][-20:]
        if not paragraph["citations"] and not introduced:
            for c, claim in enumerate(paragraph["claims"]):
                if claim["trigger"] in triggers:
                    yield (*pointer, "claims", c), claim, section


def locate(article: Article, pointer: Pointer, text: str, words: re.Match[str]) -> Span | None:
    """The span of a match in the pointer's text: the same occurrence in the source, across line ends and emphasis."""
    start, end = article.span(pointer)
    between = r"(?:[\s*_>]|\\)+".join(re.escape(word) for word in words[0].split())
    nth = len(re.findall(r"\s+".join(re.escape(word) for word in words[0].split()), text[: words.start()]))
    found = next(islice(re.compile(between).finditer(article.text, start, end), nth, None), None)
    return Span(*found.span()) if found else None


def target(reference: Json) -> str | None:
    """The best address of a reference."""
    if reference["doi"]:
        return f"https://doi.org/{normal('doi', reference['doi'])}"
    if reference["pmid"]:
        return f"https://pubmed.ncbi.nlm.nih.gov/{normal('pmid', reference['pmid'])}/"
    if reference["pmcid"]:
        return f"https://pmc.ncbi.nlm.nih.gov/articles/{normal('pmcid', reference['pmcid'])}/"
    url: str | None = reference["url"]
    return url


def host(url: str | None) -> str:
    """The host of an address, without ``www.``; empty where there is none."""
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def listed(reference: Json, sources: Collection[str]) -> str | None:
    """The first domain (its subdomains count) or publisher name of a list that a reference comes from."""
    if not sources:
        return None
    site = host(reference["url"])
    sites = {site, *(site[at + 1 :] for at, sign in enumerate(site) if sign == ".")}
    names = _names(reference["text"], reference["container"] or "", *reference["authors"])
    return next((name for name, domain, folded in _known(tuple(sources)) if domain in sites or folded in names), None)


@lru_cache(maxsize=64)
def _known(sources: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """Each source as it is written, as a domain and as a name."""
    return [(source, source.casefold().removeprefix("www."), source.casefold()) for source in sources]


@lru_cache(maxsize=256)  # several rules in turn ask for those of the same references
def _names(text: str, *told: str) -> set[str]:
    """What may name the publisher: the container, the authors and each piece of the entry between full stops."""
    pieces = [*told, *re.split(r"[.;]\s", text)]
    return {piece.strip(' .,;*_“”"').casefold() for piece in pieces} - {""}
