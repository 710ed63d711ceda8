"""gitignore-style patterns, matched byte by byte as git matches them (gitignore(5) and its wildmatch).

Written out rather than taken from a library: the libraries at hand answer for a whole path at once and differ from git
where a pattern speaks of folders only (``!*/``), and cost as much to import as everything else a small check needs.
"""

import os
import re
from collections.abc import Iterable
from typing import NamedTuple

from lint.patterns.wildcards import Segment, segments

_NOTHING = re.compile(rb"(?!)")


class Pattern(NamedTuple):
    """One line of a .gitignore. ``anywhere``: it has no slash, so it meets the last name of a path alone."""

    segments: tuple[Segment, ...]
    negated: bool = False
    folders_only: bool = False
    anywhere: bool = False

    def matches(self, names: list[bytes], folder: bool) -> bool:
        if self.folders_only and not folder:
            return False
        return _match(self.segments, names[-1:] if self.anywhere else names)


class Patterns:
    """The lines of one .gitignore; the last one that matches decides."""

    def __init__(self, lines: Iterable[str | bytes]) -> None:
        parsed = (_pattern(os.fsencode(line)) for line in lines)
        self._patterns = [pattern for pattern in parsed if pattern][::-1]

    def decide(self, path: str, folder: bool = False) -> bool | None:
        """True: ignored. False: a ``!`` line takes it back. None: no line speaks of it."""
        if not self._patterns:
            return None
        names = os.fsencode(path).split(b"/")
        return next((not pattern.negated for pattern in self._patterns if pattern.matches(names, folder)), None)

    def match(self, path: str) -> bool:
        """Whether a file, or a folder above it, is matched: what is under an ignored folder cannot be taken back."""
        parts = path.split("/")
        return any(self.decide("/".join(parts[:end]), end < len(parts)) for end in range(1, len(parts) + 1))


def _match(segments: tuple[Segment, ...], names: list[bytes]) -> bool:
    """Segment by segment; after a mismatch only the last ``**`` takes one name more, so time stays bounded."""
    at, name, star, resume = 0, 0, -1, 0
    while name < len(names):
        segment = segments[at] if at < len(segments) else _NOTHING
        if segment is None:
            if at + 1 == len(segments):
                return True
            star, resume = at, name
            at += 1
        elif segment.fullmatch(names[name]):
            at, name = at + 1, name + 1
        elif star >= 0:
            resume += 1
            at, name = star + 1, resume
        else:
            return False
    return at == len(segments)


def _pattern(line: bytes) -> Pattern | None:
    line = line.rstrip(b"\r\n")
    if line.startswith(b"#"):
        return None
    line = re.sub(rb"(?<!\\)((?:\\\\)*(?:\\ )?) *$", rb"\1", line) if line.endswith(b" ") else line
    negated = line.startswith(b"!")
    line = line[negated:]
    folders_only = line.endswith(b"/")
    line = line[: len(line) - folders_only]
    anywhere = b"/" not in line
    names = segments(line.removeprefix(b"/"))
    return Pattern(names, negated, folders_only, anywhere) if names else None
