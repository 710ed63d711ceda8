"""Words that are nearly those of a list: one letter more, less or another, or two in the wrong order."""

from collections.abc import Iterable

_SHORTEST = 6
"""Letters below which too many words are near to each other."""


class Spelling:
    """Finds the words of a list of which a text's word is a slip. ``*`` ends a word's beginning."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_part: dict[str, list[str]] = {}
        for word in words:
            if len(word.rstrip("*")) >= _SHORTEST:
                for part in _parts(word):
                    self._by_part.setdefault(part, []).append(word)

    def meant(self, word: str) -> list[str]:
        """The words of the list that may be meant; the first letter is taken to be right."""
        if len(word) < _SHORTEST - 1:
            return []
        likely = {near for part in _parts(word) for near in self._by_part.get(part, ())}
        return [one for one in sorted(likely) if _is_near(one.rstrip("*"), word, one.endswith("*"))]


def _parts(word: str) -> set[str]:
    """The beginning of a word with one letter left out: what two words share that differ by one letter there."""
    start = word[:_SHORTEST]
    return {start[:at] + start[at + 1 :] for at in range(1, len(start))}


def _is_near(word: str, other: str, is_stem: bool) -> bool:
    if word[0] != other[0]:
        return False
    at = next((at for at, (one, two) in enumerate(zip(word, other, strict=False)) if one != two), None)
    if at is None:
        at = min(len(word), len(other))
    swapped = word[at : at + 2] == other[at : at + 2][::-1]
    ways = [(word[at + 1 :], other[at + 1 :]), (word[at + 1 :], other[at:]), (word[at:], other[at + 1 :])]
    ways += [(word[at + 2 :], other[at + 2 :])] if swapped else []
    return any(there.startswith(rest) if is_stem else there == rest for rest, there in ways)
