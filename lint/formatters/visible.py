"""Text that is safe and true on a terminal: control, bidirectional and invisible characters are shown, not obeyed."""

import unicodedata

_SHOWN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


def visible(text: str) -> str:
    """The text with every character that is obeyed or not seen written as ``<U+202E>``; a tab is a space."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(character) for character in text)


def width(text: str) -> int:
    """Columns that visible text takes on a terminal (Unicode Standard Annex 11: wide and full-width take two)."""
    if text.isascii():
        return len(text)
    return sum(map(_columns, text))


def _shown(character: str) -> str:
    if character == "\t":
        return " "
    # The joiner of emoji and Indic scripts is harmless and part of what people see.
    if unicodedata.category(character) in _SHOWN and character != "\u200d":
        return f"<U+{ord(character):04X}>"
    return character


def _columns(character: str) -> int:
    if unicodedata.combining(character) or character in "\u200d\ufe0e\ufe0f":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
