"""The substance of a text: the words that a reader reads, so that two states can be told apart by what they say.

Case, white space, punctuation, line ends, markup, comments, list numbers, the addresses behind links and the front
matter are no substance. Digits and the signs that change a figure (``%``, ``≥``, ``<`` before a number) are.
"""

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from html import unescape
from itertools import pairwise

from lint.article.front_matter.fences import split

_MARKUP = re.compile(
    r"</?[a-z][a-z0-9-]*(?:\s[^<>]*)?/?>"  # HTML tags
    r"|(?<=\])\([^()\s]*(?:\s[^()]*)?\)"  # where a link leads
    r"|https?://(?:dx\.)?doi\.org/|\bdoi:"
    r"|^[ \t>]*(?:\d{1,9}[.)]|[-*+])(?=[ \t])",
    re.IGNORECASE | re.MULTILINE,
)
_AUTOLINK = re.compile(r"<(https?://[^<>\s]*)>")
_WORD = re.compile(r"[^\W_]+|[%‰°≤≥±]|[<>](?=\s?\d)")


def words(text: str) -> list[str]:
    """The words of markdown, as one compares them."""
    linked = _AUTOLINK.sub(r" \1 ", _without_comments(text.replace("\r", "\n")))
    shown = _MARKUP.sub(" ", linked)
    return _WORD.findall(unicodedata.normalize("NFKC", unescape(shown)).casefold())


@lru_cache(maxsize=16)
def body(text: str) -> list[str]:
    """The words of a file below its front matter; several rules in turn ask for those of the same states."""
    return words(text[_start(text) :])


@lru_cache(maxsize=16)
def same(one: str, other: str) -> bool:
    """Whether two states of a file have the same words below their front matter."""
    one, other = one[_start(one) :], other[_start(other) :]
    if one == other:
        return True
    at = _parting(one, other)
    return words(one[at:]) == words(other[at:])


def head(text: str) -> str:
    """The front matter of a file; empty without one."""
    return text[: _start(text)]


def difference(before: list[str], after: list[str]) -> tuple[int, int]:
    """How many words were added and how many removed; a passage that only moved counts for nothing."""
    old, new = Counter(before), Counter(after)
    return (new - old).total(), (old - new).total()


def pairs(text: list[str]) -> frozenset[tuple[str, str]]:
    """The neighbouring words of a text."""
    return frozenset(pairwise(text))


def _start(text: str) -> int:
    return split(text)[1]


def _parting(one: str, other: str) -> int:
    """Where two texts part: the words above are the same. A blank line, above which no markup is left open."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[low:middle] == other[low:middle] else (low, middle - 1)
    at = one.rfind("\n\n", 0, low) + 2
    shared = _AUTOLINK.sub(r" \1 ", one[:at])
    is_open = shared.rfind("<") > shared.rfind(">") or shared.rfind("(") > shared.rfind(")")
    return 0 if at < 2 or is_open or "<!--" in shared else at


def _without_comments(text: str) -> str:
    first, *rest = text.split("<!--")
    return first + " ".join(part.partition("-->")[2] for part in rest)
