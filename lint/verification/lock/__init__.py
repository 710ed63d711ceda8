"""The lock ``references.lock.json``, beside copydesk.toml: what the registries answered, and when."""

from pathlib import Path

from lint.verification.lock.lock import Lock, Searched
from lint.verification.lock.read import read
from lint.verification.shelf import LOCK

__all__ = ["NAME", "Lock", "Searched", "read", "write"]

NAME = LOCK


def write(path: Path, lock: Lock) -> None:
    """Puts the lock in place as a whole."""
    from lint.fixes.files import write as put
    from lint.verification.lock.layout import parts

    put(path, parts(lock))
