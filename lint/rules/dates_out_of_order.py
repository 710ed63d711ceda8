"""The dates of the article contradict each other.

Why: An article cannot have been modified before it was published, and a review long before publication was of another
text. One of the two dates is wrong, and a reader cannot tell which.

Help: Correct the date that is wrong.

Bad:

    ---
    title: Stretching
    published: 2026-05-26
    last_modified: 2023-05-26
    ---

    Stretching eases stiffness in the lower back.

Good:

    ---
    title: Stretching
    reviewed_by:
      - name: Jane Example
        role: medical
        on: 2023-05-20
    published: 2023-05-26
    last_modified: 2026-05-26
    ---

    Stretching eases stiffness in the lower back.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from lint.article import Article
from lint.context import Context
from lint.finding import Problem
from lint.rules import dates


class Options(NamedTuple):
    """What counts as the right order."""

    lead_days: int = 30
    """How many days before publication a review or a fact-check of the finished text may lie."""


def check(article: Article, context: Context) -> Iterator[Problem]:
    """Publication comes before changes, and not long after the sign-offs; a next review comes after the last."""
    published = dates.day(article, "published")
    modified = dates.day(article, "last_modified")
    if published and modified and modified < published:
        message = f"`last_modified` ({modified}) is before `published` ({published})."
        yield Problem(("front_matter", "last_modified"), message)
    if published:
        earliest = published - timedelta(days=context.options(Options).lead_days)
        for key, what in (("reviewed_by", "review"), ("fact_checked_by", "fact-check")):
            newest = max(dates.signed(article, key), default=None)
            if newest and newest[0] < earliest:
                message = f"The {what} ({newest[0]}) was long before the article was published ({published})."
                yield Problem(newest[1], message)
    yield from _next_review(article)


def _next_review(article: Article) -> Iterator[Problem]:
    due = dates.day(article, "next_review")
    newest = max(dates.signed(article, "reviewed_by"), default=None)
    if due and newest and due <= newest[0]:
        message = f"`next_review` ({due}) is not after the last review ({newest[0]})."
        yield Problem(("front_matter", "next_review"), message)
