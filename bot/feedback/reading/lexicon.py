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
        self._by_need = {label: _by_need(lines) for label, lines in phrases.items()}
        self._parts = Parts({part for needs in self._by_need.values() for part in needs})

    def labels(self, text: str) -> tuple[str, ...]:
        """The labels of a text that is `folded`, in the order of the phrase file."""
        held = self._parts.held(text)
        return tuple(label for label in self._by_need if any(one.search(text) for one in self._likely(label, held)))

    def count(self, label: str, text: str) -> int:
        """How often phrases of a label stand in a text that is `folded`."""
        return sum(len(one.findall(text)) for one in self._likely(label, self._parts.held(text)))

    def _likely(self, label: str, held: Iterable[str]) -> set[re.Pattern[str]]:
        """The patterns of which the text holds what they need: most texts need no other search."""
        needs = self._by_need[label]
        return {one for part in held for one in needs.get(part, ())}


@lru_cache
def lexicon(name: str) -> Lexicon:
    """The phrases of ``phrases/NAME.toml``: a table for each label, a list for each language in it."""
    source = files("bot.feedback.reading").joinpath(f"phrases/{name}.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(source)
    return Lexicon({label: [line for lines in table.values() for line in lines] for label, table in tables.items()})


def _by_need(lines: Iterable[str]) -> dict[str, list[re.Pattern[str]]]:
    found: dict[str, list[re.Pattern[str]]] = {}
    for line in lines:
        pattern = re.compile(_expression(line))
        for part in needed(folded(line).replace(" ...", " ")):
            found.setdefault(part, []).append(pattern)
    return found


def _expression(line: str) -> str:
    line = re.sub(r"(?<=\w)\*", r"\\w*", folded(line))
    line = line.replace(" ...? ?", "\0").replace(" ... ", "\1")
    line = line.replace(")? ", f")?{_BLANK}*")
    line = re.sub(r" (?!\?)", lambda _: f"{_BLANK}+", line)
    line = line.replace("\0", f"(?:{_GAP})?").replace("\1", _GAP)
    if _UNSPACED.search(line):
        return f"(?:{line})"
    return rf"(?:{line})(?!\w)" if _ARABIC.search(line) else rf"(?<!\w)(?:{line})(?!\w)"
