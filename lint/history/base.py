"""The merge base that changes are compared with: which files differ from it, and what they held."""

import os
import subprocess
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

from lint.finding import CopydeskError, Unknown
from lint.history.contents import Process, content, end
from lint.history.renames import since
from lint.history.repository import opened

if TYPE_CHECKING:
    import git

DEFAULTS = ("origin/HEAD", "origin/main", "origin/master", "main", "master")
PARTIAL = "this clone is partial or broken; make a full one"
DEEPEN = "this clone is shallow: `git fetch --unshallow` gets the rest (in GitHub Actions: fetch-depth: 0)"


class Base:
    """A repository at the commit where the work in its working tree left another branch.

    ``names`` are POSIX and relative to the repository's top.
    """

    def __init__(self, repository: "git.Repo", ref: str, commit: str) -> None:
        self._git = repository.git
        self.ref = ref
        self.commit = commit
        self.top = Path(os.path.realpath(repository.working_dir))
        found = since(repository, commit)
        self.before: Mapping[str, str | None] = {new: old for old, new in found if new}
        """The files that differ or are new: by their name the one they had, None where there was none."""
        self.left = frozenset(old for old, new in found if old and old != new) - self.before.keys()
        """The names at which nothing stands any more."""
        self.names = frozenset((*self.before, *self.left))
        """All that differs, under the names of then and of now."""

    def name(self, file: Path) -> str | None:
        """A file's name; None where it lies outside."""
        place = Path(os.path.realpath(file))
        return place.relative_to(self.top).as_posix() if place.is_relative_to(self.top) else None

    def touched(self, name: str | None) -> bool:
        """Whether a file differs, is new, or is gone."""
        return name in self.names

    def earlier(self, name: str) -> str | None:
        """The name that a file had; None where there was none."""
        return self.before.get(name, name if name in self.tree else None)

    @cached_property
    def tree(self) -> Mapping[str, bytes]:
        """The files by name, each with its blob."""
        out = self._git.execute(
            ("git", "ls-tree", "-r", "-z", "--full-tree", self.commit),
            stdout_as_string=False,
            strip_newline_in_stdout=False,
        )
        rows = (row.partition(b"\t") for row in out.split(b"\0") if row.startswith(b"100"))
        return {os.fsdecode(name): kind.split(b" ")[2] for kind, _, name in rows}

    def content(self, name: str) -> bytes | None:
        """What a file held; None where there was none."""
        if name not in self.tree:
            return None
        found = content(self._contents, self.tree[name])
        if found is None:
            raise CopydeskError(f"--changed: {name} cannot be had as it was: {PARTIAL}")
        return found

    def close(self) -> None:
        """Ends the process of git."""
        if (running := self.__dict__.pop("_contents", None)) is not None:
            end(running)

    @cached_property
    def _contents(self) -> Process:
        return cast(
            Process, self._git.execute(("git", "cat-file", "--batch"), istream=subprocess.PIPE, as_process=True)
        )


def base(folder: Path, ref: str = "") -> Base:
    """The merge base of HEAD and a branch or commit, as a rule the default branch; or what the user can do."""
    repository = opened(folder)
    if isinstance(repository, Unknown):
        raise CopydeskError(f"--changed compares with git: {repository.why}")
    shallow = (Path(repository.common_dir) / "shallow").exists()
    if _commit(repository, "HEAD") is None:
        raise CopydeskError("--changed compares with git: nothing is committed yet")
    if not ref:
        ref = next((name for name in DEFAULTS if _commit(repository, name)), "")
        if not ref:
            raise CopydeskError(f"--changed finds no {', '.join(DEFAULTS)}: name a branch or commit, --changed=NAME")
    if _commit(repository, ref) is None:
        hint = DEEPEN if shallow else "fetch it, or name another branch or commit"
        raise CopydeskError(f'--changed: git knows no branch or commit "{ref}" here; {hint}')
    found = _ask(repository, "merge-base", "HEAD", ref)
    if found is None:
        hint = DEEPEN if shallow else "name another branch or commit"
        raise CopydeskError(f'--changed: HEAD and "{ref}" have no commit in common; {hint}')
    from git.exc import CommandError

    try:
        return Base(repository, ref, found.split()[0])
    except CommandError:
        raise CopydeskError(f'--changed: git cannot compare with "{ref}": {PARTIAL}') from None


def is_commit(folder: Path, ref: str) -> bool:
    """Whether git knows a branch, tag or commit of this name."""
    repository = opened(folder)
    return not isinstance(repository, Unknown) and _commit(repository, ref) is not None


def _commit(repository: "git.Repo", ref: str) -> str | None:
    return _ask(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")


def _ask(repository: "git.Repo", *arguments: str) -> str | None:
    """What git prints; None where it fails or prints nothing."""
    status, out, _ = repository.git.execute(
        ("git", *arguments), with_extended_output=True, with_exceptions=False, stdout_as_string=True
    )
    return str(out).strip() or None if status == 0 else None
