"""Trails of files through the raw log: which changes led to what stands at HEAD. Pure; git itself is in `history`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple


class State(NamedTuple):
    """A file's content under a name: where a trail goes on."""

    path: bytes
    blob: bytes


class Entry(NamedTuple):
    """One line of the log: in this commit these states (one for each parent) became this one."""

    commit: bytes
    day: bytes
    before: tuple[State, ...]
    after: State

    @property
    def is_merge(self) -> bool:
        return len(self.before) > 1


@dataclass(slots=True, eq=False)
class Trail:
    """The changes of one file, newest first, as far as the pass has come."""

    open: set[State]
    """The states whose origin is not found yet."""
    changes: list[Entry] = field(default_factory=list)
    cut: bool = False
    """Whether it reached a commit whose parents the clone does not hold."""

    @property
    def ended(self) -> bool:
        return self.cut or not self.open


class Pass:
    """One reading of the log for many files; it goes on only as far as someone asks.

    A trail follows contents, not dates: from the blob at HEAD to the entry that made it, to the blob before, under the
    name it had then. So a change that a merge threw away is not on it, and a rename on either side of a merge is.
    """

    def __init__(self, entries: Iterator[Entry], heads: Iterable[State], boundary: frozenset[bytes]) -> None:
        self._entries = entries
        self._boundary = boundary
        self.trails = {head.path: Trail({head}) for head in heads}
        self._wanted = {head: [self.trails[head.path]] for head in heads}

    def changes(self, path: bytes) -> Iterator[Entry]:
        """The changes of a file, newest first; merges only join trails and are none."""
        trail = self.trails[path]
        at = 0
        while True:
            if at < len(trail.changes):
                yield trail.changes[at]
                at += 1
            elif trail.ended or not self._advance():
                return

    def finish(self) -> None:
        """Reads on as far as any trail goes."""
        while self._advance():
            pass

    def _advance(self) -> bool:
        """Reads on to the next entry that is on a trail."""
        for entry in self._entries:
            trails = self._wanted.pop(entry.after, None)
            if trails:
                for trail in trails:
                    self._follow(trail, entry)
                return True
        return False

    def _follow(self, trail: Trail, entry: Entry) -> None:
        trail.open.discard(entry.after)
        if entry.commit in self._boundary:
            trail.cut = True
            return
        if not entry.is_merge:
            trail.changes.append(entry)
        for state in entry.before:
            trail.open.add(state)
            waiting = self._wanted.setdefault(state, [])
            if trail not in waiting:
                waiting.append(trail)


def entries(chunks: Iterable[bytes]) -> Iterator[Entry]:
    """The entries of ``git log --raw -c --combined-all-paths -M -z --no-abbrev --format='%H %ad'``."""
    fields = _split(chunks)
    commit = day = b""
    for item in fields:
        token = item.lstrip(b"\n")
        if token.startswith(b":"):
            entry = _entry(token, fields, commit, day)
            if entry is None:
                return  # git broke off in the middle
            yield entry
        elif token:
            commit, _, day = token.partition(b" ")


def _entry(token: bytes, fields: Iterator[bytes], commit: bytes, day: bytes) -> Entry | None:
    """``:mode mode blob blob status`` and its paths; a merge has a colon, a mode, a blob and a path for each parent."""
    parents = len(token) - len(token.lstrip(b":"))
    parts = token[parents:].split(b" ")
    blobs = parts[parents + 1 : 2 * parents + 2]
    named = len(blobs) if parents > 1 or parts[-1].startswith(b"R") else 1
    paths = list(islice(fields, named))
    if len(paths) < named:
        return None
    if named == 1:
        paths *= 2
    *before, after = (State(path, blob) for path, blob in zip(paths, blobs, strict=True))
    return Entry(commit, day, tuple(state for state in before if state.blob.strip(b"0")), after)


def _split(chunks: Iterable[bytes]) -> Iterator[bytes]:
    rest = b""
    for chunk in chunks:
        *whole, rest = (rest + chunk).split(b"\0")
        yield from whole
