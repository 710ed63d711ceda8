"""Text that is safe and true on a terminal: control, bidirectional and invisible characters are shown, not obeyed."""

import json
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

ELLIPSIS = "…"
_NOT_ASCII = re.compile(r"[^\n\x20-\x7e]")
_SHOWN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
_JOINER = "\u200d"
_NARROWEST = 20


def visible(text: str) -> str:
    """The text with every character that is obeyed or not seen written as ``<U+202E>``; a tab is a space."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_shown, text))


def readable_json(value: Any, indent: int | None = 2) -> str:
    """JSON for people: letters of all scripts as they are, what is obeyed or not seen as ``\\u202e``."""
    return escaped(json.dumps(value, indent=indent, ensure_ascii=False))


def escaped(text: str) -> str:
    """The text of JSON values with what is obeyed or not seen as ``\\u202e``."""
    return _NOT_ASCII.sub(lambda found: found[0] if _is_seen(found[0]) else json.dumps(found[0])[1:-1], text)


def width(text: str) -> int:
    """Columns that visible text takes on a terminal (Unicode Standard Annex 11: wide and full-width take two)."""
    if text.isascii():
        return len(text)
    return sum(map(_columns, text))


def head(text: str, room: int) -> str:
    """The visible beginning of a text in ``room`` columns, with an ellipsis where it is cut."""
    shown = visible(text)
    if width(shown) <= room:
        return shown
    widths = list(accumulate(map(_columns, shown)))
    return shown[: bisect_right(widths, room - 1)] + ELLIPSIS if room > 0 else ""


def tail(text: str, room: int) -> str:
    """The visible end of a text in ``room`` columns, with an ellipsis where it is cut."""
    shown = visible(text)
    if width(shown) <= room:
        return shown
    widths = list(accumulate(map(_columns, reversed(shown))))
    # A mark without its letter would sit on the ellipsis: `bisect_left` finds the letter that is the last to fit.
    kept = bisect_right(widths, room - 1)
    kept = bisect_left(widths, widths[kept - 1]) + 1 if kept else 0
    return ELLIPSIS + shown[len(shown) - kept :] if room > 0 else ""


def wrapped(text: str, room: int, first: str = "", then: str = "") -> Iterator[str]:
    """A text as lines of at most ``room`` columns, indented; a word is only broken where it fills more than a line."""
    room = max(room - max(len(first), len(then)), _NARROWEST)
    indent, line = first, ""
    for word in visible(text).split():
        for piece in _pieces(word, room):
            if line and width(line) + 1 + width(piece) > room:
                yield indent + line
                indent, line = then, ""
            line = f"{line} {piece}" if line else piece
    if line:
        yield indent + line


def _pieces(word: str, room: int) -> Iterator[str]:
    start = used = 0
    for at, columns in enumerate(map(_columns, word)):
        if used + columns > room:
            yield word[start:at]
            start, used = at, 0
        used += columns
    yield word[start:]


def _shown(character: str) -> str:
    if character == "\t":
        return " "
    return character if _is_seen(character) else f"<U+{ord(character):04X}>"


def _is_seen(character: str) -> bool:
    # The joiner of emoji and Indic scripts is harmless and part of what people see.
    return unicodedata.category(character) not in _SHOWN or character == _JOINER


def _columns(character: str) -> int:
    # Marks, the joiner, and the vowels and finals of decomposed Korean stand on the character before them.
    if unicodedata.category(character) in ("Mn", "Me") or character == _JOINER or "\u1160" <= character <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
