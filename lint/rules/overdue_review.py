"""The article's review is longer ago than its topic allows, or its next review is due.

Why: A review vouches for the text against what was known on that day. After the interval (three years, one for
articles about medicines, unless the publication says otherwise) it vouches for little. Ninety days before, a warning
gives time to find a reviewer.

Help: Ask a reviewer to read the article again. When that is done, write the reviewer and the day into `reviewed_by` and
move `next_review`.

Bad:

    ---
    title: Stretching
    reviewed_by:
      - name: Jane Example
        role: medical
        on: 2023-05-26
    ---

    Stretching eases stiffness in the lower back.

Good:

    ---
    title: Stretching
    reviewed_by:
      - name: Jane Example
        role: medical
        on: 2026-05-26
    next_review: 2028-05-26
    ---

    Stretching eases stiffness in the lower back.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from lint.article import Article
from lint.context import Context
from lint.finding import Pointer, Problem, Severity
from lint.rules import dates


class Options(NamedTuple):
    """When to speak up."""

    warn_days: int = 90
    """How many days before a review is due it is a warning."""


def check(article: Article, context: Context) -> Iterator[Problem]:
    """The newest review must be within the interval, and `next_review` not past; the earlier of the two counts."""
    due, pointer, why = min(_due(article, context), default=(date.max, (), ""))
    left = (due - context.today).days
    if left < 0:
        yield Problem(pointer, f"{why}: overdue by {dates.length(-left)}.")
    elif left <= context.options(Options).warn_days:
        yield Problem(pointer, f"{why}: due {f'on {due}' if left else 'today'}.", severity=Severity.WARNING)


def _due(article: Article, context: Context) -> Iterator[tuple[date, Pointer, str]]:
    """The days by which the next review must be done, each with its place and reason."""
    planned = dates.day(article, "next_review")
    newest = max(dates.signed(article, "reviewed_by"), default=None)
    # A plan that the last review has already met is a wrong date, not a debt: `dates-out-of-order` reports it.
    if planned and not (newest and newest[0] >= planned):
        yield planned, ("front_matter", "next_review"), f"The next review was planned for {planned}"
    if newest:
        limit = dates.freshness(article, context).reviewed
        why = f"Last reviewed on {newest[0]}, to be repeated within {dates.length(limit)}"
        yield newest[0] + timedelta(days=limit), newest[1], why
