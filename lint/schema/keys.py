"""Which key was meant by one that is misspelled or goes by another name."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from lint.article.front_matter.fields import COMMON
from lint.schema.mending import day_meant

Json = Any
Words = tuple[str, ...]

_LONGEST = 40


class Meant(NamedTuple):
    """A key, and whether it was misspelled rather than called by another name."""

    key: str
    misspelled: bool


class _Name(NamedTuple):
    """A name of a key. ``firm``: ours, and missed by a letter more often than a site has a key that is so close."""

    words: Words
    key: str
    firm: bool
    is_other: bool = False


def key_meant(key: str, properties: Mapping[str, Json], value: Json = None) -> Meant | None:
    """The key that another one stands for; None for one that is far from all, and for a site generator's own."""
    written = _words(key[: _LONGEST + 1])
    names = list(_names(properties))
    same = next((name for name in names if "".join(name.words) == "".join(written)), None)
    if same and not same.is_other and not isinstance(properties[same.key], dict):
        return None
    name = same or next((name for name in names if _is_slip(written, name.words, name.firm)), None)
    if name is None or (name.is_other and not _may_be(properties[name.key], value)):
        return None
    return Meant(name.key, not name.is_other)


def _names(properties: Mapping[str, Json]) -> Iterator[_Name]:
    """All names of all keys: ours, those that we read for ours, those that we do not, and what others read."""
    ours = {key: schema for key, schema in properties.items() if isinstance(schema, dict)}
    yield from (_Name(_words(key), key, firm=True) for key in ours)
    yield from (_Name(_words(other), key, True, True) for key in ours for other in COMMON.get(key, "").split())
    yield from (_Name(_words(other), key, False, True) for key in ours for other in ours[key].get("x-also", ()))
    yield from (_Name(_words(key), key, firm=False) for key in properties if key not in ours)


def _may_be(schema: Json, value: Json) -> bool:
    """Whether a value may be meant for a key: a date is no person, a map no text, and no date is without numbers."""
    if any(part.get("format") == "date" for part in (schema, *schema.get("allOf", ()))):
        return value is None or bool(re.search(r"\d", str(value)[:_LONGEST]) and not isinstance(value, dict | list))
    if isinstance(value, dict):
        return "items" in schema
    return not (isinstance(value, str) and day_meant(value[:_LONGEST]))


@lru_cache(4096)
def _words(key: str) -> Words:
    """A key in words, whichever way they are joined."""
    return tuple(re.sub(r"(?<=[a-z0-9])(?=[A-Z])|[\W_]+", " ", key).casefold().split())


@lru_cache(4096)
def _is_slip(written: Words, name: Words, firm: bool) -> bool:
    """Whether one is the other with letters swapped, left out, added or wrong."""
    one, other = "".join(written), "".join(name)
    if abs(len(one) - len(other)) > 1 or min(len(one), len(other)) < 4 or len(one) > _LONGEST:
        return False
    if sorted(one) == sorted(other):
        return _distance(one, other) == 1
    # The first letter is hardly ever wrong, and a list of things is another key than one of them.
    if one[0] != other[0] or one + "s" == other or other + "s" == one:
        return False
    if min(len(one), len(other)) >= (5 if firm else 9) and _distance(one, other) == 1:
        return True
    return firm and len(written) == len(name) and _is_one_long_word_off(written, name)


def _is_one_long_word_off(written: Words, name: Words) -> bool:
    wrong = [(one, other) for one, other in zip(written, name, strict=True) if one != other]
    return len(wrong) == 1 and min(map(len, wrong[0])) >= 8 and _distance(*wrong[0]) == 2


def _distance(one: str, other: str) -> int:
    """How many letters are wrong, missing, too many or swapped with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        last, before, row = before, row, [i]
        for j, its in enumerate(other, start=1):
            row.append(min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != its)))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == its:
                row[-1] = min(row[-1], last[j - 2] + 1)
    return row[-1]
