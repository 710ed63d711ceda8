"""Years: when a work came out, and where in its entry title and container may stand because of that."""

import re
from typing import NamedTuple

from lint.article.lazy import lazy
from lint.article.references.locators import MONTH, Found

_YEAR = r"(?P<year>(?:1[89]|20)\d\d)(?!\d)"
_DATE = rf"(?P<date>(?:(?:\d{{1,2}}\s+)?(?i:{MONTH})\s+(?:\d{{1,2}},?\s+)?)?{_YEAR})"
_DAY_AFTER = r"(?:\s+[A-Z][a-z]{2}\w*\.?(?:[-/–][A-Z]?[a-z]*)?(?:\s+\d{1,2}(?:[-–]\d{1,2})?)?)?"

_AFTER_AUTHORS = lazy(
    rf"[.,]?\s*(?:\((?:[A-Z][a-z]+\.?\s+(?:\d{{1,2}},?\s+)?)?{_YEAR}[a-z]?[^)]{{0,25}}\)"
    r"|(?P<bare>(?:1[89]|20)\d\d)[a-z]?(?=[.,:])|\(n\.\s?d\.\))[.,:]?\s*"
)
_ENDING = (
    lazy(rf"(?<![\w-])(?P<date>{_YEAR}){_DAY_AFTER}\s*[;:](?=\s*(?:\w{{0,4}}\d|\(|[Ss]uppl))"),
    lazy(rf"\((?P<inside>[^()]{{0,60}}?)(?<![-–]){_DATE}\)", re.IGNORECASE),
    lazy(rf"\((?P<date>{_YEAR}), {MONTH}(?:\s+\d{{1,2}})?\)", re.IGNORECASE),
    lazy(rf"\b(?:published|updated|reviewed|posted|revised|modified)\b[^.;]{{0,30}}?\b{_YEAR}\b", re.IGNORECASE),
    lazy(rf"(?<![\w-])(?P<date>{_YEAR})-\d\d-\d\d\b"),
    lazy(rf"(?:^|(?<=[.,;:?!”\"’)|–—-])\s+|\b[A-Z][a-z]+\.?\s+){_DATE}{_DAY_AFTER}\s*(?:[.,;(\[]|$)"),
    lazy(rf"\s{_YEAR}\W*$"),
)
"""Forms of a year that ends the titles, the surest first; the last one may belong to a title."""


class When(NamedTuple):
    """A year, and the stretch of an entry in which title and container stand."""

    found: Found | None
    start: int
    end: int


def when(text: str, start: int, named: bool) -> When:
    """The year of an entry whose authors, if any are named, end at a place."""
    if named and (after := _AFTER_AUTHORS().match(text, start)):
        group = "year" if after["year"] else "bare"
        found = Found(after[group], *after.span(group)) if after[group] else None
        return When(found, after.end(), len(text))
    for pattern in _ENDING:
        last = None
        for last in pattern().finditer(text, start):  # noqa: B007 - the last one counts
            pass
        if last:
            return When(Found(last["year"], *last.span("year")), start, _end(text, last, pattern is _ENDING[-1]))
    return When(None, start, len(text))


def _end(text: str, found: re.Match[str], in_title: bool) -> int:
    groups = found.groupdict()
    if in_title:
        return len(text)
    if "inside" in groups and not any(character.isalpha() for character in groups["inside"]):
        return found.start()
    return found.start("date") if "date" in groups else found.start()
