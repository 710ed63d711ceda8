"""The same paragraph stands twice in the article.

Why: It is the trace of a careless paste. Readers lose their trust, and an edit to one copy leaves the other behind.

Help: Remove one of the two.

Bad:

    Stretching eases stiffness in the lower back for many people. Hold each stretch for half a minute, breathe calmly,
    and stop where it hurts.

    ## When to stretch

    Warm muscles stretch best.

    Stretching eases stiffness in the lower back for many people. Hold each stretch for half a minute, breathe calmly,
    and stop where it hurts.

Good:

    Stretching eases stiffness in the lower back for many people. Hold each stretch for half a minute, breathe calmly,
    and stop where it hurts.

    ## When to stretch

    Warm muscles stretch best.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lint.article import Article
from lint.context import Context
from lint.finding import Problem
from lint.rules.common import paragraphs

_BOILERPLATE = ("references", "related", "disclaimer", "feedback")


class Options(NamedTuple):
    """What is long enough to be no accident of wording."""

    minimum_words: int = 20
    """Shorter paragraphs may stand twice."""


def check(article: Article, context: Context) -> Iterator[Problem]:
    """Each paragraph of some length stands once; approved disclaimers may stand above and below the text.

    Rows of tables may be alike: tables of one kind have the same head.
    """
    minimum = context.options(Options).minimum_words
    approved = [_plain(text) for text in context.disclaimers.values()]
    seen: dict[str, str] = {}
    for pointer, paragraph, section in paragraphs(article):
        if paragraph["words"] < minimum or section["role"] in _BOILERPLATE or paragraph["kind"] == "table-row":
            continue
        key = _plain(paragraph["text"])
        if key not in seen:
            seen[key] = section["heading"] or ""
        elif not any(key in text or text in key for text in approved):
            opening = " ".join(paragraph["text"].split()[:6])
            where = f"under “{seen[key]}”" if seen[key] else "in the opening"
            yield Problem(pointer, f"This paragraph (“{opening} …”) already stands {where}.")


def _plain(text: str) -> str:
    """The words alone: case, punctuation and spacing do not make a paragraph another one."""
    return " ".join(re.findall(r"\w+", text.casefold()))
