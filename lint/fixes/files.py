"""Files replaced as a whole: a kill at any moment leaves the old text or the new one."""

import contextlib
import os
import stat
import tempfile
from collections.abc import Iterable
from pathlib import Path


class ChangedError(Exception):
    """The file is no longer what was read."""


def replace(path: Path, old: bytes, new: bytes) -> None:
    """Puts new bytes where the old ones are: a link stays a link, and the file keeps its permissions."""
    target = Path(os.path.realpath(path))
    with target.open("r+b") as file:  # refuses what may not be written
        mode = stat.S_IMODE(os.fstat(file.fileno()).st_mode)
        if file.read() != old:
            raise ChangedError
    _put(target, (new,), mode)


def write(path: Path, parts: Iterable[bytes]) -> None:
    """Puts the whole of a file in place, part by part, whether it is there already or not."""
    target = Path(os.path.realpath(path))
    _put(target, parts, stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o644)


def _put(target: Path, parts: Iterable[bytes], mode: int) -> None:
    folder = target.parent
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(parts)
            file.flush()
            os.fchmod(file.fileno(), mode) if hasattr(os, "fchmod") else Path(name).chmod(mode)
            os.fsync(file.fileno())
        os.replace(name, target)  # noqa: PTH105 - one call, whatever the system
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
    _settle(folder)


def _settle(folder: Path) -> None:
    """Has the folder's entry written to disk too, where a system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
