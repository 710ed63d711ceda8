"""An encyclopaedia, a preprint or the publication's own site as a source.

Why: An encyclopaedia retells other sources, a preprint has not been reviewed by anyone, and a publication that cites
itself proves nothing.

Help: Cite the source behind it: the study or guideline that the encyclopaedia names, the journal version of the
preprint, the sources of your own earlier article. `[sources] allow` lists exceptions, `[sources] own` your own sites.

Bad:

    Stretching eases stiffness in the lower back for many people. (1)

    ## References

    1. Back pain. Wikipedia. <https://en.wikipedia.org/wiki/Back_pain>. Accessed May 26, 2026.

Good:

    Stretching eases stiffness in the lower back for many people. (1)

    ## References

    1. Example A. A title. *Journal*. 2020;1:1-2. <https://doi.org/10.1000/1>
"""

import re
from collections.abc import Iterator
from typing import Any

from lint.article import Article
from lint.article.identifiers import normal
from lint.article.lazy import lazy
from lint.context import Context
from lint.finding import Problem
from lint.rules.common import listed

Json = dict[str, Any]

_ENCYCLOPAEDIAS = (
    "wikipedia.org",
    "wiktionary.org",
    "britannica.com",
    "encyclopedia.com",
    "newworldencyclopedia.org",
    "citizendium.org",
    "wikihow.com",
    "Wikipedia",
    "Encyclopaedia Britannica",
    "Encyclopædia Britannica",
    "Encyclopedia Britannica",
)
_PREPRINTS = (
    "arxiv.org",
    "biorxiv.org",
    "medrxiv.org",
    "chemrxiv.org",
    "psyarxiv.com",
    "preprints.org",
    "researchsquare.com",
    "ssrn.com",
    "arXiv",
    "bioRxiv",
    "medRxiv",
    "SSRN",
)
_PREPRINT_DOI = lazy(
    r"10\.(48550/arxiv\.|21203/rs\.|2139/ssrn\.|64898/|20944/preprints|26434/|31234/|31219/"
    r"|1101/(\d{4}\.\d\d\.\d\d\.)?\d{6,8}$)",  # journals of one press share this prefix
    re.IGNORECASE,
)


def check(article: Article, context: Context) -> Iterator[Problem]:
    """No entry may be at second hand, unreviewed or one's own."""
    for index, reference in enumerate(article.document["references"]):
        if listed(reference, context.sources.allow):
            continue
        if what := _what(reference, context):
            yield Problem(("references", index), f"Reference {reference['key']} {what}.")


def _what(reference: Json, context: Context) -> str | None:
    if listed(reference, context.sources.own):
        return "is this publication's own page, not a source of its own"
    if listed(reference, _ENCYCLOPAEDIAS):
        return "is an encyclopaedia entry: cite the source behind it"
    if _is_preprint(reference):
        return "is a preprint, which has not been peer-reviewed: cite the journal version"
    return None


def _is_preprint(reference: Json) -> bool:
    if reference["doi"]:
        return bool(_PREPRINT_DOI().match(normal("doi", reference["doi"])))
    if reference["pmid"]:
        return False  # a journal published it; the address is only where to read it
    return bool(reference["arxiv"] or listed(reference, _PREPRINTS))
