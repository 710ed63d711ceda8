"""The article rests on no journal article and no guideline.

Why: What readers are told about their health should rest on research that other experts have checked, not on pages
that retell it.

Help: Find the study or guideline behind at least one of the sources, and cite it.

Bad:

    Stretching eases stiffness in the lower back for many people. (1)

    ## References

    1. Back pain. Example Clinic. <https://example.org/back-pain>. Accessed May 26, 2026.

Good:

    Stretching eases stiffness in the lower back for many people. (1)

    ## References

    1. Example A. A title. *Journal*. 2020;1:1-2. <https://doi.org/10.1000/1>
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from lint.article import Article
from lint.article.lazy import lazy
from lint.context import Context
from lint.finding import Problem

Json = dict[str, Any]

_GUIDELINE = lazy(
    r"\bguidelines?\b|\b(consensus|position|recommendation) statement\b|\brecommendations (for|on|of)\b"
    r"|\bsystematic review\b|\bcochrane database\b",
    re.IGNORECASE,
)


class Options(NamedTuple):
    """Options of `no-peer-reviewed-source`."""

    share: float = 0.0
    """The share of references, from 0 to 1, that must be journal articles or guidelines; 0 asks for one."""


def check(article: Article, context: Context) -> Iterator[Problem]:
    """Enough of the references must be journal articles or guidelines."""
    references = article.document["references"]
    first = next((number for number, reference in enumerate(references) if not reference["inline"]), None)
    reviewed = sum(map(_is_reviewed, references))
    share = context.options(Options).share
    if first is None or (reviewed and reviewed >= share * len(references)):
        return
    if not reviewed:
        yield Problem(("references", first), "None of the references is a journal article or a guideline.")
    else:
        yield Problem(
            ("references", first),
            f"{reviewed} of the {len(references)} references are journal articles or guidelines; "
            f"this publication asks for {share:.0%} of them.",
        )


def _is_reviewed(reference: Json) -> bool:
    if reference["kind"] in ("journal-article", "guideline") or reference["pmid"] or reference["pmcid"]:
        return True
    if reference["kind"] is None and reference["authors"] and reference["year"] and reference["container"]:
        return True  # it may be an article of a journal, cited without its volume
    return bool(_GUIDELINE().search(reference["title"] or reference["text"]))
