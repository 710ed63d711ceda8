"""Wildcards to regular expressions, one for each name of a path, by the letter of git's wildmatch."""

import re
import string
from collections.abc import Iterator

Segment = re.Pattern[bytes] | None
"""One name of a path; None is ``**``: any number of names."""

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


class _NeverError(Exception):
    """A pattern that git never matches: an unclosed bracket, a backslash at the end."""


def segments(pattern: bytes) -> tuple[Segment, ...] | None:
    """The compiled names of a pattern; None for one that nothing matches."""
    names: list[list[bytes]] = [[]]
    try:
        for part in _parts(pattern):
            if part == b"/":
                names.append([])
            else:
                names[-1].append(part)
    except _NeverError:
        return None
    return tuple(map(_compile, names)) if pattern else None


def _parts(pattern: bytes) -> Iterator[bytes]:
    """``/``, runs of ``*``, and expressions that each match one byte."""
    at = 0
    while at < len(pattern):
        char = pattern[at : at + 1]
        if char == b"*":
            run = re.compile(rb"\*+").match(pattern, at)
            assert run
            yield run[0]
            at = run.end()
        elif char == b"[":
            members, at = _class(pattern, at + 1)
            yield members
        else:
            at += char == b"\\"
            literal = _at(pattern, at)
            yield b"/" if literal == b"/" else b"." if char == b"?" else re.escape(literal)
            at += 1


def _at(pattern: bytes, at: int) -> bytes:
    if at >= len(pattern):
        raise _NeverError
    return pattern[at : at + 1]


def _compile(parts: list[bytes]) -> Segment:
    """A name's expression. What stands between two stars is matched at its first place for good: no backtracking."""
    if len(parts) == 1 and parts[0].startswith(b"**"):
        return None
    chunks = [b""]
    for part in parts:
        if part.startswith(b"*"):
            chunks.append(b"")
        else:
            chunks[-1] += part
    if len(chunks) == 1:
        return re.compile(chunks[0], re.DOTALL)
    first, *middle, last = chunks
    return re.compile(first + b"".join(b"(?>.*?%b)" % chunk for chunk in middle) + b".*" + last, re.DOTALL)


def _class(pattern: bytes, at: int) -> tuple[bytes, int]:
    """A bracket expression from behind its ``[``, as an expression, and where it ends."""
    negated = pattern[at : at + 1] in (b"!", b"^")
    start = at = at + negated
    members: set[int] = set()
    previous = 0
    while at == start or _at(pattern, at) != b"]":
        named = re.compile(rb"\[:([^\]]*):\]").match(pattern, at)
        if named:
            if named[1] not in _POSIX:
                raise _NeverError
            members.update(_POSIX[named[1]].encode())
            at, previous = named.end(), 0
        elif pattern[at : at + 1] == b"-" and previous and pattern[at + 1 : at + 2] not in (b"", b"]"):
            last, at = _member(pattern, at + 1)
            members.update(range(previous, last + 1))
            previous = 0
        else:
            previous, at = _member(pattern, at)
            members.add(previous)
    if negated:
        members = set(range(1, 256)) - members
    return b"[%b]" % b"".join(b"\\x%02x" % one for one in sorted(members)) if members else b"(?!)", at + 1


def _member(pattern: bytes, at: int) -> tuple[int, int]:
    """One byte of a bracket expression, and where the next one stands."""
    at += pattern[at : at + 1] == b"\\"
    return _at(pattern, at)[0], at + 1
