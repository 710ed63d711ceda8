"""The state of a file on disk: when it is the same, so are the bytes."""

import os
import time
from pathlib import Path

_FINE, _COARSE = 20_000_000, 2_000_000_000
"""Nanoseconds within which a second change could leave the same times: on most file systems, and on coarse ones."""


def state(path: str | Path) -> str:
    """Times, size and number of a file; empty where it is gone, or was changed so lately that it may change unseen.

    The change time cannot be set back by a program, unlike the modification time. What git calls "racy" is left out.
    """
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return ""
    last = max(found.st_mtime_ns, found.st_ctime_ns)
    doubt = _COARSE if last % 1_000_000_000 == 0 else _FINE
    if last > time.time_ns() - doubt:
        return ""
    return f"{found.st_mtime_ns}:{found.st_ctime_ns}:{found.st_size}:{found.st_ino}"
