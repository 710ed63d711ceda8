"""Numerals: whether a number in parentheses, or a raised one, is a citation or something else."""

import re
from typing import NamedTuple

from lint.article.lazy import lazy

_ENUMERATOR = lazy(r"\(([1-9]\d?)\)")
_COUNTED = lazy(
    r"(\b(figures?|figs?\.?|tables?|box|equation|eqs?\.?|appendix|chapters?|pp?\.|vol\.?|no\.)"
    r"(\s*\d{1,3}\s*(,\s*and\b|,|&|and\b|or\b|to\b|–|-)){0,8}|[+=<>≤≥×±/])\s*$",
    re.IGNORECASE,
)
_JOINED = lazy(r"(?:^|[^A-Za-z])(?:[A-Za-z]|[A-Z][a-z])$|\d$|\((?:[A-Za-z]|[ivx]+)\)$")
"""Right before a parenthesis: a symbol (``H(2)``, ``Fe(3)``), a volume (``41(3)``) or a paragraph (``501(c)(3)``)."""
_NAME_WITH_NUMBER = lazy(r"(?:[A-Z]-?\d{1,3}|[a-z]-\d{1,3}|(?<!\d)(?:19|20)\d\d)$")
_SPELLED = lazy(
    r"\b(?:(one)|(two)|(three)|(four)|(five)|(six)|(seven)|(eight)|(nine)|(ten)|(eleven)|(twelve))\s+$", re.IGNORECASE
)
_MENTION = lazy(
    r"\b(parenthes[ei]s|brackets?|superscripts?)(\s+(like|such as|as in|e\.g\.,?))?\W{0,3}$"
    r"|\b(numbers?|numerals?|figures|digits|markers?)\b[^.!?]{0,60}\b(parenthes[ei]s|brackets?|superscript)[^.!?]{0,20}$",
    re.IGNORECASE,
)
_SPEAKS = lazy(r"\b(?:parenthes[ei]s|brackets?|superscripts?|numbers?|numerals?|markers?|footnotes?)\b", re.IGNORECASE)
_NUMBERS_BEFORE = lazy(r"\b(numbers?|numerals?|markers?|footnotes?)\W{0,3}$", re.IGNORECASE)
_LINKS_AFTER = lazy(r"[^.!?]{0,40}\b(click|clickable|links?|refer to|lead to|point to)\b", re.IGNORECASE)
_CLAUSE_END = lazy(r"\s*(?:[.,;:!?…)\]”\"’]|$|[\[(]\d)")
_SENTENCE_END = lazy(r"\s*(?:[.;:!?…]|$)")
# It begins with a character and looks behind that: so the engine skips to the brackets, and is eight times as fast.
_OTHERS = lazy(r"[\\\[](?<![\n(!,;].)(?<![,;] .)(?:(?<=\[)|(?<=\\)\[)(?:\\?\[)?(?:[1-9]\d{0,2}\\?\]|\^|@)")
_IN_PARENTHESES = lazy(r"\(\[?[1-9]\d{0,2}[\]),;–-]")
_UNIT = lazy(r"(?<![A-Za-z])(?:[kcmdµμn]?m|in|ft|yd|mi|s|sec|x|y|z|r|R|χ|CO|NO|H|O|N|SO|PO|e|i)$")
_WORDS = lazy(r"\s+(?!(?:and|or|but)\b)[^\W_]")
_COUNTS_FIRST = lazy(r"[:;—–a-z-]\s+$")
_COUNTS_ON = lazy(r"(?:[,;:]|\b(?:and|or|then|either|both))\s+$", re.IGNORECASE)


class Known(NamedTuple):
    """The keys of an article's references. ``highest``: numbers far above it are no citations.

    ``others``: most markers of the article are brackets, footnotes or keys, so few numbers in parentheses are any.
    """

    keys: frozenset[str]
    highest: int
    others: bool = False


def known_keys(keys: frozenset[str], text: str) -> Known:
    """What is known of the references. Without a numbered list, markers that begin with 1 show that there are some."""
    numbered = [int(key) for key in keys if key.isdigit() and len(key) < 5]
    others = "[" in text and len(_OTHERS().findall(text)) > len(_IN_PARENTHESES().findall(text))
    if numbered:
        return Known(keys, max(numbered) + 10, others)
    used = len(_ENUMERATOR().findall(text)) if re.search(r"\(\[?1[\])–,-]", text) else 0
    return Known(keys, used + 10 if used else 0, others)


def is_marker(text: str, start: int, end: int, keys: tuple[str, ...], known: Known) -> bool:
    """Whether the numbers in parentheses at a place cite something."""
    before, after = text[max(0, start - 12) : start], text[end : end + 12]
    if known.others and not (_SENTENCE_END().match(after) or before.rstrip()[-1:] in tuple(".!?”")):
        return False
    if not all(key in known.keys for key in keys):
        at_end = _CLAUSE_END().match(after) or before.rstrip()[-1:] in tuple('.,;:!?”"')
        if not at_end or max(map(int, keys)) > known.highest:
            return False
    if re.match(r"\s?\d|:\d|[A-Za-z]", after) or is_counted(text, start) or _is_spelled(before, keys):
        return False
    return not _JOINED().search(before) or bool(_NAME_WITH_NUMBER().search(before))


def is_counted(text: str, start: int) -> bool:
    """Whether the words before a number say what it counts: ``Figure (2)``, ``chapters 2 and 3``."""
    return bool(_COUNTED().search(text[max(0, start - 40) : start]))


def _is_spelled(before: str, keys: tuple[str, ...]) -> bool:
    """Whether a number repeats the word before it: ``two (2) tablets``."""
    word = _SPELLED().search(before)
    return word is not None and keys == (str(word.lastindex),)


def may_mention(text: str) -> bool:
    """Whether a text speaks of markers at all."""
    return bool(_SPEAKS().search(text))


def is_mention(text: str, start: int, end: int) -> bool:
    """Whether a sentence speaks of the markers instead of using one."""
    before, after = text[max(0, start - 100) : start], text[end : end + 60]
    return bool(_MENTION().search(before) or (_NUMBERS_BEFORE().search(before) and _LINKS_AFTER().match(after)))


def is_interval(text: str, start: int, keys: tuple[str, ...]) -> bool:
    """Whether numbers in brackets are an interval or an index: ``95 % CI [1, 5]``, ``x[1]``."""
    before = text[max(0, start - 30) : start]
    if re.search(r"(?<![A-Za-z])[A-Za-z]$|[=∈±]\s*$", before):
        return True
    return len(keys) == 2 and bool(re.search(r"(\b(CI|interval|range|between|from|IQR)[\s:,of]*|[%\d]\s*)$", before))


def is_exponent(text: str, start: int, end: int) -> bool:
    """Whether a raised number belongs to a unit, a formula or a number: m², CO², 10⁶, ¹⁴C."""
    before, after = text[max(0, start - 12) : start], text[end : end + 1]
    if after.isalnum() or not before.strip() or before[-1] in "/^·×":
        return True
    if before[-1].isdigit():
        return not _NAME_WITH_NUMBER().search(before)
    return bool(_UNIT().search(before))


def enumerators(text: str) -> frozenset[int]:
    """Where the numbers of an enumeration stand, ``(1) …, (2) …, and (3) …``: each before the words that it counts."""
    places: list[int] = []
    for found in _ENUMERATOR().finditer(text):
        if int(found[1]) == len(places) + 1 and _counts(text, found, first=not places):
            places.append(found.start())
    is_label = len(places) == 1 and not text[: places[0]].strip()
    return frozenset(places) if len(places) > 1 or is_label else frozenset()


def _counts(text: str, found: re.Match[str], first: bool) -> bool:
    if not _WORDS().match(text[found.end() : found.end() + 12]):
        return False
    before = text[max(0, found.start() - 12) : found.start()]
    return not before.strip() or bool((_COUNTS_FIRST() if first else _COUNTS_ON()).search(before))
