"""Which configuration file counts for an article."""

from pathlib import Path

from lint.inputs import ask, look

NAMES = ("copydesk.toml", "pyproject.toml")


def find(folder: Path) -> tuple[Path | None, Path | None]:
    """The configuration file for a folder, and the root of its repository; None where there is none.

    The search goes upward and ends at the repository's root (a folder that holds ``.git``). Without a repository it
    ends below the home folder and below the file system's root: what lies there belongs to no publication.
    """
    source = None
    for candidate in (folder, *folder.parents):
        ask(candidate / ".git")
        at_root = (candidate / ".git").exists()
        if not at_root and candidate in (Path.home(), Path(candidate.anchor)):
            break
        source = source or _file_in(candidate)
        if at_root:
            return source, candidate
    return source, None


def _file_in(folder: Path) -> Path | None:
    own, shared = (folder / name for name in NAMES)
    look(own)
    look(shared)
    if own.is_file():
        return own
    return shared if shared.is_file() and _has_table(shared) else None


def _has_table(path: Path) -> bool:
    """Whether a pyproject.toml speaks to us; one that is broken is other tools' to complain about."""
    import tomllib  # only here, where there is such a file

    try:
        with path.open("rb") as file:
            return "copydesk" in tomllib.load(file).get("tool", {})
    except (OSError, ValueError, RecursionError):
        return False
