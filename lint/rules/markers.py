"""Markers: the numbers in a citation's source, each with the link about it, so that they can be linked or changed."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from lint.article.lazy import lazy

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_UP = {ord(str(digit)): raised for digit, raised in enumerate(_RAISED)}
_DOWN = {ord(raised): str(digit) for digit, raised in enumerate(_RAISED)}
_DIGITS = rf"(?:[1-9]\d{{0,2}}|[{_RAISED}]{{1,3}})"
_UNIT = lazy(
    rf"\[(?P<open>\\?\[|\\?\()?(?P<linked>{_DIGITS})(?P<close>\\?\]|\\?\))?\]\((?P<url>[^()\s]*)\)|(?P<plain>{_DIGITS})"
)
_ALLOWED = lazy(r"(?:[\s,;&–—‐⁻˒^()\[\]\\-]|\b(?:and|to|see|refs?|references?)\b|\.|</?sup>)*", re.IGNORECASE)
_RANGE = lazy(r"[–—‐⁻-]|\bto\b", re.IGNORECASE)
ANCHOR = lazy(r"\s*<(?:a|span)\s+(?:id|name)=[\"']?([^\s\"'<>]+)[\"']?\s*>\s*</(?:a|span)>", re.IGNORECASE)
"""The place at which an entry begins, for links to lead to."""


class Unit(NamedTuple):
    """A number of a marker, with its link if it has one; offsets into the marker's source."""

    start: int
    end: int
    number: str
    url: str | None
    source: str
    is_raised: bool

    def with_number(self, number: str) -> str:
        """The same with another number."""
        shown = number.translate(_UP) if self.is_raised else number
        found = _UNIT().fullmatch(self.source)
        if not found or found["linked"] is None:
            return shown
        return f"[{found['open'] or ''}{shown}{found['close'] or ''}]({self.url})"


def units(source: str) -> list[Unit]:
    """The numbers of a marker; none where it is written in a way that is better left alone."""
    found = [
        Unit(
            match.start(),
            match.end(),
            (match["linked"] or match["plain"]).translate(_DOWN),
            match["url"],
            match[0],
            (match["linked"] or match["plain"])[0] in _RAISED,
        )
        for match in _UNIT().finditer(source)
    ]
    return found if all(_ALLOWED().fullmatch(gap) for gap in _gaps(source, found)) else []


def _gaps(source: str, found: Sequence[Unit]) -> list[str]:
    starts = [0, *(unit.end for unit in found)]
    ends = [*(unit.start for unit in found), len(source)]
    return [source[start:end] for start, end in zip(starts, ends, strict=True)]


def renumbered(source: str, keys: Mapping[str, str], renamed: Callable[[str], str]) -> str | None:
    """A marker with other numbers, in rising order, each once; None where it cannot be written so."""
    found = units(source)
    if not found:
        return None
    gaps = _gaps(source, found)
    if any(map(_RANGE().search, gaps[1:-1])):
        return _ranges(source, found, gaps, keys)
    new = {keys.get(unit.number, unit.number): unit for unit in reversed(found)}
    written = [renamed(unit.with_number(number)) for number, unit in sorted(new.items(), key=lambda pair: int(pair[0]))]
    between = [*gaps[1 : len(written)], gaps[-1]]
    return gaps[0] + "".join(words + gap for words, gap in zip(written, between, strict=True))


def _ranges(source: str, found: Sequence[Unit], gaps: Sequence[str], keys: Mapping[str, str]) -> str | None:
    """``1–3, 5`` under other numbers: runs of three and more stay ranges. Links about them cannot be kept."""
    if any(unit.url is not None or unit.is_raised for unit in found):
        return None
    numbers: set[int] = set()
    for at, unit in enumerate(found):
        first = int(found[at - 1].number) if at and _RANGE().search(gaps[at]) else int(unit.number)
        numbers |= {int(keys.get(str(number), number)) for number in range(first, int(unit.number) + 1)}
    dash = next(gap for gap in gaps[1:-1] if _RANGE().search(gap))
    comma = next((gap for gap in gaps[1:-1] if not _RANGE().search(gap)), ", ")
    return gaps[0] + comma.join(_runs(sorted(numbers), dash, comma)) + gaps[-1]


def _runs(numbers: Sequence[int], dash: str, comma: str) -> list[str]:
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [f"{run[0]}{dash}{run[-1]}" if len(run) > 2 else comma.join(map(str, run)) for run in runs]
