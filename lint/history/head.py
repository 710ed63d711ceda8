"""Where HEAD stands, read by hand: as long as it is the same, so is what git tells of a file with the same text."""

import os
from pathlib import Path

from lint.inputs import ask, look

_ELSEWHERE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE", "GIT_SHALLOW_FILE")
NO_REPOSITORY = "-"


def state(root: Path) -> str | None:
    """A text that changes with HEAD and with all else that changes histories; None where only git itself could tell.

    Layout of a repository: gitrepository-layout(5).
    """
    if any(name in os.environ for name in _ELSEWHERE):
        return None
    place = Path(os.path.realpath(root))
    dots = [folder / ".git" for folder in (place, *place.parents)]
    for each in dots:
        ask(each)
    dot = next((dot for dot in dots if os.path.lexists(dot)), None)
    if dot is None:
        return NO_REPOSITORY
    try:
        own, common = _folders(dot)
        commit = _commit(own, common)
    except (OSError, ValueError):
        return None
    if commit is None:
        return None
    others = (common / "shallow", common / "info" / "grafts", common / "refs" / "replace")
    return " ".join((str(dot), commit, *map(_stat, others)))


def _folders(dot: Path) -> tuple[Path, Path]:
    """The git folder and the common one: a linked work tree and a submodule have theirs elsewhere."""
    own = dot
    if not dot.is_dir():
        look(dot)
    if dot.is_file():
        own = dot.parent / dot.read_text("utf-8").partition("gitdir:")[2].strip()
    common = own / "commondir"
    look(common)
    return own, own / common.read_text("utf-8").strip() if common.is_file() else own


def _commit(own: Path, common: Path) -> str | None:
    """The commit's name; the branch's name where it has none yet."""
    look(own / "HEAD")
    head = (own / "HEAD").read_text("utf-8").strip()
    if not head.startswith("ref:"):
        return head if _is_name(head) else None
    name = head.removeprefix("ref:").strip()
    if name == "refs/heads/.invalid":  # the refs are in another format (reftable)
        return None
    for folder in (own, common):
        look(folder / name)
        if (folder / name).is_file():
            commit = (folder / name).read_text("utf-8").strip()
            return commit if _is_name(commit) else None
    packed = common / "packed-refs"
    look(packed)
    for line in packed.read_text("utf-8").splitlines() if packed.is_file() else ():
        commit, _, ref = line.partition(" ")
        if ref == name:
            return commit
    return name


def _is_name(text: str) -> bool:
    return len(text) in (40, 64) and not set(text) - set("0123456789abcdef")


def _stat(path: Path) -> str:
    look(path)
    try:
        found = path.stat()
    except OSError:
        return "-"
    return f"{found.st_mtime_ns}:{found.st_size}"
