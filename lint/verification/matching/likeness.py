"""Likeness: how much of two texts is the same, by rapidfuzz; without it by the same measure in Python alone.

`copydesk verify` brings rapidfuzz; a writer's own installation may not have it. Both give the same number, so that a
check judges alike everywhere.
"""

from collections.abc import Callable
from functools import cache

Measure = Callable[[str, str], float]


def likeness(first: str, second: str) -> float:
    """The share of characters that stand in both texts in the same order: 1 for equal texts, 0 for strangers."""
    return 1.0 if first == second else _measure()(first, second)


@cache
def _measure() -> Measure:
    try:
        from rapidfuzz.distance.Indel import normalized_similarity
    except ImportError:
        return plain_likeness
    return normalized_similarity


def plain_likeness(first: str, second: str) -> float:
    """The same without rapidfuzz: the longest common subsequence, one bit a character (Hyyrö 2004)."""
    places: dict[str, int] = {}
    for place, character in enumerate(first):
        places[character] = places.get(character, 0) | 1 << place
    row = mask = (1 << len(first)) - 1
    for character in second:
        found = row & places.get(character, 0)
        row = (row + found) | (row - found)
    common = len(first) - (row & mask).bit_count()
    total = len(first) + len(second)
    return 2 * common / total if total else 1.0
