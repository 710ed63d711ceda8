"""An inverted index: which passages share enough kept shingles to be worth a comparison."""

from array import array
from collections import Counter
from collections.abc import Iterator, Mapping
from heapq import nsmallest
from typing import NamedTuple

from lint.passages.facts import Facts

STOCK = 20
"""A shingle in more texts is a turn of phrase: it proves nothing, and would make the search quadratic."""
LIKELIEST = 10
"""A passage is compared with no more than these: what stands in more places is nobody's."""
_PART_OF = 10
"""Two passages are worth a comparison where they seem to share a tenth of the shorter one."""
_NUMBERS = 1 << 16
_PART = 2_000_000
"""About so many shingles are looked at together when looking for those that stand in two texts."""


class Near(NamedTuple):
    """A passage (by its number) that may be one of another text."""

    own: int
    path: str
    other: int


class Index:
    """The passages of many texts by their shingles; what stands in one text alone is forgotten.

    ``only``: the shingles that count, for questions about texts that have no others: so it is made in a moment.
    """

    def __init__(self, facts: Mapping[str, Facts], only: frozenset[int] | None = None) -> None:
        self._facts = facts
        self._paths = sorted(facts)
        self._texts = {path: text for text, path in enumerate(self._paths)}
        self._postings: dict[int, list[int]] = {}
        wanted = _repeated(facts) if only is None else only
        for path, text in self._texts.items():
            if only is not None and only.isdisjoint(facts[path].view()):
                continue
            for shingle, number in [pair for pair in _pairs(facts[path]) if pair[0] in wanted]:
                self._postings.setdefault(shingle, []).append(text * _NUMBERS + number)
        for shingle in [shingle for shingle, places in self._postings.items() if not _is_telling(places)]:
            del self._postings[shingle]

    def near(self, path: str) -> Iterator[Near]:
        """The passages of other texts that share some shingles with one of this text: for each the likeliest."""
        own, me = self._facts[path], self._texts[path]
        shared: dict[int, Counter[int]] = {}
        for shingle, number in _pairs(own):
            if places := self._postings.get(shingle):
                shared.setdefault(number, Counter()).update(places)
        for number, counts in sorted(shared.items()):
            likely = [place for place, count in counts.items() if count > 1 and place // _NUMBERS != me]
            if likely:
                size = _size(own, number)
                for place in nsmallest(LIKELIEST, likely, key=lambda place: (-counts[place], place)):
                    text, other = self._paths[place // _NUMBERS], place % _NUMBERS
                    if counts[place] * _PART_OF >= min(size, _size(self._facts[text], other)):
                        yield Near(number, text, other)


def _is_telling(places: list[int]) -> bool:
    """Whether a shingle with these places stands in two texts at least, and in no more than are nobody's."""
    return len(places) <= STOCK and places[0] // _NUMBERS != places[-1] // _NUMBERS


def _repeated(facts: Mapping[str, Facts]) -> frozenset[int]:
    """The shingles that stand in two texts at least.

    In parts where there are many, so that those that stand in one text alone need not all be held at once.
    """
    parts = 1 + sum(len(one.shingles) for one in facts.values()) // (4 * _PART)
    found: set[int] = set()
    for part in range(parts):
        once: set[int] = set()
        for one in facts.values():
            held = set(_ints(one.shingles))
            if parts > 1:
                held = {shingle for shingle in held if shingle // 4 % parts == part}
            found |= once & held
            once |= held
    return frozenset(found)


def _pairs(facts: Facts) -> Iterator[tuple[int, int]]:
    return zip(_ints(facts.shingles), array("H", facts.numbers), strict=True)


def _ints(kept: bytes) -> "array[int]":
    return array("I", kept)


def _size(facts: Facts, number: int) -> int:
    """How many shingles of a passage were kept."""
    return array("H", facts.numbers).count(number)
