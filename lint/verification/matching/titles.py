"""Titles: whether two titles name one work, and how they differ where they do not."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import NamedTuple

from lint.article.lazy import lazy
from lint.verification.matching.likeness import likeness
from lint.verification.matching.words import EMPTY, is_foreign, words

_SUBTITLE = lazy(r"\s*[:;?!]\s+|\.\s+|\s[-–—]+\s|\s*—\s*|\s+\(")
_CUT = lazy(r"\s*(?:…|\.\s?\.\s?\.)\s*\]?\s*$")
_ASIDE = lazy(r"\s*(?:\([^\[\]()]{1,60}\)|\[[^\[\]]{1,160}\])\s*\.?$")
_SLIP = 0.75
"""How alike two words are of which one is a slip of the other (``fibromyalgia``, ``fybromyalgia``)."""
_RESEMBLES = 0.15
"""The largest share of other words in titles of which one may be the other, written carelessly."""
_MOST = 100
"""No title has more words, whatever an entry holds."""
_OPPOSITES = re.compile(r"(?:hypo|hyper|pre|post|anti|pro|un|in|non|wo|fe|mono|bi|micro|macro|intra|inter|extra)")


Words = tuple[str, ...]


class Grade(NamedTuple):
    """How a title stands to another. ``how``: ``same``, ``cut``, ``worded``, ``numbered``, ``translated``,
    ``foreign`` or ``other``."""

    how: str
    likeness: float


SAME = Grade("same", 1.0)


def grade(written: str, registered: Iterable[str], text: str) -> Grade:
    """The best grade of a written title against any registered form of it; ``text`` is the whole entry."""
    entry = words(text)
    forms = [form for title in registered for form in _forms(title)]
    best = max((_grade(written, form) for form in forms), key=_rank, default=Grade("other", 0.0))
    if best.how != "same" and any(_stands_in(words(form), entry) for form in forms[:2]):
        return SAME
    return best


_ORDER = ("other", "foreign", "translated", "numbered", "worded", "cut", "same")


def _rank(found: Grade) -> tuple[int, float]:
    return _ORDER.index(found.how), found.likeness


def _forms(title: str) -> Iterator[str]:
    """A title as it is, and without what follows it in brackets."""
    yield title
    if aside := _ASIDE().search(title):
        yield title[: aside.start()]


def _grade(written: str, registered: str) -> Grade:
    ours, theirs = words(written)[:_MOST], words(registered)[:_MOST]
    ours, theirs = _joined(ours, theirs), _joined(theirs, ours)
    if not ours or not theirs:
        return Grade("other", 0.0)
    alike = likeness("".join(ours), "".join(theirs))
    if alike == 1.0:
        return SAME
    if _is_part(written, ours, registered, theirs) or _is_part(registered, theirs, written, ours):
        return Grade("same", max(alike, 0.9))
    left, right = _unlike(ours, theirs)
    weight = _weight(ours) + _weight(theirs)
    share = (_weight(left) + _weight(right)) / weight if weight else 1.0
    if _numbers(left) and _numbers(right) and share <= _RESEMBLES * 1.5:
        return Grade("numbered", alike)
    if not _weight(left) and not _weight(right):
        return Grade("same", alike)
    if (not _weight(left) or not _weight(right)) and (alike > 0.5 or min(len(ours), len(theirs)) > 7):
        return Grade("cut", alike)
    if share <= _RESEMBLES or _led(ours, theirs) >= max(8, 0.7 * min(len(ours), len(theirs))):
        return Grade("worded", alike)
    if _is_translated(written, registered):
        return Grade("translated", alike)
    return Grade("foreign" if is_foreign(written) != is_foreign(registered) else "other", alike)


def _is_translated(*titles: str) -> bool:
    """Whether a title is an indexer's translation, which stands in brackets: two of them seldom use the same words."""
    return any(title.lstrip('"“').startswith("[") for title in titles)


def _led(first: Words, second: Words) -> int:
    """How many words both begin with."""
    pairs = zip(first, second, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1] or _is_slip(*pair), pairs))


def _joined(ours: Words, theirs: Words) -> Words:
    """Words with those put together that the other title writes as one: ``follow up`` where it has ``followup``."""
    known, found, at = set(theirs) - set(ours), [], 0
    while at < len(ours):
        pair = "".join(ours[at : at + 2])
        found.append(pair if pair in known else ours[at])
        at += 2 if pair in known else 1
    return tuple(found)


def _is_part(shorter: str, short: Words, longer: str, long: Words) -> bool:
    """Whether a title is another one without its subtitle, or one that is cut off with an ellipsis."""
    if len(short) < 2 or len(short) >= len(long) or long[: len(short)] != short:
        return False
    heads = (longer[: mark.start()] for mark in _SUBTITLE().finditer(longer))
    return bool(_CUT().search(shorter)) or any("".join(words(head)) == "".join(short) for head in heads)


def _unlike(first: Words, second: Words) -> tuple[list[str], list[str]]:
    """The words of each that the other has not, not even with a slip."""
    left = list((Counter(first) - Counter(second)).elements())
    right = list((Counter(second) - Counter(first)).elements())
    for word in tuple(left):
        if partner := next((other for other in right if _is_slip(word, other)), None):
            left.remove(word)
            right.remove(partner)
    return left, right


def _is_slip(first: str, second: str) -> bool:
    if first.isdigit() or second.isdigit() or min(len(first), len(second)) < 4:
        return False
    if _OPPOSITES.sub("", first, count=1) == _OPPOSITES.sub("", second, count=1):
        return False
    return likeness(first, second) >= _SLIP


def _weight(found: Iterable[str]) -> int:
    return sum(len(word) for word in found if word not in EMPTY)


def _numbers(found: Iterable[str]) -> bool:
    return any(word.isdigit() for word in found)


def _stands_in(title: Words, entry: Words) -> bool:
    """Whether a registered title stands in an entry word for word, wherever the entry's title was thought to be."""
    size = len(title)
    if size < 4:
        return False
    return any(entry[at : at + size] == title for at in range(len(entry) - size + 1) if entry[at] == title[0])
