"""The letters after a name: ``Jane Doe, MD, PhD``."""

import re

from lint.article.lazy import lazy

_CREDENTIAL = lazy(r"(?=[^A-Z]*[A-Z][^A-Z]*[A-Z.])[A-Z][A-Za-z.-]{0,9}(?: \([A-Za-z]{1,12}\))?")
_SUFFIX = lazy(r"(?:inc|ltd|llc|plc|co|corp|jr|sr|ii|iii)\.?", re.IGNORECASE)
_LONGEST = 80


def name_and_credentials(text: str) -> tuple[str, str]:
    """A name and the letters after its first comma; ``Doe, Jane`` and ``Example, Inc.`` are names as a whole."""
    name, _, rest = text.partition(",")
    rest = rest.strip()
    if not rest or len(rest) > _LONGEST:
        return text, ""
    parts = [part for part in re.split(r"[,\s]\s*(?!\()", rest) if part]
    is_letters = all(_CREDENTIAL().fullmatch(part) and not _SUFFIX().fullmatch(part) for part in parts)
    return (name.strip(), rest) if is_letters else (text, "")
