"""Which files git ignores: .gitignore in each folder, .git/info/exclude and the user's own list."""

import os
import re
from pathlib import Path
from typing import NamedTuple

from lint.article.lazy import lazy
from lint.inputs import ask, look
from lint.patterns import Patterns

_BOM = b"\xef\xbb\xbf"
_EXCLUDES_FILE = lazy(r"^\s*excludesfile\s*=\s*\"?([^\"#;\n]+?)\"?\s*$", re.IGNORECASE | re.MULTILINE)


class Ignored(NamedTuple):
    """The ignore files that count in a folder: pairs of the folder they stand in and their patterns, weakest first."""

    layers: tuple[tuple[str, Patterns], ...] = ()

    def within(self, folder: str) -> "Ignored":
        """What counts inside a folder: its own .gitignore outweighs those above."""
        patterns = _patterns(Path(folder, ".gitignore"))
        return Ignored((*self.layers, (folder, patterns))) if patterns else self

    def __call__(self, path: str, folder: bool) -> bool:
        """Whether git ignores a file or folder, those above it being visible."""
        for base, patterns in reversed(self.layers):
            decision = patterns.decide(below(base, path), folder)
            if decision is not None:
                return decision
        return False


def below(base: str, path: str) -> str:
    """A path relative to a folder, with slashes."""
    if path.startswith(base) and path[len(base) : len(base) + 1] == os.sep:
        return path[len(base) + 1 :].replace(os.sep, "/")
    return os.path.relpath(path, base).replace(os.sep, "/")


def ignored(folder: Path) -> Ignored:
    """What counts in a folder's parents up to the repository's root; the folder's own list is not yet read."""
    for parent in (folder, *folder.parents):
        ask(parent / ".git")
    root = next((parent for parent in (folder, *folder.parents) if (parent / ".git").exists()), None)
    if root is None:
        return Ignored()
    shared = [_users_list(root), _git_folder(root) / "info" / "exclude"]
    found = Ignored(tuple((str(root), patterns) for path in shared if path and (patterns := _patterns(path))))
    for parent in reversed([parent for parent in folder.parents if parent.is_relative_to(root)]):
        found = found.within(str(parent))
    return found


def _patterns(path: Path) -> Patterns | None:
    look(path)
    try:
        data = path.read_bytes() if path.is_file() else b""
    except OSError:
        return None
    lines = data.removeprefix(_BOM).split(b"\n")
    return Patterns(line.removesuffix(b"\r") for line in lines) if data else None


def _git_folder(root: Path) -> Path:
    """The common git folder: in a linked work tree ``.git`` is a file that leads there."""
    git = root / ".git"
    if git.is_dir():
        return git
    look(git)
    try:
        linked = root / git.read_text("utf-8").partition("gitdir:")[2].strip()
        common = linked / "commondir"
        look(common)
        return linked / common.read_text("utf-8").strip() if common.is_file() else linked
    except (OSError, ValueError):
        return git


def _users_list(root: Path) -> Path | None:
    """``core.excludesFile``, or git's default place for it."""
    home = Path.home()
    settings = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config") / "git"
    for path in (_git_folder(root) / "config", home / ".gitconfig", settings / "config"):
        look(path)
        try:
            named = _EXCLUDES_FILE().findall(path.read_text("utf-8", "replace")) if path.is_file() else []
        except OSError:
            continue
        if named:
            return root / Path(named[-1]).expanduser()
    return settings / "ignore"
