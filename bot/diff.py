"""A diff as data: the files that a pull request touches, and their lines. Pure; git itself is in `lint.history`."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Literal, NamedTuple

Status = Literal["added", "modified", "renamed", "deleted"]

_STATUS: Mapping[str, Status] = {"A": "added", "D": "deleted", "R": "renamed", "C": "added"}
_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")


class Lines(NamedTuple):
    """Lines of the new version of a file, from 1, both inclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class File:
    """A file that the pull request touches. ``before``: its path at the merge base; ``touched``: its new lines."""

    path: str
    status: Status
    before: str = ""
    touched: tuple[Lines, ...] = ()
    is_regular: bool = True
    """Whether it is a file now, and no link or submodule."""

    def holds(self, start: int, end: int) -> bool:
        """Whether all these lines are new and stand in one piece of the diff."""
        return any(lines.start <= start and end <= lines.end for lines in self.touched)

    def meeting(self, start: int, end: int) -> Lines | None:
        """The first new lines among these."""
        for lines in self.touched:
            if lines.start <= end and start <= lines.end:
                return Lines(max(start, lines.start), min(end, lines.end))
        return None


def parse(chunks: Iterable[bytes]) -> tuple[File, ...]:
    """The files of ``git diff --patch-with-raw -z -U0``, in its order; lines end at LF, as GitHub counts them."""
    stream = _Stream(chunks)
    files = list(_raw(stream))
    found = {file.path: list[Lines]() for file in files}
    # The patches come in the order of the raw list, and say the names in quotes: only the order is relied upon.
    for path, lines in zip(_order(files), _patches(stream), strict=False):
        found[path] += lines
    return tuple(File(file.path, file.status, file.before, tuple(found[file.path]), file.is_regular) for file in files)


def _raw(stream: "_Stream") -> Iterator["_Entry"]:
    while (head := stream.upto(b"\0")) and head.startswith(b":"):
        _, mode, _, _, letters = head.decode("ascii").split()
        names = [os.fsdecode(stream.upto(b"\0")) for _ in range(2 if letters[0] in "RC" else 1)]
        status = _STATUS.get(letters[0], "modified")
        before = "" if status == "added" else names[0]
        yield _Entry(names[-1], status, before, mode.startswith("100"), 2 if letters[0] == "T" else 1)


class _Entry(NamedTuple):
    path: str
    status: Status
    before: str
    is_regular: bool
    patches: int
    """A change of type is written as a deletion and an addition."""


def _order(files: Iterable[_Entry]) -> Iterator[str]:
    return chain.from_iterable([file.path] * file.patches for file in files)


def _patches(stream: "_Stream") -> Iterator[list[Lines]]:
    """The new lines of each patch. The lines of a hunk are counted, so none of them is taken for a header."""
    lines: list[Lines] | None = None
    while line := stream.upto(b"\n"):
        if line.startswith(b"diff --git "):
            if lines is not None:
                yield lines
            lines = []
        elif lines is not None and (hunk := _HUNK.match(line)):
            removed, start, added = (1 if number is None else int(number) for number in hunk.groups())
            for _ in range(removed + added):
                line = stream.upto(b"\n")
                if line.startswith(b"\\"):
                    stream.upto(b"\n")
            if added:
                lines.append(Lines(start, start + added - 1))
    if lines is not None:
        yield lines


class _Stream:
    """Bytes that come in chunks, read up to a sign."""

    def __init__(self, chunks: Iterable[bytes]) -> None:
        self._chunks = iter(chunks)
        self._rest = b""
        self._at = 0

    def upto(self, sign: bytes) -> bytes:
        """What stands before the next sign, without it; what is left where there is none."""
        parts = []
        while (end := self._rest.find(sign, self._at)) < 0:
            parts.append(self._rest[self._at :])
            self._rest, self._at = next(self._chunks, b""), 0
            if not self._rest:
                return b"".join(parts)
        parts.append(self._rest[self._at : end])
        self._at = end + len(sign)
        return b"".join(parts)
