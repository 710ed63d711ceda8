"""A text as its words are looked for: without case, accents and disguises, and cut into words with their places."""

import re
import unicodedata
from typing import NamedTuple

_HIDDEN = re.compile("[\u00ad\u0640\u200b-\u200f\u2060-\u2064\u202a-\u202e\ufeff]")
_LETTERS = str.maketrans(
    {"ł": "l", "ı": "i", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "’": "'", "‘": "'", "`": "'", "´": "'", "ʼ": "'"}
)
_ARABIC_LETTERS = str.maketrans({"ى": "ي", "ة": "ه", "ک": "ك", "ی": "ي", "گ": "ك"})
_LENGTHENED = re.compile(r"([^\W\d_])\1{2,}")
_ELIDED = re.compile(r"(?<![^\W_])(l|d|j|m|t|s|n|c|qu|un|all|dell|nell|sull|dall|quell|jusqu|lorsqu|puisqu)'(?=[^\W_])")
_PIECE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\d_\u3040-\u30ff\u3400-\u9fff]+|\d+|[.!?;。！？；…\n]")
_BLANKS = re.compile(r"[ \t\r\n]+")
_BETWEEN_SENTENCES = 4


class Word(NamedTuple):
    """A word and its place: a word takes two, a character of a script without blanks takes one."""

    text: str
    at: int


def folded(text: str) -> str:
    """The text in lower case, without accents, nothing hidden, plain apostrophes and blanks."""
    if text.isascii():  # nothing to take apart: much faster, and common
        return _BLANKS.sub(" ", text.lower().replace("`", "'"))
    text = unicodedata.normalize("NFKD", _HIDDEN.sub("", text)).casefold()
    text = "".join(char for char in text if unicodedata.category(char) != "Mn")
    return _BLANKS.sub(" ", text.translate(_LETTERS))


def words(text: str) -> list[Word]:
    """The words of a text that is `folded`, in their order; further apart where a sentence ends.

    Apostrophes go (``don't`` is one word, ``j'ai`` two), a letter said three times or more counts once, figures are
    words of their own (``400mg`` is two), and so is each character of a script without blanks.
    """
    text = _LENGTHENED.sub(r"\1", text if text.isascii() else text.translate(_ARABIC_LETTERS))
    if "'" in text:
        text = _ELIDED.sub(r"\1 ", text).replace("'", "")
    found, at = [], 0
    for piece in _PIECE.findall(text):
        if piece in ".!?;。！？；…\n":
            at += _BETWEEN_SENTENCES
            continue
        found.append(Word(piece, at))
        at += 1 if "\u3040" <= piece[0] <= "\u9fff" else 2
    return found
