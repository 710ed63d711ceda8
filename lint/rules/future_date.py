"""The article was published, modified or signed off on a day that has not come yet.

Why: A date tells readers how current the advice is and who vouched for it when. A day in the future is a slip of the
keyboard, or a sign-off that did not happen.

Help: Write the day on which it happened, as YYYY-MM-DD.

Bad:

    ---
    title: Stretching
    published: 2026-03-05
    last_modified: 2062-03-05
    ---

    Stretching eases stiffness in the lower back.

Good:

    ---
    title: Stretching
    published: 2026-03-05
    last_modified: 2026-03-05
    next_review: 2027-03-05
    ---

    Stretching eases stiffness in the lower back.
"""

from collections.abc import Iterator

from lint.article import Article
from lint.context import Context
from lint.finding import Pointer, Problem
from lint.rules import dates

_DONE = {"reviewed_by": "The review", "fact_checked_by": "The fact-check"}


def check(article: Article, context: Context) -> Iterator[Problem]:
    """No date of something done may lie after today."""
    for pointer, what in _dates(article):
        day = dates.parse(article.value(pointer))
        if day and day > context.today:
            yield Problem(pointer, f"{what} is dated {day}, which is in the future. Write the day it happened.")


def _dates(article: Article) -> Iterator[tuple[Pointer, str]]:
    for key in ("published", "last_modified"):
        yield ("front_matter", key), f"`{key}`"
    for key, what in _DONE.items():
        for pointer, person in dates.people(article, key):
            yield (*pointer, "on"), f"{what} by {person.get('name', 'a person without a name')}"
