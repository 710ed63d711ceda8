"""Hostile text made harmless: articles, file names, branch names and readers' words inside our comments.

GitHub looks for mentions, issues, commits and addresses in the text that is left after markdown, so a backslash does
not hide them; only code does. So a word that might mean something to GitHub becomes code, and the rest is escaped.
"""

import re
import unicodedata

from lint.formatters.visible import visible

_MEANT = re.compile(
    r"@|://|www\.|\$|:[\w+-]+:"  # mentions and mail, addresses, mathematics, emoji
    r"|#\d|\b(?:gh|ghsa|cve)-\w|\b[0-9a-f]{7}",  # issues, advisories and commits, here or elsewhere
    re.IGNORECASE,
)
_PUNCTUATION = re.compile(r"[\\`*_\[\]()~|#!^{}]")
_AT_START = re.compile(r"^(?:[-+=]|\d{1,9}(?=[.\\]))")
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_TICKS = re.compile(r"`+")
_AROUND = "()[]“”‘’\"',.;!?"
"""What may stand around a word and need not become code with it."""
_UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""What shows as nothing though it is a letter, a mark or a symbol."""
_JOINER = "\u200d"
_JOINED = ("So", "Sk", "Mn", "Mc", "Me")


def seen(text: str) -> str:
    """The text on one line, with what is obeyed or not seen (bidirectional, zero-width, control) as ``<U+202E>``."""
    shown = visible(_SPACE.sub(" ", text).strip())
    if shown.isascii():
        return shown
    before = (" ", *shown)
    return "".join(_shown(char, last) for char, last in zip(shown, before, strict=False))


def prose(text: str, longest: int = 500) -> str:
    """Text as text, in which words that GitHub would take for more are code."""
    words = [_word(word) for word in clipped(seen(text), longest).split(" ")]
    words[0] = _AT_START.sub(
        lambda found: f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}", words[0], count=1
    )
    return " ".join(words)


def code(text: str, longest: int = 200) -> str:
    """Text as code, as it stands; also inside a table."""
    # In a table nothing keeps a bar in code from ending the cell, for renderers differ: it is shown by its number.
    shown = clipped(seen(text), longest).replace("|", "<U+007C>") or " "
    ticks = "`" * (_longest_run(shown) + 1)
    space = " " if "`" in (shown[0], shown[-1]) else ""
    return f"{ticks}{space}{shown}{space}{ticks}"


def fence(text: str, kind: str = "") -> str:
    """Lines as a block of code that they cannot end."""
    ticks = "`" * max(3, _longest_run(text) + 1)
    return f"{ticks}{kind}\n{text}\n{ticks}"


def clipped(text: str, longest: int) -> str:
    """The beginning of a text, with an ellipsis where it is cut: never within what people see as one character."""
    if len(text) <= longest:
        return text
    end = longest - 1
    while end and (unicodedata.category(text[end]).startswith("M") or _JOINER in text[end - 1 : end + 1]):
        end -= 1
    return f"{text[:end].rstrip()}…"


def _word(word: str) -> str:
    if _MEANT.search(word):
        core = word.strip(_AROUND)
        before, _, after = word.partition(core)
        return f"{_plain(before)}{code(core)}{_plain(after)}"
    return _plain(word)


def _plain(word: str) -> str:
    plain = word.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _PUNCTUATION.sub(r"\\\g<0>", plain)


def _shown(char: str, before: str) -> str:
    stray = char == _JOINER and unicodedata.category(before) not in _JOINED
    return f"<U+{ord(char):04X}>" if stray or char in _UNSEEN else char


def _longest_run(text: str) -> int:
    return max((len(run) for run in _TICKS.findall(text)), default=0)
