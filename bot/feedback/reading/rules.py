"""What makes a label of classes of words: some that stand near each other, and none near that speak against it.

A rule names classes: ``took much drug -past ~10`` holds where an entry of each stands within ten words of one of the
first, all of one language, and none of those with a minus does. Without ``~`` it is eight words.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from bot.feedback.reading.vocabulary import Found, Place

_WINDOW = 8
SHARED = "any"
"""The language whose entries count in each."""
Hits = Mapping[str, list[Place]]


class Rule(NamedTuple):
    """Classes that must stand near the first one, classes that must not, and how near in places."""

    first: str
    others: tuple[str, ...]
    without: tuple[str, ...]
    window: int
    wanted: frozenset[str]


def rule(line: str) -> Rule:
    """The rule that a line says."""
    parts = line.split()
    window = next((int(part[1:]) for part in parts if part[0] == "~"), _WINDOW)
    first, *others = (part for part in parts if part[0] not in "-~")
    return Rule(
        first,
        tuple(others),
        tuple(part[1:] for part in parts if part[0] == "-"),
        2 * window,
        frozenset((first, *others)),
    )


def places(one: Rule, found: Found) -> Iterator[Place]:
    """Where a rule holds: the places of its first class."""
    shared = found.get(SHARED, {})
    for own in found.values():
        if all(name in own or name in shared for name in one.wanted):
            hits = (
                own
                if own is shared
                else {name: sorted([*own.get(name, ()), *shared.get(name, ())]) for name in (*one.wanted, *one.without)}
            )
            yield from (place for place in hits[one.first] if _holds(one, place, hits))


def _holds(one: Rule, place: Place, hits: Hits) -> bool:
    return all(_is_near(hits.get(name, ()), place, one.window) for name in one.others) and not any(
        _is_near(hits.get(name, ()), place, one.window) for name in one.without
    )


def _is_near(hits: list[Place] | tuple[()], place: Place, window: int) -> bool:
    """Whether an entry other than this one stands near it."""
    at = bisect_left(hits, Place(place.start - window, 0))
    near = (hit for hit in hits[at : at + 3] if hit.start <= place.end + window)
    return any(hit != place for hit in near)
