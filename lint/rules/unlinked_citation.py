"""A citation marker that a reader cannot click.

Why: A number that leads nowhere makes readers scroll, count and come back; few do, and so few check the claim.

Help: Make the marker a link to its entry, `([1](#ref-1))`, and put `<a id="ref-1"></a>` before the entry's words, or
use footnotes (`[^1]`). If your site makes the numbers clickable itself, set
`site_links_markers = true` for this rule.

Bad:

    Stretching eases stiffness in the lower back for many people. (1)

    ## References

    1. Example A. A title. *Journal*. 2020;1:1-2. <https://doi.org/10.1000/1>

Good:

    Stretching eases stiffness in the lower back for many people. ([1](#ref-1))

    ## References

    1. <a id="ref-1"></a>Example A. A title. *Journal*. 2020;1:1-2. <https://doi.org/10.1000/1>
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lint.article import Article
from lint.article.lazy import lazy
from lint.context import Context
from lint.finding import Edit, Fix, Pointer, Problem, Span
from lint.rules.common import citations
from lint.rules.markers import ANCHOR, units

_ID = lazy(r"\b(?:id|name)\s*=\s*[\"']?([^\s\"'<>]+)", re.IGNORECASE)
_PLAIN = lazy(r"[(\[][^()\[\]]*[)\]]|<sup>[^<>]*</sup>|[⁰¹²³⁴-⁹⁻˒,–]+", re.IGNORECASE)


class Options(NamedTuple):
    """Options of `unlinked-citation`."""

    site_links_markers: bool = False
    """The site turns citation markers into links itself, so that the source need not."""


def check(article: Article, context: Context) -> Iterator[Problem]:
    """Every marker must be a link."""
    if context.options(Options).site_links_markers:
        return
    places: dict[str, _Place] | None = None
    for pointer, citation in citations(article):
        if not citation["linked"]:
            places = _places(article) if places is None else places
            marker = " ".join(article.source(pointer).split())
            yield Problem(
                pointer,
                f"The citation {marker} is not a link: a reader cannot click it.",
                fix=_fix(article, pointer, places),
            )


class _Place(NamedTuple):
    """The id at which an entry begins, and the edit that writes it where it has none."""

    name: str
    edit: Edit | None = None


def _places(article: Article) -> dict[str, _Place]:
    """Where each entry that stands in the body can be linked to, by its key."""
    found: dict[str, _Place] = {}
    taken = set(_ID().findall(article.text))
    metadata = article.spans.get(("front_matter",), Span(0, 0))
    for index, reference in enumerate(article.document["references"]):
        span = article.spans.get(("references", index))
        if span is None or reference["inline"] or span.start < metadata.end:
            continue
        there, name = ANCHOR().match(article.text, *span), f"ref-{reference['key']}"
        if there:
            found.setdefault(reference["key"], _Place(there[1]))
        elif name not in taken:
            edit = Edit(Span(span.start, span.start), f'<a id="{name}"></a>')
            found.setdefault(reference["key"], _Place(name, edit))
    return found


def _fix(article: Article, pointer: Pointer, places: dict[str, _Place]) -> Fix | None:
    """Link each number of a marker to its entry, where all of them stand in the body."""
    marker, start = article.source(pointer), article.span(pointer).start
    numbers = units(marker)
    if not numbers or not _PLAIN().fullmatch(marker) or not all(unit.number in places for unit in numbers):
        return None
    edits = [
        Edit(Span(start + unit.start, start + unit.end), f"[{unit.source}](#{places[unit.number].name})")
        for unit in numbers
    ]
    anchors = dict.fromkeys(edit for unit in numbers if (edit := places[unit.number].edit))
    return Fix("Link the citation to its entry", (*edits, *anchors), safe=True)
