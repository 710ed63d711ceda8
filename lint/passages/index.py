"""An inverted index: which passages share enough kept shingles to be worth a comparison."""

from array import array
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lint.passages.facts import Facts

STOCK = 50
"""A shingle in more texts is a turn of phrase: it proves nothing, and would make the search quadratic."""
_FEW = 8
_NUMBERS = 1 << 16
_PART = 2_000_000
"""About so many shingles are looked at together when looking for those that stand in two texts."""


class Near(NamedTuple):
    """A passage (by its number) that may be one of another text."""

    own: int
    path: str
    other: int


class Index:
    """The passages of many texts by their shingles; what stands in one text alone is forgotten."""

    def __init__(self, facts: Mapping[str, Facts]) -> None:
        self._facts = facts
        self._paths = list(facts)
        self._postings: dict[int, list[int]] = {}
        repeated = _repeated(facts)
        for text, path in enumerate(self._paths):
            for shingle, number in _pairs(facts[path]):
                if shingle in repeated:
                    self._postings.setdefault(shingle, []).append(text * _NUMBERS + number)
        for shingle in [shingle for shingle, places in self._postings.items() if len(places) > STOCK]:
            del self._postings[shingle]

    def near(self, path: str) -> Iterator[Near]:
        """The passages of other texts that share some shingles with one of this text."""
        own = self._facts[path]
        shared: Counter[tuple[int, int]] = Counter()
        for shingle, number in _pairs(own):
            for place in self._postings.get(shingle, ()):
                shared[number, place] += 1
        for (number, place), count in sorted(shared.items()):
            text, other = divmod(place, _NUMBERS)
            least = min(_size(own, number), _size(self._facts[self._paths[text]], other))
            if self._paths[text] != path and count >= (2 if least >= _FEW else 1) and count * _FEW >= least:
                yield Near(number, self._paths[text], other)


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
