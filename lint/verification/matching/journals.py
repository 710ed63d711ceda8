"""Journals: whether a journal's name, in full or abbreviated in any way, is the one that a record gives."""

import re
from collections.abc import Iterable

from lint.article.lazy import lazy
from lint.verification.matching.words import folded

_SMALL = "a an the of and or in on for to de der die das und et la le les des du del y e official"
_EMPTY = frozenset(_SMALL.split())
_PLACE = lazy(r"\s*[\[(][^\[\]()]*[\])]|\s*:.*$|\s+=.*$")
_KNOWN = {"nejm": "new england journal of medicine", "cdsr": "cochrane database of systematic reviews"}


def is_same_journal(written: str, registered: Iterable[str]) -> bool:
    """Whether a written name is one of the registered names or short for it, or the other way round."""
    ours = _words(written)
    return any(_is_short(ours, theirs) or _is_short(theirs, ours) for theirs in map(_words, registered) if theirs)


def _words(name: str) -> tuple[str, ...]:
    plain = folded(_PLACE().sub("", name) or name)
    plain = _KNOWN.get(plain.strip(" ."), plain)
    return tuple(word for word in re.findall(r"[^\W_]+", plain) if word not in _EMPTY)


def _is_short(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """``j bone joint surg`` is short for ``journal bone joint surgery``, ``bmj`` for ``british medical journal``."""
    if not short or not full:
        return False
    if "".join(short) == "".join(full):
        return True
    if len(short) == 1 and len(full) > 1 and _is_acronym(short[0], full):
        return True
    pairs = zip(short, full, strict=False)
    return len(short) <= len(full) and all(_is_cut(*pair) for pair in pairs)


def _is_acronym(short: str, full: tuple[str, ...]) -> bool:
    initials = "".join(word[0] for word in full)
    return len(short) > 2 and (initials == short or initials.startswith(short))


def _is_cut(short: str, word: str) -> bool:
    """``natl`` of ``national``: the first letter, and the others in their order."""
    if short[0] != word[0]:
        return False
    rest = iter(word)
    return all(letter in rest for letter in short)
