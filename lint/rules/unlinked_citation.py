"""A citation marker that a reader cannot click.

Why: A number that leads nowhere makes readers scroll, count and come back; few do, and so few check the claim.

Help: Make the marker a link to its source, e.g. `([1](https://doi.org/10.1000/1))`, or use footnotes (`[^1]`). If
your site makes the numbers clickable itself, set `site_links_markers = true` for this rule.

Bad:

    Stretching eases stiffness in the lower back for many people. (1)

    ## References

    1. Example A. A title. *Journal*. 2020;1:1-2. <https://doi.org/10.1000/1>

Good:

    Stretching eases stiffness in the lower back for many people. ([1](https://doi.org/10.1000/1))

    ## References

    1. Example A. A title. *Journal*. 2020;1:1-2. <https://doi.org/10.1000/1>
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lint.article import Article
from lint.article.lazy import lazy
from lint.context import Context
from lint.finding import Edit, Fix, Pointer, Problem, Span
from lint.rules.common import citations, target

_PLAIN = lazy(r"[(\[]\s*\d+(?:\s*,\s*\d+)*\s*[)\]]")


@dataclass(frozen=True, slots=True)
class Options:
    """Options of `unlinked-citation`."""

    site_links_markers: bool = False
    """The site turns citation markers into links itself, so that the source need not."""


def check(article: Article, context: Context) -> Iterator[Problem]:
    """Every marker must be a link."""
    if context.options(Options).site_links_markers:
        return
    targets = {r["key"]: url for r in article.document["references"] if (url := target(r))}
    for pointer, citation in citations(article):
        if not citation["linked"]:
            marker = " ".join(article.source(pointer).split())
            yield Problem(
                pointer,
                f"The citation {marker} is not a link: a reader cannot click it.",
                fix=_fix(article, pointer, targets),
            )


def _fix(article: Article, pointer: Pointer, targets: dict[str, str]) -> Fix | None:
    """Link each number of a plain marker to its source, where all sources have an address."""
    marker, start = article.source(pointer), article.span(pointer).start
    numbers = list(re.finditer(r"\d+", marker))
    if not _PLAIN().fullmatch(marker) or not all(number[0] in targets for number in numbers):
        return None
    edits = (
        Edit(Span(start + number.start(), start + number.end()), f"[{number[0]}]({targets[number[0]]})")
        for number in numbers
    )
    return Fix("Link the citation to its source", tuple(edits), safe=True)
