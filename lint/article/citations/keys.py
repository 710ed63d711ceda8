"""Keys: what a citation marker names: `1, 2`, `1–3`, `@smith2020; @doi:10.1000/1`."""

from collections.abc import Collection
from functools import lru_cache

from lint.article.lazy import lazy

NUMBERS = r"[1-9]\d{0,2}(?:\s*(?:[,;&–—‐-]|and|to)\s*[1-9]\d{0,2})*"
"""Numbers of a marker as they are written; four digits are a year."""
_PART = lazy(r"(\d+)(?:\s*(?:[–—‐-]|to)\s*(\d+))?")
_ONLY = lazy(rf"[\[(\s]*({NUMBERS})[\])\s]*")
_THOUSANDS = lazy(r"\d{1,3}(?:,\d{3})+")
_NAMED = lazy(r"(?<![\w.@])-?@\{?(\w[\w:.#$%&+?<>~/()-]*)")
_LONGEST_RANGE = 50
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻˒", "0123456789-,")


@lru_cache(1000)
def numbers(text: str) -> tuple[str, ...]:
    """The numbers that a marker names, ranges written out: ``1–3, 5`` is 1, 2, 3, 5."""
    keys: list[str] = []
    for first, last in _PART().findall(text):
        start, end = int(first), int(last or first)
        if start < end < start + _LONGEST_RANGE:
            keys.extend(map(str, range(start, end + 1)))
        else:
            keys.extend(str(number) for number in ((start, end) if last else (start,)))
    return tuple(dict.fromkeys(keys))


def only_numbers(words: str, known: Collection[str]) -> tuple[str, ...]:
    """The numbers of words that are nothing else; none where they are one large number, ``77,227``."""
    found = _ONLY().fullmatch(words)
    keys = numbers(found[1]) if found else ()
    return () if found and _THOUSANDS().fullmatch(found[1]) and not set(keys) <= set(known) else keys


def lowered(text: str) -> str:
    """Raised digits as plain ones."""
    return text.translate(_RAISED)


def names(text: str) -> tuple[str, ...]:
    """The names after each ``@``, without the punctuation that follows them."""
    found = (_unpunctuated(name) for name in _NAMED().findall(text))
    return tuple(dict.fromkeys(name for name in found if name))


def _unpunctuated(name: str) -> str:
    while name and (name[-1] in ".:,;?" or (name[-1] == ")" and name.count(")") > name.count("("))):
        name = name[:-1]
    return name
