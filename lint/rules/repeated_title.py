"""The title stands twice in the article, or two articles share it.

Why: Sites print the title from the front matter above the text; a heading with the same words below it shows it twice.
Two articles with one title compete in searches, and readers cannot tell which is the current one.

Help: Remove the heading that repeats the title. Give each article a title of its own.

Bad:

    ---
    title: Stretching for back pain
    ---

    # Stretching for back pain

    Stretching eases stiffness in the lower back.

Good:

    ---
    title: Stretching for back pain
    ---

    Stretching eases stiffness in the lower back.

    ## When to stretch

    Warm muscles stretch best.
"""

from collections.abc import Iterator

from lint.article import Article
from lint.context import Context
from lint.finding import Problem
from lint.rules.dates import front
from lint.rules.substance import words


def check(article: Article, context: Context) -> Iterator[Problem]:
    """A title is printed once, and belongs to one article."""
    title = front(article, "title")
    # What a reader has seen by the time a heading comes: the site prints the front matter's title first.
    printed = title if isinstance(title, str) and context.prints_title else ""
    seen = {tuple(words(printed)): "the title in the front matter"}
    first = True
    for index, section in enumerate(article.document["sections"]):
        said = tuple(words(section["heading"] or ""))
        if not said or not (first or section["level"] == 1):
            continue
        first = False
        if said in seen:
            message = f"This heading repeats {seen[said]}: readers see it twice."
            yield Problem(("sections", index, "heading"), message)
        seen.setdefault(said, "an earlier heading")
    yield from _shared(article, context)


def _shared(article: Article, context: Context) -> Iterator[Problem]:
    title = article.document["title"]
    others = sorted(path for path in context.corpus.titled(title) if path != article.path) if title else []
    if others:
        more = f" and {len(others) - 3} more" if len(others) > 3 else ""
        message = f"Another article has the same title: {', '.join(others[:3])}{more}."
        yield Problem(("front_matter", "title") if front(article, "title") else ("title",), message)
