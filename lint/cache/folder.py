"""The folder of the cache, beside the configuration; git and Copydesk itself pass over it."""

import os
from pathlib import Path

NAME = ".copydesk_cache"
_SUFFIX = ".sqlite3"
_KEPT = 3
"""Stores that are kept: those of other options and of the last version."""


def folder(root: Path) -> Path | None:
    """The folder, made where it can be; None where there is none that is ours."""
    path = root / NAME
    try:
        os.mkdir(path, 0o755)  # noqa: PTH102 - one call that says whether it was there
        (path / ".gitignore").write_text("# Made by Copydesk, which makes it again.\n*\n", encoding="utf-8")
    except OSError:
        pass
    return path if _is_ours(path) else None


def store_file(folder: Path, key: str) -> Path:
    return folder / f"{key}{_SUFFIX}"


def tidy(folder: Path) -> None:
    """Removes the stores that were used least lately."""
    try:
        stores = sorted(folder.glob(f"*{_SUFFIX}"), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in stores[_KEPT:]:
            path.unlink()
    except OSError:
        pass


def _is_ours(path: Path) -> bool:
    """A real folder of the user who runs us: what another may write could say that nothing is wrong."""
    try:
        found = path.lstat()
    except OSError:
        return False
    own = getattr(os, "getuid", lambda: found.st_uid)()
    return path.is_dir() and not path.is_symlink() and found.st_uid == own and not found.st_mode & 0o022
