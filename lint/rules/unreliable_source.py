"""A source that the publication refuses, or a post that anybody can write.

Why: A claim is only as good as what it rests on, and readers judge an article by its worst source.

Help: Find the primary source of the claim (a study, a guideline, a health service) and cite that instead. The refused
sources are the publication's own list, `[sources] deny`; `[sources] allow` overrides it. Nothing is refused by name
without that list, except posts on social networks and question boards (`user_posts`).

Bad:

    Stretching eases stiffness in the lower back for many people. (1)

    ## References

    1. My back is better. Reddit. <https://www.reddit.com/r/example/1>. Accessed May 26, 2026.

Good:

    Stretching eases stiffness in the lower back for many people. (1)

    ## References

    1. Example A. A title. *Journal*. 2020;1:1-2. <https://doi.org/10.1000/1>
"""

from collections.abc import Iterator
from typing import NamedTuple

from lint.article import Article
from lint.context import Context
from lint.finding import Problem
from lint.rules.common import listed

_USER_POSTS = (
    "facebook.com",
    "instagram.com",
    "pinterest.com",
    "quora.com",
    "reddit.com",
    "snapchat.com",
    "tiktok.com",
    "tumblr.com",
    "twitter.com",
    "x.com",
)


class Options(NamedTuple):
    """Options of `unreliable-source`."""

    user_posts: bool = True
    """Posts on social networks and question boards count as unreliable."""


def check(article: Article, context: Context) -> Iterator[Problem]:
    """No entry may come from a refused source."""
    posts = _USER_POSTS if context.options(Options).user_posts else ()
    for index, reference in enumerate(article.document["references"]):
        if listed(reference, context.sources.allow):
            continue
        key = reference["key"]
        if refused := listed(reference, context.sources.deny):
            yield Problem(
                ("references", index), f"Reference {key} comes from {refused}, which this publication refuses."
            )
        elif site := listed(reference, posts):
            yield Problem(("references", index), f"Reference {key} is a post on {site}, which nobody has checked.")
