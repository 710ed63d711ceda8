"""A figure about people or outcomes, or "studies show", in a paragraph without a citation.

Why: A number sounds exact. Without its source a reader cannot tell whether it is current, or true at all, and an
editor cannot check it.

Help: Cite the source of the figure in the same paragraph, or leave the figure out.

Bad:

    ## How common is it?

    About 80% of adults have back pain at some time in their lives, and most of them recover within a few weeks
    without any treatment at all.

Good:

    ## How common is it?

    About 80% of adults have back pain at some time in their lives, and most of them recover within a few weeks
    without any treatment at all. (1)

    ## References

    1. Example A. A title. *Journal*. 2020;1:1-2. <https://doi.org/10.1000/1>
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lint.article import Article
from lint.context import Context
from lint.finding import Problem
from lint.rules.common import paragraphs, uncited_claims

_SUMMARIES = ("introduction", "conclusion")
_FIGURE = re.compile(r"\d[\d.,]*\d|\d")
_MESSAGES = {
    "number": "This figure has no source: no citation stands in its paragraph.",
    "study": "This speaks of research without citing any.",
}


class Options(NamedTuple):
    """Options of `uncited-statistic`."""

    roles: tuple[str, ...] = ("introduction", "claim", "conclusion", "instructions", "other")
    """The roles of the sections that are looked at."""


def check(article: Article, context: Context) -> Iterator[Problem]:
    """Every claim with a figure or a study needs a citation in its paragraph."""
    roles = context.options(Options).roles
    cited: set[str] | None = None
    for pointer, claim, section in uncited_claims(article, _MESSAGES):
        if section["role"] not in roles:
            continue
        if section["role"] in _SUMMARIES:  # an opening and an ending may sum up what the text has cited
            cited = _cited_figures(article) if cited is None else cited
            if (figures := set(_FIGURE.findall(claim["text"]))) and figures <= cited:
                continue
        yield Problem(pointer, _MESSAGES[claim["trigger"]])


def _cited_figures(article: Article) -> set[str]:
    cited = (paragraph["text"] for _, paragraph, _ in paragraphs(article) if paragraph["citations"])
    return {figure for text in cited for figure in _FIGURE.findall(text)}
