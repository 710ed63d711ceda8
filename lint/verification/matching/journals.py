"""Journals: whether a journal's name, in full or abbreviated in any way, is the one that a record gives."""

import re
from collections.abc import Iterable
from functools import lru_cache

from lint.article.lazy import lazy
from lint.verification.matching.words import folded

_SMALL = "a an the of and or in on for to de der die das und et la le les des du del y e official"
_EMPTY = frozenset(_SMALL.split())
_TAILS = """
    am america american br british lond london england usa u s us united states online suppl supplement international
    part a b c d ed
"""
_TAIL = frozenset(_TAILS.split())
"""What may end the name of a journal or be left out there."""
_PLACE = lazy(r"\s*[\[(][^\[\]()]*[\])]|\s*:\s.*$")
_DASH = lazy(r"(?<=\w)[-‐–](?=\w)")
_PIECES = lazy(r"[.;:,()\[\]|–—]\s+|\s[-–—]\s|\d+")
_GENERAL = frozenset(("j", "jou", "int", "ame", "bri", "eur", "res", "rev", "ann", "arc"))
_USUAL = """
    annals archives bmj bone brain british bulletin cancer care cell chest circulation clinical diabetes disease family
    gut health heart hospital immunity jama journal j kidney lancet lung medicine nature neurology new nursing
    nutrients nutrition obesity ophthalmology pain pediatrics physical plos preventive psychiatry psychology public
    quarterly radiology rehabilitation rheumatology science sleep spine stroke surgery therapy thorax topics urology
"""
_ENGLISH = frozenset(word[:3] for word in _USUAL.split())
"""How the words begin that show a journal's name to be English; between languages names cannot be compared."""
_KNOWN = {"nejm": "new england journal of medicine", "cdsr": "cochrane database of systematic reviews"}


def is_same_journal(written: str, registered: Iterable[str]) -> bool:
    """Whether a written name is one of the registered names or short for it, or the other way round."""
    forms = [form for part in _parallel(written) for form in _forms(part)]
    names = [form for name in registered for part in _parallel(name) for form in _forms(part)]
    return any(_is_short(ours, theirs) or _is_short(theirs, ours) for ours in forms for theirs in names)


def _parallel(name: str) -> list[str]:
    """The names of a journal that has one in each of two languages: ``Zhonghua yi xue za zhi = Chinese journal``."""
    return name.split(" = ") if " = " in name else name.split(" / ")


@lru_cache(maxsize=1024)
def _forms(name: str) -> tuple[tuple[str, ...], ...]:
    """The words of a name, and those of the name without its hyphens where it has any."""
    together = _DASH().sub("", name)
    return (_words(name),) if together == name else (_words(name), _words(together))


def names_journal(text: str, registered: Iterable[str]) -> bool:
    """Whether any piece of an entry, between its full stops and commas, is one of the registered names."""
    names = tuple(registered)
    return any(len(_words(piece)) and is_same_journal(piece, names) for piece in _pieces(text))


def is_stranger(written: str, registered: Iterable[str]) -> bool:
    """Whether no word of a name begins as one of the registered names does: neither renamed nor translated."""
    ours = {word[:3] for word in _words(written)}
    theirs = {word[:3] for name in registered for word in _words(name)}
    if ours.isdisjoint(_ENGLISH) or theirs.isdisjoint(_ENGLISH):
        return False
    return ours <= _GENERAL or theirs <= _GENERAL or not (ours & theirs) - _GENERAL


def _pieces(text: str) -> Iterable[str]:
    """Pieces of a text; those that short words with full stops make up stay together (``J. Bone Joint Surg.``)."""
    pieces = [piece.strip() for piece in _PIECES().split(text)[-40:]]
    yield from pieces
    for size in (2, 3, 4):
        for at in range(len(pieces) - size + 1):
            yield " ".join(pieces[at : at + size])


def _words(name: str) -> tuple[str, ...]:
    plain = folded(_PLACE().sub("", name) or name)
    plain = _KNOWN.get(plain.strip(" ."), plain)
    return tuple(word for word in re.findall(r"[^\W_]+", plain) if word not in _EMPTY)


def _is_short(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """``j bone joint surg`` is short for ``journal bone joint surgery``, ``bmj`` for ``british medical journal``."""
    if not short or not full:
        return False
    if "".join(short) == "".join(full) or _is_acronym(short[0], full[: len(full) - len(short) + 1], short[1:], full):
        return True
    at = next((at for at, pair in enumerate(zip(short, full, strict=False)) if not _is_cut(*pair)), None)
    at = min(len(short), len(full)) if at is None else at
    return at > 0 and {*short[at:], *full[at:]} <= _TAIL


def _is_acronym(short: str, head: tuple[str, ...], rest: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """``gcb`` is short for ``global change biology``, alone or with other words that are the same behind it."""
    if len(head) < 2 or len(short) < 2 or (rest and full[len(head) :] != rest):
        return False
    initials = "".join(word[0] for word in head)
    return initials == short or (not rest and len(short) > 2 and initials.startswith(short))


def _is_cut(short: str, word: str) -> bool:
    """``natl`` of ``national``: the first letter, and the others in their order."""
    if short[0] != word[0]:
        return False
    rest = iter(word)
    return all(letter in rest for letter in short)
