"""A treatment, a dose or a benefit is claimed in a paragraph without a citation.

Why: Readers act on what an article says of treatments. Such a sentence must show what it rests on.

Help: Cite the study or guideline in the same paragraph, or leave the claim out.

Bad:

    ## What helps?

    Ibuprofen relieves pain in the lower back within a few hours, which lets most people move again and return to
    their usual work soon.

Good:

    ## What helps?

    Ibuprofen relieves pain in the lower back within a few hours, which lets most people move again and return to
    their usual work soon. (1)

    ## References

    1. Example A. A title. *Journal*. 2020;1:1-2. <https://doi.org/10.1000/1>
"""

from collections.abc import Iterator
from typing import NamedTuple

from lint.article import Article
from lint.context import Context
from lint.finding import Problem
from lint.rules.common import uncited_claims


class Options(NamedTuple):
    """Options of `uncited-treatment-claim`."""

    roles: tuple[str, ...] = ("introduction", "claim", "instructions", "other")
    """The roles of the sections that are looked at; a conclusion may sum up what the text has cited."""


def check(article: Article, context: Context) -> Iterator[Problem]:
    """Every claim about a treatment needs a citation in its paragraph."""
    roles = context.options(Options).roles
    for pointer, _, section in uncited_claims(article, ("treatment",)):
        if section["role"] in roles:
            yield Problem(pointer, "This claim about a treatment has no source: no citation stands in its paragraph.")
