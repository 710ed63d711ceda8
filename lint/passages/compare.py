"""Two passages word by word: how much of the shorter one stands in the other, and the longest run they share."""

import unicodedata
from typing import NamedTuple

from lint.article.lazy import lazy

_WORD = lazy(r"[^\W\d_]+")


class Overlap(NamedTuple):
    """How much two passages share, by their distinct runs of three words: so many, and which part of the shorter one.

    ``run``: the longest run of words in both, as the first one has it; ``words``: how many of them are no names.
    """

    shared: int = 0
    share: float = 0.0
    words: int = 0
    run: str = ""


def compare(own: str, other: str) -> Overlap:
    """What a passage shares with another; time grows with their length only."""
    text = unicodedata.normalize("NFKC", own)
    spans = [found.span() for found in _WORD().finditer(text)]
    mine = _shingles([text[start:end].casefold() for start, end in spans])
    its = _shingles([word.casefold() for word in _WORD().findall(unicodedata.normalize("NFKC", other))])
    places = {shingle: place for place, shingle in enumerate(its)}
    shared = places.keys() & set(mine)
    if not shared:
        return Overlap()
    start, length = _longest(mine, places)
    within = spans[start : start + length + 2]
    words = sum(not text[begin].isupper() for begin, _ in within)
    run = text[within[0][0] : within[-1][1]]
    return Overlap(len(shared), len(shared) / min(len(set(mine)), len(places)), words, run)


Shingle = tuple[str, str, str]


def _shingles(words: list[str]) -> list[Shingle]:
    return list(zip(words, words[1:], words[2:], strict=False))


def _longest(mine: list[Shingle], places: dict[Shingle, int]) -> tuple[int, int]:
    """Where the longest run of shared shingles begins and how many it has."""
    best = start = length = 0
    before = -2
    for at, shingle in enumerate(mine):
        place = places.get(shingle, -2)
        length = 0 if place < 0 else length + 1 if place == before + 1 and length else 1
        before = place
        if length > best:
            start, best = at - length + 1, length
    return start, best
