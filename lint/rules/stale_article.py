"""The article was last modified longer ago than its topic allows.

Why: Guidance changes. Health publications promise to look at each article again within a set time (two years, unless
the publication says otherwise), and readers trust the date.

Help: Check the article against current sources, change what is outdated, and set `last_modified` to the day. Where
nothing needs changing, record the new review in the same commit.

Bad:

    ---
    title: Stretching
    last_modified: 2023-05-26
    topics: [back-pain]
    ---

    Stretching eases stiffness in the lower back.

Good:

    ---
    title: Stretching
    last_modified: 2026-05-26
    topics: [back-pain]
    ---

    Stretching eases stiffness in the lower back.
"""

from collections.abc import Iterator

from lint.article import Article
from lint.context import Context
from lint.finding import Problem
from lint.rules import dates


def check(article: Article, context: Context) -> Iterator[Problem]:
    """`last_modified` must lie within the limit of the strictest of the article's topics."""
    modified = dates.day(article, "last_modified")
    limit = dates.freshness(article, context).modified
    if modified and (context.today - modified).days > limit:
        age = dates.length((context.today - modified).days)
        message = f"Last modified {age} ago ({modified}); this article may be at most {dates.length(limit)} old."
        yield Problem(("front_matter", "last_modified"), message)
