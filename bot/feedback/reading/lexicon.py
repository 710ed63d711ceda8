"""Phrases in several languages as one pattern for each label; what a line of a phrase file means.

A line is a regular expression with four shortenings: a space stands for any run of blanks, commas, apostrophes and
hyphens; `` ... `` for up to six words of one sentence (`` ...? ?`` where there may be none); ``*`` behind a letter for
any ending of the word; and a line begins and ends where a word does, except in scripts that join or do not space words.
Accents and case do not count.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files

from bot.feedback.reading.needed import needed
from bot.feedback.reading.parts import Parts

_GAP = r"(?:[^\w.!?]+\w+){0,6}?[^\w.!?]+"
_BLANK = r"[\s,'\-]"
_BLANKS = re.compile(r"[ \t\r\n]+")
_HIDDEN = re.compile("[\u00ad\u0640\u200b-\u200f\u2060-\u2064\u202a-\u202e\ufeff]")
_LETTERS = str.maketrans({"ł": "l", "ı": "i", "ø": "o", "đ": "d", "’": "'", "‘": "'", "`": "'"})
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_ARABIC = re.compile("[\u0600-\u06ff]")


def folded(text: str) -> str:
    """The text as phrases are looked for: lower case, without accents, nothing hidden, plain apostrophes and blanks."""
    if text.isascii():  # nothing to take apart: much faster, and common
        return _BLANKS.sub(" ", text.lower().replace("`", "'"))
    text = unicodedata.normalize("NFKD", _HIDDEN.sub("", text)).casefold()
    text = "".join(char for char in text if unicodedata.category(char) != "Mn")
    return _BLANKS.sub(" ", text.translate(_LETTERS))


class Lexicon:
    """Which labels a text earns by its words."""

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        self._labels = tuple(phrases)
        lines = [(label, line) for label, lines in phrases.items() for line in lines]
        self._phrases = [(label, re.compile(_expression(line))) for label, line in lines]
        self._by_need: dict[str, list[int]] = {}  # numbers, for the hash of a pattern costs as much as a search
        for number, (_, line) in enumerate(lines):
            for part in needed(folded(line).replace(" ...", " ")):
                self._by_need.setdefault(part, []).append(number)
        self._parts = Parts(self._by_need)

    def labels(self, text: str) -> tuple[str, ...]:
        """The labels of a text that is `folded`, in the order of the phrase file."""
        found: set[str] = set()
        for label, pattern in self._likely(text):
            if label not in found and pattern.search(text):
                found.add(label)
        return tuple(label for label in self._labels if label in found)

    def count(self, label: str, text: str) -> int:
        """How often phrases of a label stand in a text that is `folded`."""
        return sum(len(pattern.findall(text)) for its, pattern in self._likely(text) if its == label)

    def _likely(self, text: str) -> list[tuple[str, re.Pattern[str]]]:
        """The phrases of which the text holds what they need, each once: most texts need no other search."""
        numbers = {number for part in self._parts.held(text) for number in self._by_need[part]}
        return [self._phrases[number] for number in numbers]


@lru_cache
def lexicon(name: str) -> Lexicon:
    """The phrases of ``phrases/NAME.toml``: a table for each label, a list for each language in it."""
    source = files("bot.feedback.reading").joinpath(f"phrases/{name}.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(source)
    return Lexicon({label: [line for lines in table.values() for line in lines] for label, table in tables.items()})


def _expression(line: str) -> str:
    line = re.sub(r"(?<=\w)\*", r"\\w*", folded(line))
    line = line.replace(" ...? ?", "\0").replace(" ... ", "\1")
    line = line.replace(")? ", f")?{_BLANK}*")
    line = re.sub(r" (?!\?)", lambda _: f"{_BLANK}+", line)
    line = line.replace("\0", f"(?:{_GAP})?").replace("\1", _GAP)
    if _UNSPACED.search(line):
        return f"(?:{line})"
    return rf"(?:{line})(?!\w)" if _ARABIC.search(line) else rf"(?<!\w)(?:{line})(?!\w)"
