"""The record of a whole run: what was asked, all that was looked at, and what was said.

Where the same is asked again and nothing has changed, the same is said again. Imports next to nothing: this is what a
warm run consists of.
"""

import os
import sys
import time
import zlib
from array import array
from collections.abc import Iterable, Iterator

from lint import __version__
from lint.cache import NAME
from lint.inputs import Seen, State, state_of

_MAGIC = b"copydesk 1"
_LARGEST = 16_000_000
_GONE: State = (-1, 0, 0, 0)
_MASK = 0xFFFF_FFFF_FFFF_FFFF
SUFFIX = ".run"
_NAMES = ("COLUMNS", "FORCE_COLOR", "HOME", "LANG", "NO_COLOR", "PATH", "TERM", "XDG_CONFIG_HOME")
_PREFIXES = ("COPYDESK_", "GIT_", "LC_", "PYTHON")

Said = tuple[bool, str]
"""A piece of text for standard error (True) or standard output."""


def question(arguments: list[str]) -> bytes:
    """All that was asked: the call, from where, by whom, on which day and terminal, of which version of us."""
    told = [__version__, sys.version, sys.executable, os.getcwd(), str(getattr(os, "getuid", int)())]
    told.append(time.strftime("%Y-%m-%d"))
    for stream in (sys.stdout, sys.stderr):
        told.append(f"{stream.encoding} {_width(stream.fileno()) if stream.isatty() else ''}")
    told += [f"{name}={value}" for name, value in sorted(os.environ.items()) if _counts(name)]
    told += ["", *arguments]
    return b"\0".join(os.fsencode(part) for part in told)


def own_states() -> Iterator[State]:
    """The files that we are made of: a tree under development changes without its version."""
    here = os.path.dirname(os.path.dirname(__file__))
    pending = [here, os.path.join(os.path.dirname(here), "schemas")]
    while pending:
        with os.scandir(pending.pop()) as scan:
            for entry in scan:
                if entry.name != "__pycache__":
                    found = entry.stat()
                    if entry.is_dir():
                        pending.append(entry.path)
                    else:
                        yield state_of(found)


def save(folder: str, asked: bytes, seen: Seen, exit_code: int, said: list[Said]) -> None:
    """Keeps a run. Nothing is kept where something was looked at that may change unseen."""
    if seen.spoilt or sum(len(text) for _, text in said) > _LARGEST:
        return
    absent = {path for path in seen.absent if os.path.dirname(path) not in seen.states}
    paths = [*seen.states, *absent]
    states = (*seen.states.values(), *[_GONE] * len(absent))
    parts = [
        asked,
        b"\0".join(map(os.fsencode, paths)),
        b"\0".join(map(os.fsencode, seen.present)),
        _packed([*states, *sorted(own_states())]),
        b"%d" % exit_code,
        *(b"%d" % aside + text.encode("utf-8", "surrogatepass") for aside, text in said),
    ]
    body = b" ".join(b"%d" % len(part) for part in parts) + b"\n" + b"".join(parts)
    place = _place(folder, asked)
    try:
        with open(f"{place}.{os.getpid()}", "xb") as file:
            file.write(b"%s %08x\n%s" % (_MAGIC, zlib.crc32(body), body))
        os.replace(f"{place}.{os.getpid()}", place)
    except OSError:
        try:
            os.unlink(f"{place}.{os.getpid()}")
        except OSError:
            pass


def recall(folder: str, asked: bytes) -> tuple[int, list[Said]] | None:
    """The exit code and what was said, where all is as it was."""
    try:
        with open(_place(folder, asked), "rb") as file:
            head, body = file.readline(), file.read()
        if head != b"%s %08x\n" % (_MAGIC, zlib.crc32(body)):
            return None
        sizes, _, rest = body.partition(b"\n")
        question_then, paths, present, states, exit_code, *said = _cut(rest, map(int, sizes.split()))
        if question_then != asked or not _stands(paths, present, states):
            return None
    except (OSError, ValueError):
        return None
    return int(exit_code), [(part[:1] == b"1", part[1:].decode("utf-8", "surrogatepass")) for part in said]


def nearest(start: str) -> str | None:
    """The folder of the cache that counts for a working folder; ours, or none."""
    while True:
        folder = os.path.join(start, NAME)
        if os.path.lexists(folder):
            return folder if is_ours(folder) else None
        above = os.path.dirname(start)
        if above == start:
            return None
        start = above


def is_ours(folder: str) -> bool:
    """A real folder of the user who runs us: what another may write could say that nothing is wrong."""
    import stat

    try:
        found = os.lstat(folder)
    except OSError:
        return False
    own = getattr(os, "getuid", lambda: found.st_uid)()
    return stat.S_ISDIR(found.st_mode) and found.st_uid == own and not found.st_mode & 0o022


def _stands(paths: bytes, present: bytes, states: bytes) -> bool:
    if not all(map(os.path.exists, os.fsdecode(present).split("\0") if present else ())):
        return False
    now = map(_state, os.fsdecode(paths).split("\0") if paths else ())
    return _packed([*now, *sorted(own_states())]) == states


def _state(path: str) -> State:
    try:
        return state_of(os.stat(path))
    except OSError:
        return _GONE


def _packed(states: Iterable[State]) -> bytes:
    return array("Q", [number & _MASK for state in states for number in state]).tobytes()


def _cut(data: bytes, sizes: Iterable[int]) -> Iterator[bytes]:
    at = 0
    for size in sizes:
        yield data[at : at + size]
        at += size


def _place(folder: str, asked: bytes) -> str:
    return os.path.join(folder, f"{zlib.crc32(asked):08x}{SUFFIX}")


def _counts(name: str) -> bool:
    return name in _NAMES or name.startswith(_PREFIXES)


def _width(stream: int) -> int:
    try:
        return os.get_terminal_size(stream).columns
    except OSError:
        return 0
