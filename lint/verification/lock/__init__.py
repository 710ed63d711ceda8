"""The lock ``references.lock.json``, beside copydesk.toml: what the registries answered, and when."""

from pathlib import Path

from lint.verification.lock.lock import Lock, Searched
from lint.verification.lock.read import read
from lint.verification.shelf import LOCK

__all__ = ["NAME", "Lock", "Searched", "read", "write"]

NAME = LOCK


def write(path: Path, lock: Lock) -> bool:
    """Puts the lock in place as a whole; whether that changed anything."""
    from lint.fixes.files import write as put
    from lint.verification.lock.layout import dumps

    data = dumps(lock).encode("utf-8", "backslashreplace")  # half a character from a registry is `\ud800` in JSON too
    if path.is_file() and path.read_bytes() == data:
        return False
    put(path, data)
    return True
