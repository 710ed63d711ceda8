"""What changes on disk, of all that a run has looked at.

With the extra ``copydesk[watch]`` the system tells (watchfiles); without it we look again and again.
"""

import os
import time
from collections.abc import Iterator

from lint.corpus.discover import SUFFIXES
from lint.inputs import Seen, state_of

_PAUSE = 0.05
"""Seconds between two looks, at least; four times as long as a look takes where there is much to look at."""
_DOUBT = 2000
"""Milliseconds after which we look for ourselves: not all that happens is told."""


class Watched:
    """All that a run has looked at, and what it looked like."""

    def __init__(self, seen: Seen) -> None:
        folders = [path for path in seen.states if os.path.isdir(path)]  # noqa: PTH112
        # A folder that has changed since the run looked at it is as good as changed now.
        self._folders = {path: _entries(path) if _state(path) == seen.states[path] else None for path in folders}
        files = {**dict.fromkeys(seen.absent), **seen.states}
        self._files: dict[str, object] = {path: state for path, state in files.items() if path not in self._folders}
        self._present = dict.fromkeys(seen.present, True)

    def places(self) -> set[str]:
        """The folders to listen to: those of what is there. What is not there comes seldom, and a look finds it."""
        files = [path for path, state in (*self._files.items(), *self._present.items()) if state]
        return {path for path in (*self._folders, *map(os.path.dirname, files)) if os.path.isdir(path)}  # noqa: PTH112

    def changed(self, among: set[str] | None = None) -> set[str]:
        """What is no longer as it was; ``among``: only these paths need a look, and the folders that they are in."""
        if among is not None:
            among = {*among, *map(os.path.dirname, among)}
        found = {path for path in _of(self._files, among) if _state(path) != self._files[path]}
        found |= {path for path in _of(self._present, among) if os.path.exists(path) != self._present[path]}  # noqa: PTH110
        found |= {path for path in _of(self._folders, among) if _entries(path) != self._folders[path]}
        for path in found & self._files.keys():
            self._files[path] = _state(path)
        return found


def also(seen: Seen, known: Seen) -> Seen:
    """What a run has looked at that broke off, and what an earlier one has, as that is now."""
    both = Seen()
    for path in {*known.states, *known.absent, *known.present}:
        try:
            both.states[path] = state_of(os.stat(path))  # noqa: PTH116 - thousands of them
        except OSError:
            both.absent.add(path)
    both.states |= seen.states
    both.absent |= seen.absent
    both.present = seen.present
    return both


def changes(watched: Watched) -> Iterator[set[str]]:
    """The paths that changed, each time that some did."""
    try:
        import watchfiles
    except ImportError:
        yield from _looked(watched)
        return
    told = watchfiles.watch(
        *watched.places(),
        recursive=False,
        watch_filter=None,
        debounce=50,
        step=10,
        rust_timeout=_DOUBT,
        yield_on_timeout=True,
    )
    looked = 0.0
    for events in told:
        found = watched.changed({path for _, path in events})
        if not found and time.monotonic() > looked + _DOUBT / 1000:
            found = watched.changed()
            looked = time.monotonic()
        if found:
            yield found


def _looked(watched: Watched) -> Iterator[set[str]]:
    while True:
        start = time.perf_counter()
        if found := watched.changed():
            yield found
        time.sleep(max(_PAUSE, 4 * (time.perf_counter() - start)))


def _of(known: dict[str, object] | dict[str, bool], among: set[str] | None) -> list[str]:
    return list(known) if among is None else [path for path in among if path in known]


def _state(path: str) -> object:
    try:
        return state_of(os.stat(path))  # noqa: PTH116 - thousands of them
    except OSError:
        return None


def _entries(path: str) -> object:
    """The names in a folder that a run would see: what editors put beside a file while they save it is not."""
    try:
        with os.scandir(path) as scan:
            return {entry.name for entry in scan if _counts(entry)}
    except OSError:
        return ()


def _counts(entry: os.DirEntry[str]) -> bool:
    if entry.name.startswith("."):
        return entry.name == ".gitignore"
    return entry.name.lower().endswith(SUFFIXES) or entry.is_dir()
