"""People: whether the authors that an entry names are those of a record."""

from collections.abc import Sequence
from typing import NamedTuple

from lint.verification.matching.likeness import likeness
from lint.verification.matching.words import EMPTY, folded, name_words, words
from lint.verification.record import Author

_NO_NAMES = """
    de da do dos das del della di der den des du la le les van von vom zu zur ten ter te al el bin ibn st y e jr sr ii
    iii iv dr prof md phd
"""
_PARTICLES = frozenset(_NO_NAMES.split())
_SLIP = 0.8
_MOST = 30
"""So many of an entry's authors are looked at."""


class Name(NamedTuple):
    """A name in a form to compare by: its words without particles, the initials, and the given names in full."""

    words: tuple[str, ...]
    initials: str
    given: frozenset[str] = frozenset()


def compare_authors(written: Sequence[str], registered: Sequence[Author]) -> str:
    """How the authors of an entry stand to a record's, in one word.

    ``same``; ``incomparable`` (persons on one side, a body on the other); ``spelled`` (the first one's name is a
    slip of the record's); ``order`` (another one comes first); ``others`` (the first is right, and the entry names
    people who are not among the record's); ``another`` (one of many is not); ``first`` (another first author).
    """
    ours = [_written(name) for name in written[:_MOST]]
    theirs = [_registered(author) for author in registered]
    if not ours or not theirs:
        return "incomparable"
    if registered[0].collective or _is_body(written[0], ours[0]):
        return _bodies(written[0], registered)
    first = _kin(ours[0], theirs[0])
    strangers = _strangers(ours, theirs)
    if not first:
        is_there = 0 not in strangers or any(_kin(name, theirs[0]) for name in ours[1:])
        return "order" if is_there and len(strangers) * 4 <= len(ours) else "first"
    if strangers:
        if len(ours) - len(strangers) == len(theirs) <= min(strangers):
            return "another"  # the registry's list ends early
        return "others" if len(strangers) * 5 > len(ours) else "another"
    return "same" if first == 1 else "spelled"


def _written(name: str) -> Name:
    """A name as the document has it, family name first: ``van der Berg JM``."""
    *family, last = name.replace(".", " ").split() or [""]
    if family and last.isupper() and len(last) <= 4:
        return Name(_significant(" ".join(family)), folded(last))
    return Name(_significant(name), "")


def _registered(author: Author) -> Name:
    """A name of a record, whose given names may be initials: ``M.-A.``, ``MA`` or ``Marie Anne``."""
    given = name_words(author.given)
    letters = "".join(filter(str.isalpha, author.given))
    initials = folded(letters) if letters.isupper() and len(letters) <= 4 else "".join(word[0] for word in given)
    full = frozenset(word for word in given if len(word) > 1)
    return Name(_significant(author.family or author.collective), initials, full)


def _significant(name: str) -> tuple[str, ...]:
    found = name_words(name)
    return tuple(word for word in found if word not in _PARTICLES) or found


def _kin(ours: Name, theirs: Name) -> float:
    """How surely two names are one person's: 1, less where a letter differs, 0 where they are not."""
    if not ours.words or not theirs.words:
        return 0.0
    shared = set(ours.words) & set(theirs.words)
    if shared or "".join(ours.words) == "".join(theirs.words):
        return 1.0 if _initials_agree(ours, theirs) else 0.0
    if theirs.given.intersection(ours.words) and set(ours.initials) & {word[0] for word in theirs.words}:
        return 1.0  # given and family name in the other order
    if ours.words[0][0] != theirs.words[0][0] or len(theirs.words[0]) < 4 or not _initials_agree(ours, theirs):
        return 0.0
    alike = likeness("".join(ours.words), "".join(theirs.words))
    return alike if alike >= _SLIP else 0.0


def _initials_agree(ours: Name, theirs: Name) -> bool:
    """Whether the initials are the same as far as both name them; a first given name may be left out."""
    mine = ours.initials or "".join(word[0] for word in ours.words if word not in theirs.words)
    yours = theirs.initials
    if not mine or not yours or mine[0] == yours[0]:
        return True
    return set(mine) <= set(yours) or set(yours) <= set(mine)


def _strangers(ours: Sequence[Name], theirs: Sequence[Name]) -> set[int]:
    """The written names that are nobody's in the record; each registered one can be but one of them."""
    left = list(theirs)
    found = set()
    for place, name in enumerate(ours):
        partner = max(left, key=lambda other: _kin(name, other) or _is_turned(name, other) / 2, default=None)
        if partner is None or not (_kin(name, partner) or _is_turned(name, partner)):
            found.add(place)
        else:
            left.remove(partner)
    return found


def _is_turned(ours: Name, theirs: Name) -> bool:
    """Whether the registry may have taken a given name for the family name: ``Example A`` is ``Ann E`` there."""
    if not (ours.words and ours.initials and theirs.words and theirs.initials):
        return False
    return ours.words[0][0] == theirs.initials[0] and ours.initials[0] == theirs.words[0][0]


_BODIES = """
    group organization organisation association society institute institutes center centre centers department ministry
    agency council foundation college academy clinic university hospital collaboration collaborators collaborative
    committee investigators consortium network panel team force federation service services trust board who cdc nih
    nice nhs fda
"""
_BODY = frozenset(_BODIES.split())


def _is_body(written: str, name: Name) -> bool:
    return not name.initials and (not _BODY.isdisjoint(folded(written).split()) or len(name.words) > 3)


def _bodies(written: str, registered: Sequence[Author]) -> str:
    """A body that signs a work may be named in many ways: only a like name is the same, no name is another."""
    ours = {word for word in words(written) if word not in EMPTY}
    for author in registered:
        theirs = [word for word in words(author.collective) if word not in EMPTY]
        if theirs and (ours & set(theirs) or "".join(word[0] for word in theirs) in ours):
            return "same"
    return "incomparable"
