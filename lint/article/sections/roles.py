"""Roles: what a section is for, by its heading."""

import re
from collections.abc import Mapping
from functools import lru_cache

INHERITED = frozenset(("references", "related", "disclaimer", "about", "feedback", "instructions"))
"""Roles that the sections below a section share."""
KNOWN = INHERITED | {"introduction", "claim", "conclusion", "other"}
_AROUND = re.compile(r"^[\W_]*(?:\d{1,2}[.):]\s+)?|[\s.:!?…*_\u200b-\u200d\ufeff]+$")


class Roles:
    """The heading patterns of each role, compiled."""

    def __init__(self, patterns: Mapping[str, tuple[str, ...]]) -> None:
        self._patterns = [(role, _one_of(alternatives)) for role, alternatives in patterns.items() if alternatives]

    def named(self, heading: str) -> str | None:
        """The role that a heading names."""
        words = _AROUND.sub("", heading[:200])
        return next((role for role, pattern in self._patterns if pattern.fullmatch(words)), None)


def _one_of(alternatives: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{alternative})" for alternative in alternatives), re.IGNORECASE)


@lru_cache(maxsize=32)
def _compiled(patterns: tuple[tuple[str, tuple[str, ...]], ...]) -> Roles:
    return Roles(dict(patterns))


def roles(patterns: Mapping[str, tuple[str, ...]]) -> Roles:
    """The compiled patterns of a publication's settings."""
    return _compiled(tuple((role, tuple(alternatives)) for role, alternatives in patterns.items()))
