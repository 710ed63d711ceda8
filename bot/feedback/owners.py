"""CODEOWNERS: who answers for a file, by GitHub's documented rules. Pure.

The last line that fits wins, and a line without owners takes the file out. Patterns are those of ``.gitignore``, but
for ``!``, ``[…]`` and an escaped ``#``, which GitHub does not know there either.
"""

import re
from collections.abc import Iterator
from fnmatch import translate
from typing import NamedTuple

PLACES = (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS")
"""Where GitHub looks, in this order."""
LARGEST = 3_000_000
"""Bytes; GitHub reads no larger one."""
_LOGIN = re.compile(r"@[A-Za-z0-9][A-Za-z0-9-]{0,38}")
_OWNER = re.compile(r"@[\w.-]+(?:/[\w.-]+)?|[^@\s]+@[^@\s]+")


class Line(NamedTuple):
    """A pattern and the logins behind it; teams and e-mail addresses cannot be assigned, and are left out."""

    pattern: str
    logins: tuple[str, ...]


def owners(text: str, path: str) -> tuple[str, ...]:
    """The logins that own a file (POSIX path from the repository's root), by the text of a CODEOWNERS file."""
    found: tuple[str, ...] = ()
    for line in _lines(text):
        if _fits(line.pattern, path):
            found = line.logins
    return found


def _lines(text: str) -> Iterator[Line]:
    """The lines that GitHub understands; it skips the others."""
    for row in text.splitlines():
        words = re.split(r"(?<!\\)\s+", row.partition("#")[0].strip())
        pattern, names = words[0].replace("\\ ", " "), words[1:]
        if not pattern or pattern.startswith("!") or "[" in pattern or not all(map(_OWNER.fullmatch, names)):
            continue
        yield Line(pattern, tuple(name[1:] for name in names if _LOGIN.fullmatch(name)))


def _fits(pattern: str, path: str) -> bool:
    """Whether a pattern covers a file. One with a slash before its end begins at the root; the others fit anywhere."""
    parts = pattern.strip("/").split("/")
    if "/" not in pattern.rstrip("/"):
        parts = ["**", *parts]
    if pattern.endswith("/"):
        parts.append("**")
    names = path.split("/")
    reached = _reached(parts, names)
    if len(names) in reached:
        return True
    # A folder's name covers all that is below; but `docs/*` means its direct files.
    return parts[-1] not in ("*", "**") and bool(reached)


def _reached(parts: list[str], names: list[str]) -> set[int]:
    """After how many names of a path a pattern may end: one step for each of its parts, so never slow."""
    at = {0}
    for place, part in enumerate(parts, 1):
        if part == "**":
            below = place == len(parts)  # what a folder holds, and not the folder
            at = set(range(min(at) + below, len(names) + 1)) if at else at
        else:
            sign = re.compile(translate(part))
            at = {index + 1 for index in at if index < len(names) and sign.match(names[index])}
    return at
