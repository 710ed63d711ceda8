"""The folder of the cache; git and Copydesk itself pass over it."""

import os
import time
from pathlib import Path

from lint.cache import NAME
from lint.cache.record import SUFFIX, is_ours

_STORE = ".sqlite3"
_KEPT = {f"*{_STORE}": 3, f"*{SUFFIX}": 6, f"*{SUFFIX}.*": 0}
"""How many files are kept of each kind: those of other options and of the last version, none that was not finished."""


def folder(root: Path) -> Path | None:
    """The folder, made where it can be; None where there is none that is ours."""
    path = root / NAME
    try:
        os.mkdir(path, 0o755)  # noqa: PTH102 - one call that says whether it was there
        (path / ".gitignore").write_text("# Made by Copydesk, which makes it again.\n*\n", encoding="utf-8")
        time.sleep(0.025)  # so that the root's own time of change is past when the run looks at it
    except OSError:
        pass
    return path if is_ours(str(path)) else None


def store_file(folder: Path, key: str) -> Path:
    return folder / f"{key}{_STORE}"


def tidy(folder: Path) -> None:
    """Removes what was written least lately."""
    for kind, kept in _KEPT.items():
        try:
            files = sorted(folder.glob(kind), key=lambda path: path.stat().st_mtime, reverse=True)
            for path in files[kept:]:
                path.unlink()
        except OSError:
            pass
