"""A marker cites a reference that the list does not hold.

Why: A reader who follows the number finds nothing: the claim is unsourced, or the list lost an entry when the
article was edited.

Help: Add the missing entry to the references, or correct the number.

Bad:

    Stretching eases stiffness in the lower back for many people. (2)

    ## References

    1. Example A. A title. *Journal*. 2020;1:1-2. <https://doi.org/10.1000/1>

Good:

    Stretching eases stiffness in the lower back for many people. (1)

    ## References

    1. Example A. A title. *Journal*. 2020;1:1-2. <https://doi.org/10.1000/1>
"""

from collections.abc import Iterator

from lint.article import Article
from lint.context import Context
from lint.finding import Problem, Unknown
from lint.rules.common import citations


def check(article: Article, context: Context) -> Iterator[Problem | Unknown]:
    """Every key of every citation must name an entry."""
    known = {reference["key"] for reference in article.document["references"]}
    if not known:
        return  # `missing-references` says it once
    for pointer, citation in citations(article):
        if missing := [key for key in citation["keys"] if key not in known]:
            yield Problem(pointer, _message(missing))


def _message(keys: list[str]) -> str:
    if len(keys) == 1:
        return f"({keys[0]}) is cited, but the references hold no entry {keys[0]}."
    more = f" and {len(keys) - 5} more" if len(keys) > 5 else ""
    return f"{', '.join(f'({key})' for key in keys[:5])}{more} are cited, but the references hold no such entries."
