"""What the words of a text say: the labels that it earns by the rules of ``phrases/rules.toml``.

``phrases/LANGUAGE.toml`` holds the entries of a language: a line of them, parted by commas, for each class of words.
"""

import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from bot.feedback.reading.folding import folded
from bot.feedback.reading.rules import SHARED, Rule, places, rule
from bot.feedback.reading.vocabulary import Found, Place, Vocabulary

_SHARE = 0.5
"""A language in which less than this share of the best one's words stand is not the text's: its words are chance."""
LANGUAGES = (SHARED, "en", "de", "fr", "es", "it", "pt", "nl", "pl", "tr", "ar", "zh")


class Said(NamedTuple):
    """A text by the entries that stand in it, and their classes in whatever language."""

    found: Found
    classes: frozenset[str]

    def labels(self, topic: str) -> tuple[str, ...]:
        """The labels that a text earns, in the order of the file."""
        return tuple(label for label in _rules()[topic] if any(self._places(topic, label)))

    def times(self, topic: str, label: str) -> int:
        """At how many places a rule of a label holds."""
        return len(set(self._places(topic, label)))

    def _places(self, topic: str, label: str) -> Iterator[Place]:
        likely = (one for one in _rules()[topic][label] if one.wanted <= self.classes)
        return (place for one in likely for place in places(one, self.found))


def said(text: str) -> Said:
    """What stands in a text, whatever its language."""
    found = _vocabulary().find(folded(text))
    most = max((_weight(hits) for language, hits in found.items() if language != SHARED), default=0)
    spoken = {name: hits for name, hits in found.items() if name == SHARED or _weight(hits) >= _SHARE * most}
    return Said(spoken, frozenset().union(*spoken.values()))


def labels(topic: str, text: str) -> tuple[str, ...]:
    """The labels of one topic that a text earns; most texts hold too little for any, and are done with soon."""
    classes = _vocabulary().classes(folded(text))
    is_likely = any(one.wanted <= classes for lines in _rules()[topic].values() for one in lines)
    return said(text).labels(topic) if is_likely else ()


def _weight(hits: dict[str, list[Place]]) -> int:
    """In how many places a language is spoken."""
    return len({place for places_ in hits.values() for place in places_})


@lru_cache
def _rules() -> dict[str, dict[str, list[Rule]]]:
    return {
        topic: {label: list(map(rule, lines)) for label, lines in labels.items()}
        for topic, labels in _read("rules").items()
    }


@lru_cache
def _vocabulary() -> Vocabulary:
    return Vocabulary({language: _entries(language) for language in LANGUAGES})


def _entries(language: str) -> dict[str, list[str]]:
    return {name: line.replace("\n", " ").split(",") for name, line in _read(language).items()}


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files("bot.feedback.reading").joinpath(f"phrases/{name}.toml").read_text(encoding="utf-8"))
