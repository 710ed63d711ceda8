"""Entries of many languages, found in a text in one pass over its words.

An entry is one or more words. ``*`` behind a word stands for any ending, before it for any beginning; ``_`` is any
word, ``#`` a figure, ``##`` one of 10 and more that is no year, ``#year`` a year. ``(a|b)`` stands for each of its
choices, and ``(a)?`` for none too.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from bot.feedback.reading.folding import Word, folded, words
from bot.feedback.reading.spelling import Spelling

HARMLESS = "harmless"
"""The class of entries that hide the words they are made of, as "suicide rate" hides "suicide"."""
EXACT = frozenset({"advertising", "offer", "abuse"})
"""The classes of which no slip of the pen is guessed: whoever is accused should have said it."""
_REMEMBERED = 20_000
"""Words of which we remember what they stand for: readers use the same ones again and again."""
_TELLING = 4
"""Letters of a beginning above which a word is known by it, and no slip of another."""
_ARABIC_PREFIX = re.compile(r"(?:[وف]?(?:[بك]?ال|لل)|[وفبلسه])(?=\w{2})")
_CHOICE = re.compile(r"\(([^()]*)\)(\??)")


class Place(NamedTuple):
    """Where an entry stands: places of `Word`, the end behind its last word."""

    start: int
    end: int


Found = dict[str, dict[str, list[Place]]]
"""Language to class to the places of its entries, in their order."""


class _Node:
    __slots__ = ("classes", "ends", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.ends: list[tuple[str, str]] = []
        self.classes: set[str] = set()


class Vocabulary:
    """Entries by language and class."""

    def __init__(self, entries: Mapping[str, Mapping[str, Iterable[str]]]) -> None:
        self._root = _Node()
        self._known: set[str] = set()
        self._guessed: set[str] = set()
        for language, classes in entries.items():
            for name, lines in classes.items():
                for line in lines:
                    self._add(line, (language, name))
        self._spelling = Spelling(self._guessed)
        self._keys = lru_cache(_REMEMBERED)(self._meant)

    def find(self, text: str) -> Found:
        """The entries in a text that is `folded`. One of the class `HARMLESS` hides shorter ones."""
        said = words(text)
        keys = [self._keys(word.text) for word in said]
        beginnings = self._root.next
        found: Found = {}
        at = 0
        while at < len(said):
            matches = self._matches(keys, at) if not beginnings.keys().isdisjoint(keys[at]) else []
            longest = matches[-1] if matches else (at, [])
            hides = any(name == HARMLESS for _, name in longest[1])
            for end, ends in matches[-1:] if hides else matches:
                place = Place(said[at].at, _end(said[end - 1]))
                for language, name in dict.fromkeys(ends):
                    found.setdefault(language, {}).setdefault(name, []).append(place)
            at = longest[0] if hides else at + 1
        return found

    def classes(self, text: str) -> set[str]:
        """All classes that `find` may find in a text that is `folded`, and no places: much quicker."""
        keys = [self._keys(word.text) for word in words(text)]
        beginnings = self._root.next
        found: set[str] = set()
        for here, first in enumerate(keys, 1):
            nodes = [beginnings[key] for key in first if key in beginnings]
            while nodes:
                for node in nodes:
                    found |= node.classes
                more = keys[here] if here < len(keys) else ()
                nodes = [node.next[key] for node in nodes if node.next for key in more if key in node.next]
                here += 1
        return found

    def _add(self, line: str, end: tuple[str, str]) -> None:
        for entry in _expanded(line):
            node = self._root
            for word in _marked(entry):
                self._known.add(word)
                if end[1] not in EXACT:
                    self._guessed.add(word)
                node = node.next.setdefault(word, _Node())
            if end not in node.ends:
                node.ends.append(end)
                node.classes.add(end[1])

    def _matches(self, keys: list[list[str]], at: int) -> list[tuple[int, list[tuple[str, str]]]]:
        """The ends of entries that begin at a word, shortest first, with their languages and classes."""
        nodes, found = [self._root], []
        for here in range(at, len(keys)):
            nodes = [node.next[key] for node in nodes if node.next for key in keys[here] if key in node.next]
            if not nodes:
                break
            if ends := [end for node in nodes for end in node.ends]:
                found.append((here + 1, ends))
        return found

    def _meant(self, word: str) -> list[str]:
        """The words of entries that a word of a text stands for."""
        if word[0].isdigit():
            return ["_", "#", *_figures(word), word]
        if "\u3040" <= word[0] <= "\u9fff":
            return [word, "_"]
        forms = _forms(word)
        known = [key for form in forms for key in _written(form) if key in self._known]
        if not any(len(key) > _TELLING or key == word for key in known):
            known += self._spelling.meant(word)
        return [*known, "_"]


def _figures(word: str) -> list[str]:
    if len(word) == 4 and word[:2] in ("19", "20"):
        return ["#year"]
    return ["##"] if len(word) > 1 else []


def _forms(word: str) -> list[str]:
    """The word, and without what Arabic joins to its beginning."""
    if not "\u0600" <= word[0] <= "\u06ff":
        return [word]
    bare = _ARABIC_PREFIX.match(word)
    return [word, word[bare.end() :]] if bare else [word]


def _written(word: str) -> Iterator[str]:
    yield word
    for at in range(2, len(word) + 1):
        yield f"{word[:at]}*"
    for at in range(max(0, len(word) - 8), len(word) - 2):
        yield f"*{word[at:]}"


def _end(word: Word) -> int:
    return word.at + (1 if "\u3040" <= word.text[0] <= "\u9fff" else 2)


def _expanded(line: str) -> Iterator[str]:
    """The entries that a line with choices, also within each other, stands for."""
    group = _CHOICE.search(line)
    if not group:
        yield line
        return
    choices = [*group[1].split("|"), *([""] if group[2] else [])]
    yield from dict.fromkeys(
        one for each in choices for one in _expanded(line[: group.start()] + each + line[group.end() :])
    )


def _marked(entry: str) -> Iterator[str]:
    """The words of an entry as those of a text are cut, with their marks."""
    for part in entry.split():
        if part in ("_", "#", "##", "#year"):
            yield part
            continue
        cut = [word.text for word in words(folded(part))]
        if cut:
            cut[0] = "*" * part.startswith("*") + cut[0]
            cut[-1] += "*" * part.endswith("*")
        yield from cut
