"""What a run has looked at on disk, so that a later one can tell at a glance that nothing has changed.

Whoever reads a file or a folder, or asks whether one is there, says so here before. Nothing is noted unless a run asked
for it with `watch`. Kept free of all but ``os``: the shortest way through the command runs through here.
"""

import os
import time

State = tuple[int, int, int, int]
"""Modification time, change time, size and number of a file."""

_FINE, _COARSE = 20_000_000, 2_000_000_000
"""Nanoseconds within which a second change could leave the same times: on most file systems, and on coarse ones."""


class Seen:
    """What was looked at: the states of files and folders, and what was there or was not.

    ``spoilt``: something was looked at that says nothing of what it will be.
    """

    def __init__(self) -> None:
        self.states: dict[str, State] = {}
        self.present: set[str] = set()
        self.absent: set[str] = set()
        self.spoilt = False


_seen: Seen | None = None


def watch() -> Seen:
    """Notes from here on what is looked at."""
    global _seen
    _seen = Seen()
    return _seen


def rest() -> None:
    """Notes nothing more."""
    global _seen
    _seen = None


def look(path: str | os.PathLike[str]) -> State | None:
    """The state of a file or folder that is to be read now; None where it is gone, or may change unseen."""
    where = os.path.abspath(path)
    try:
        found = os.stat(where)
    except (OSError, ValueError):
        if _seen is not None:
            _seen.absent.add(where)
        return None
    state = state_of(found)
    if _seen is not None:
        _seen.states.setdefault(where, state)
        _seen.spoilt |= is_fresh(found)
    return None if is_fresh(found) else state


def ask(path: str | os.PathLike[str]) -> None:
    """A path of which only that it exists will be asked."""
    if _seen is not None:
        (_seen.present if os.path.exists(path) else _seen.absent).add(os.path.abspath(path))


def spoil() -> None:
    """Something counts that no look at the disk can tell."""
    if _seen is not None:
        _seen.spoilt = True


def state_of(found: os.stat_result) -> State:
    """No program can set the change time back, unlike the modification time."""
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino


def is_fresh(found: os.stat_result) -> bool:
    """Whether it was changed so lately that it may change again and keep its times: what git calls racy."""
    last = max(found.st_mtime_ns, found.st_ctime_ns)
    return last > time.time_ns() - (_COARSE if last % 1_000_000_000 == 0 else _FINE)
