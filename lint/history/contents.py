"""What git objects hold, asked of one ``git cat-file --batch`` that stays open."""

import contextlib
from collections.abc import Callable
from functools import lru_cache
from typing import IO, Protocol


class Process(Protocol):
    """A running process with both its pipes."""

    stdin: IO[bytes]
    stdout: IO[bytes]

    def terminate(self) -> None: ...

    def communicate(self) -> object: ...


def end(process: Process) -> None:
    """Ends a process and closes its pipes, whoever else may still refer to it."""
    with contextlib.suppress(OSError, ValueError):
        process.terminate()
        process.communicate()


def reader(process: Process) -> Callable[[bytes], str | None]:
    """What gives a blob's text, or None where the repository does not hold it."""

    @lru_cache(maxsize=256)
    def text(blob: bytes) -> str | None:
        data = content(process, blob)
        return None if data is None else data.decode("utf-8", "replace").removeprefix("\ufeff")

    return text


def content(process: Process, blob: bytes) -> bytes | None:
    """A blob's bytes, or None where the repository does not hold it."""
    try:
        process.stdin.write(blob + b"\n")
        process.stdin.flush()
    except BrokenPipeError:
        return None
    header = process.stdout.readline().split()
    return process.stdout.read(int(header[2]) + 1)[:-1] if len(header) == 3 else None
