"""Two styles of citation markers in one article, or two ways to place them.

Why: A second style, or `.(1)` beside `. (2)`, looks careless to readers and makes them wonder whether the two
mean different things.

Help: Write all markers of an article alike: the same brackets, the same side of the full stop, the same spacing.

Bad:

    Stretching eases stiffness in the lower back.(1) Walking does so too.(2) Rest does not. (3)

    ## References

    1. Example A. A first title. *Journal*. 2020;1:1-2. <https://doi.org/10.1000/1>
    2. Example B. Another title. *Journal*. 2021;2:3-4. <https://doi.org/10.1000/2>
    3. Example C. A third title. *Journal*. 2022;3:5-6. <https://doi.org/10.1000/3>

Good:

    Stretching eases stiffness in the lower back.(1) Walking does so too.(2) Rest does not.(3)

    ## References

    1. Example A. A first title. *Journal*. 2020;1:1-2. <https://doi.org/10.1000/1>
    2. Example B. Another title. *Journal*. 2021;2:3-4. <https://doi.org/10.1000/2>
    3. Example C. A third title. *Journal*. 2022;3:5-6. <https://doi.org/10.1000/3>
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lint.article import Article
from lint.context import Context
from lint.finding import Edit, Fix, Pointer, Problem, Span
from lint.rules.common import citations

_RAISED = {"superscript", "unicode-superscript", "caret"}  # alike to a reader
_NAMES = {
    "parenthesis": "a number in parentheses, like (1)",
    "bracket": "a number in brackets, like [1]",
    "superscript": "a raised number",
    "footnote": "a footnote, like [^1]",
    "key": "a key, like [@name]",
}


class _Marker(NamedTuple):
    pointer: Pointer
    style: str
    span: Span
    gap: str
    """The white space before it."""
    side: str
    """``after`` or ``before`` a full stop; ``inside`` a sentence; empty behind another marker."""


def check(article: Article, context: Context) -> Iterator[Problem]:
    """The odd ones out: of the styles, of the side of the full stop, of the spacing."""
    markers = [_marker(article, pointer, c["style"]) for pointer, c in citations(article) if c["style"] != "link"]
    yield from _styles(markers)
    placed = [marker for marker in markers if marker.side]
    yield from _sides([marker for marker in placed if marker.side != "inside"])
    yield from _spaces([marker for marker in placed if marker.side == "after"])
    yield from _spaces([marker for marker in placed if marker.side != "after"])


def _marker(article: Article, pointer: Pointer, style: str) -> _Marker:
    span, text = article.span(pointer), article.text
    before, after = text[max(0, span.start - 40) : span.start], text[span.end : span.end + 40]
    gap = before[len(before.rstrip()) :]
    last, following = before.rstrip()[-1:], after.lstrip()[:1]
    if last in ".!?…" and last and not (following.islower() or following in ",;:"):
        side = "after"
    elif last in ".,;:)]>" or not last:
        side = ""
    else:
        side = "before" if re.match(r"[.!?](\s|$)", after) else "inside"
    return _Marker(pointer, "superscript" if style in _RAISED else style, span, gap, side)


def _styles(markers: Sequence[_Marker]) -> Iterator[Problem]:
    counts = Counter(marker.style for marker in markers).most_common()
    for style, count in counts[1:] if _is_usual(counts, len(markers)) else ():
        usual, many = counts[0]
        first = next(marker for marker in markers if marker.style == style)
        yield Problem(
            first.pointer,
            f"This citation is {_NAMES.get(style, style)} ({count} in this article); "
            f"the article's usual style is {_NAMES.get(usual, usual)} ({many}).",
        )


def _is_usual(ranked: Sequence[tuple[object, int]], total: int) -> bool:
    """Whether at least two thirds are alike; with a smaller majority nobody can say which are the odd ones."""
    return bool(ranked) and ranked[0][1] * 3 >= total * 2


def _sides(markers: Sequence[_Marker]) -> Iterator[Problem]:
    for odd, rest in _split(markers, [marker.side for marker in markers]):
        yield Problem(
            odd[0].pointer,
            f"This citation stands {odd[0].side} the full stop, {len(rest)} of the article's {len(markers)} "
            f"stand {rest[0].side} it.",
        )


def _spaces(markers: Sequence[_Marker]) -> Iterator[Problem]:
    for odd, rest in _split(markers, [bool(marker.gap) for marker in markers]):
        here, there = ("a space", "none") if odd[0].gap else ("no space", "one")
        yield Problem(
            odd[0].pointer,
            f"This citation has {here} before it, {len(rest)} of {len(markers)} such citations have {there}.",
            fix=Fix("Space the citations alike", tuple(_respaced(marker) for marker in odd), safe=True),
        )


def _respaced(marker: _Marker) -> Edit:
    start = marker.span.start
    return Edit(Span(start - len(marker.gap), start), "" if marker.gap else " ")


def _split(
    markers: Sequence[_Marker], values: Sequence[object]
) -> Iterator[tuple[Sequence[_Marker], Sequence[_Marker]]]:
    """The few and the many, where there are both."""
    ranked = Counter(values).most_common()
    if len(ranked) == 2 and _is_usual(ranked, len(values)):
        usual = ranked[0][0]
        pairs = list(zip(markers, values, strict=True))
        yield [m for m, value in pairs if value != usual], [m for m, value in pairs if value == usual]
