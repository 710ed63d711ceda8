"""Under which names files stand now that stood elsewhere before: renames in git, committed or not."""

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from lint.finding import Unknown
from lint.history.repository import opened

if TYPE_CHECKING:
    import git

_ROUNDS = 20
_AT_ONCE = 500
_LOG = (
    *("git", "--literal-pathspecs", "-c", "diff.relative=false", "log", "HEAD", "--format=", "--full-diff", "-M"),
    *("--diff-filter=R", "--name-status", "-z", "--no-ext-diff", "--no-textconv", "--no-show-signature", "--no-notes"),
)


def renames(root: Path, paths: Iterable[str]) -> dict[str, str]:
    """The name that a file has today, for those of the vanished paths that git knows one of.

    Paths are POSIX and relative to the root. Where there is no repository, nothing is known.
    """
    repository = opened(root)
    if isinstance(repository, Unknown):
        return {}
    from git.exc import CommandError

    below = os.path.relpath(os.path.realpath(root), os.path.realpath(repository.working_dir))
    prefix = "" if below == "." else Path(below).as_posix() + "/"
    try:
        found = _followed(repository, {prefix + path for path in paths})
    except CommandError:
        return {}
    return {old.removeprefix(prefix): new.removeprefix(prefix) for old, new in found.items() if new.startswith(prefix)}


def _followed(repository: "git.Repo", vanished: set[str]) -> dict[str, str]:
    """From name to name, until a name stands today; a circle ends the search."""
    top = Path(repository.working_dir)
    steps: dict[str, str] = {old: new for old, new in since(repository, "HEAD") if old and new}
    asked: set[str] = set()
    names = vanished
    for _ in range(_ROUNDS):
        names = {name for name in names if name not in steps and name not in asked and not (top / name).exists()}
        if not names:
            break
        asked |= names
        for old, new in _committed(repository, sorted(names)):
            steps.setdefault(old, new)
        names = {steps[name] for name in names if name in steps}
    return {name: end for name in vanished if (end := _end(name, steps)) != name and (top / end).exists()}


def _end(name: str, steps: dict[str, str]) -> str:
    seen = {name}
    while name in steps and steps[name] not in seen:
        name = steps[name]
        seen.add(name)
    return name


def _committed(repository: "git.Repo", names: list[str]) -> Iterator[tuple[str, str]]:
    """The renames of these files in the log, newest first."""
    for at in range(0, len(names), _AT_ONCE):
        out = repository.git.execute(
            (*_LOG, "--", *names[at : at + _AT_ONCE]), stdout_as_string=False, strip_newline_in_stdout=False
        )
        yield from ((old, new) for old, new in pairs(out) if old and new)


def since(repository: "git.Repo", commit: str) -> list[tuple[str | None, str | None]]:
    """What differs between a commit and the working tree, files that git does not know yet included.

    Each file as its name before and after; None where there is none.
    """
    with tempfile.TemporaryDirectory(prefix="copydesk-") as folder:
        index = Path(folder, "index")
        own = Path(repository.git_dir, "index")
        if own.is_file():
            shutil.copy2(own, index)  # with its time, by which git knows which files it must look into
        # New files are noted in a copy of the index: git then compares them as it does all others, renames included.
        objects = Path(repository.common_dir, "objects")
        environment = {
            "GIT_INDEX_FILE": str(index),
            "GIT_OBJECT_DIRECTORY": folder,
            "GIT_ALTERNATE_OBJECT_DIRECTORIES": f'"{objects.as_posix()}"',
        }
        repository.git.execute(
            ("git", "-C", repository.working_dir, "add", "--intent-to-add", "--ignore-errors", "--", "."),
            env=environment,
            with_exceptions=False,
        )
        out = repository.git.execute(
            (
                *("git", "-c", "diff.relative=false", "diff", "--name-status", "-z", "-M", "--no-ext-diff"),
                *("--no-textconv", "--ignore-submodules", commit, "--"),
            ),
            env=environment,
            stdout_as_string=False,
            strip_newline_in_stdout=False,
        )
    return list(pairs(out))


def pairs(out: bytes) -> Iterator[tuple[str | None, str | None]]:
    """The names before and after, of ``--name-status -z``."""
    fields = iter(os.fsdecode(out).split("\0"))
    for field in fields:
        status = field.lstrip("\n")[:1]
        if status in ("R", "C"):
            old, new = islice(fields, 2)
            yield (old if status == "R" else None), new
        elif status:
            name = next(fields)
            yield (None if status == "A" else name), (None if status == "D" else name)
