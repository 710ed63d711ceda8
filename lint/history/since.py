"""What changed since a branch left the main one: the files, and their texts as they stood before."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from lint.finding import Unknown
from lint.history import _OFFLINE, NO_REPOSITORY, NOT_INSTALLED

if TYPE_CHECKING:
    import git

NO_BASE = Unknown("git does not know the main branch (`git fetch origin main` gets it)")
_MAIN = ("origin/HEAD", "origin/main", "origin/master", "main", "master")


class Since:
    """The changes since the merge base, those that are not committed included."""

    def __init__(self, repository: "git.Repo", base: str) -> None:
        self._git = repository.git
        self._root = Path(os.path.realpath(repository.working_tree_dir or "."))
        self._base = base
        listed = self._names("diff", "--name-only", "--no-renames", "-z", base, "--")
        self._changed = listed | self._names("ls-files", "--others", "--exclude-standard", "-z", "--full-name", ":/")

    def changed(self, file: Path) -> bool:
        """Whether a file is not what it was."""
        return self._name(file) in self._changed

    def before(self, file: Path) -> bytes | None:
        """The file as it stood at the merge base; None where it did not."""
        import git

        try:
            shown = self._git.execute(
                ("git", "cat-file", "blob", f"{self._base}:{self._name(file)}"),
                stdout_as_string=False,
                strip_newline_in_stdout=False,
            )
        except git.GitCommandError:
            return None
        return bytes(shown)

    def _name(self, file: Path) -> str:
        return os.path.relpath(os.path.realpath(file), self._root).replace(os.sep, "/")

    def _names(self, *arguments: str) -> set[str]:
        listed = self._git.execute(("git", *arguments), stdout_as_string=False, strip_newline_in_stdout=False)
        return {os.fsdecode(name) for name in bytes(listed).split(b"\0") if name}


def since(root: Path, branch: str = "") -> Since | Unknown:
    """The changes of the repository around a folder since it left a branch (the main one unless named)."""
    try:
        import git
    except ImportError:  # GitPython's import fails without the program
        return NOT_INSTALLED
    try:
        repository = git.Repo(root, search_parent_directories=True)
    except (git.InvalidGitRepositoryError, git.NoSuchPathError, OSError):
        return NO_REPOSITORY
    repository.git.update_environment(**_OFFLINE)
    for name in (f"origin/{branch}", branch) if branch else _MAIN:
        try:
            base = repository.git.execute(("git", "merge-base", "HEAD", name), stdout_as_string=True)
            return Since(repository, str(base))
        except git.GitCommandError:
            continue
    return NO_BASE
