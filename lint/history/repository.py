"""The git repository that a folder lies in, opened so that nothing in it touches the network."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from lint.finding import Unknown

if TYPE_CHECKING:
    import git
    from git.exc import CommandError

_OFFLINE = {
    # A clone without its blobs would fetch them: a check never touches the network.
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0",
}

NOT_INSTALLED = Unknown("git is not installed")
NO_REPOSITORY = Unknown("not in a git repository")
NO_COMMITS = Unknown("nothing is committed to git yet")
FOREIGN = Unknown("git does not read another user's repository (see safe.directory in `git help config`)")
UNREADABLE = Unknown("git cannot read the repository")


def opened(root: Path) -> "git.Repo | Unknown":
    """The repository with a working tree that holds a folder."""
    place = Path(os.path.realpath(root))
    if not any((folder / ".git").exists() for folder in (place, *place.parents)):
        return NO_REPOSITORY  # known before the import, which takes longer than a small check
    try:
        import git
    except ImportError:  # GitPython's import fails without the program
        return NOT_INSTALLED
    try:
        repository = git.Repo(root, search_parent_directories=True)
    except (git.InvalidGitRepositoryError, git.NoSuchPathError, OSError):
        return NO_REPOSITORY
    if repository.working_tree_dir is None:
        return NO_REPOSITORY
    repository.git.update_environment(**_OFFLINE)
    return repository


def meaning(error: "CommandError") -> Unknown:
    """What an error of git's own says."""
    from git.exc import GitCommandNotFound

    if isinstance(error, GitCommandNotFound):
        return NOT_INSTALLED
    words = str(error.stderr)
    return FOREIGN if "dubious" in words else NO_COMMITS if "Not a valid object name" in words else UNREADABLE
