"""The words of ``phrases/personal.toml`` and ``phrases/doubts.toml`` as parts of patterns."""

import tomllib
from functools import lru_cache
from importlib.resources import files

WORD = r"[^\W\u3040-\u9fff]"
"""A letter or digit of a script that puts blanks between words: in others, a number touches its neighbours."""


@lru_cache
def _tables() -> dict[str, dict[str, list[str]]]:
    phrases = files("bot.feedback.reading").joinpath("phrases")
    return {
        label: words
        for name in ("personal.toml", "doubts.toml")
        for label, words in tomllib.loads(phrases.joinpath(name).read_text(encoding="utf-8")).items()
    }


def listed(label: str) -> tuple[str, ...]:
    """The words of a table, in all languages."""
    return tuple(word for words in _tables()[label].values() for word in words)


def any_of(label: str) -> str:
    """One of the words of a table; a blank stands for any white space."""
    return f"(?:{'|'.join(listed(label))})".replace(" ?", r"\s?").replace(" ", r"\s+")
