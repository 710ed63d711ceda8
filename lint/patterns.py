"""gitignore-style patterns, matched byte by byte as git matches them (gitignore(5) and its wildmatch).

Written out rather than taken from a library: the libraries at hand answer for a whole path at once and differ from git
where a pattern speaks of folders only (``!*/``), and cost as much to import as everything else a small check needs.
"""

import os
import re
import string
from collections.abc import Iterable
from dataclasses import dataclass

_POSIX = {
    b"alnum": string.ascii_letters + string.digits,
    b"alpha": string.ascii_letters,
    b"blank": " \t",
    b"cntrl": "".join(map(chr, [*range(32), 127])),
    b"digit": string.digits,
    b"graph": "".join(map(chr, range(33, 127))),
    b"lower": string.ascii_lowercase,
    b"print": "".join(map(chr, range(32, 127))),
    b"punct": string.punctuation,
    b"space": string.whitespace,
    b"upper": string.ascii_uppercase,
    b"xdigit": string.hexdigits,
}
Segment = re.Pattern[bytes] | None
"""One name of a path; None is ``**``: any number of names."""


@dataclass(frozen=True, slots=True)
class Pattern:
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
        segment = segments[at] if at < len(segments) else re.compile(rb"(?!)")
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
    segments = _segments(line.removeprefix(b"/"))
    return Pattern(segments, negated, folders_only, anywhere) if segments else None


def _segments(pattern: bytes) -> tuple[Segment, ...] | None:
    """The compiled names of a pattern; None for one that git never matches (an unclosed ``[``, a last backslash)."""
    segments: list[Segment] = []
    chunks = [b""]
    at, stars = 0, 0
    while at < len(pattern):
        char = pattern[at : at + 1]
        at += 1
        if char == b"\\":
            char = pattern[at : at + 1]
            at += 1
            if not char:
                return None
            if char != b"/":
                chunks[-1] += re.escape(char)
                continue
        if char == b"/":
            segments.append(_compile(chunks, stars))
            chunks, stars = [b""], 0
        elif char == b"*":
            stars += 1
            if chunks[-1] or len(chunks) == 1:
                chunks.append(b"")
        elif char == b"?":
            chunks[-1] += b"."
        elif char == b"[":
            members, at = _class(pattern, at)
            if members is None:
                return None
            chunks[-1] += members
        else:
            chunks[-1] += re.escape(char)
    return (*segments, _compile(chunks, stars)) if pattern else None


def _compile(chunks: list[bytes], stars: int) -> Segment:
    """A name's expression. What stands between two stars is matched at its first place for good: no backtracking."""
    if chunks == [b"", b""] and stars > 1:
        return None
    first, *middle, last = chunks if len(chunks) > 1 else [*chunks, b""]
    star = b".*" if len(chunks) > 1 else b""
    return re.compile(first + b"".join(b"(?>.*?%b)" % chunk for chunk in middle) + star + last, re.DOTALL)


def _class(pattern: bytes, at: int) -> tuple[bytes | None, int]:
    """A bracket expression from behind its ``[``, as an expression, and where it ends; None when it never closes."""
    negated = pattern[at : at + 1] in (b"!", b"^")
    at += negated
    members: set[int] = set()
    previous, first = 0, True
    while first or pattern[at : at + 1] != b"]":
        first = False
        char = pattern[at : at + 1]
        if not char:
            return None, at
        named = re.compile(rb"\[:([^\]]*):\]").match(pattern, at)
        if char == b"[" and pattern[at + 1 : at + 2] == b":" and named:
            if named[1] not in _POSIX:
                return None, at
            members.update(_POSIX[named[1]].encode())
            at, previous = named.end(), 0
            continue
        if char == b"-" and previous and pattern[at + 1 : at + 2] not in (b"", b"]"):
            at += 1 + (pattern[at + 1 : at + 2] == b"\\")
            if at >= len(pattern):
                return None, at
            members.update(range(previous, pattern[at] + 1))
            at, previous = at + 1, 0
            continue
        at += char == b"\\"
        if at >= len(pattern):
            return None, at
        previous = pattern[at]
        members.add(previous)
        at += 1
    if negated:
        members = set(range(1, 256)) - members
    return (b"[%b]" % b"".join(b"\\x%02x" % member for member in sorted(members)) if members else b"(?!)"), at + 1
