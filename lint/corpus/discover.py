"""The articles to check: the files and folders that were named, or those that the configuration includes."""

import os
from collections.abc import Iterator, Sequence
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from lint.config.model import Config
from lint.corpus.ignore import Ignored, below, ignored
from lint.finding import CopydeskError, Unchecked
from lint.inputs import ask, look
from lint.patterns import Patterns

SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")
SKIPPED = frozenset({"node_modules", "venv", "__pycache__"})


class Found(NamedTuple):
    """A file to check. ``named``: it was asked for by its own name, so no pattern could hide it."""

    path: Path
    named: bool = False


class Files:
    """Files, each once, by whatever way it is reached."""

    def __init__(self) -> None:
        self._files: set[str] = set()
        self._folders: dict[str, str] = {}

    def add(self, path: Path) -> bool:
        """Whether it is a new one."""
        folder, name = os.path.split(path)
        if folder not in self._folders:
            self._folders[folder] = os.path.realpath(folder)
        real = os.path.realpath(path) if path.is_symlink() else f"{self._folders[folder]}{os.sep}{name}"
        is_new = real not in self._files
        self._files.add(real)
        return is_new


class _Scope(NamedTuple):
    """What the configuration says of a walk: patterns relative to the root."""

    root: str
    include: Patterns | None
    exclude: Patterns

    def holds(self, path: str, folder: bool) -> bool:
        """Whether a file is wanted, or a folder may hold some that are."""
        inside = below(self.root, path)
        if self.exclude.decide(inside, folder):
            return False
        return folder or self.include is None or self.include.match(inside)


def discover(paths: Sequence[Path], config: Config) -> Iterator[Found | Unchecked]:
    """The articles in the order of the named paths, sorted within each folder, each file once.

    Named paths replace the configured ``include``. A named file is always taken, even one that git ignores or the
    configuration excludes. Folders are walked without what is hidden, ignored or excluded; links to folders are not
    entered.
    """
    seen = Files()
    for found in _named(paths, config) if paths else _included(config):
        if isinstance(found, Unchecked) or seen.add(found.path):
            yield found


def includes(path: str, config: Config) -> bool:
    """Whether a path (POSIX, relative to the root) is an article by its name, whether or not it is there."""
    parts = path.split("/")
    if not path.lower().endswith(SUFFIXES) or any(part.startswith(".") or part in SKIPPED for part in parts):
        return False
    exclude = Patterns(config.exclude)
    if any(exclude.decide("/".join(parts[:end]), end < len(parts)) for end in range(1, len(parts) + 1)):
        return False
    places = [place.removeprefix("./").strip("/") for place in config.include or (".",)]
    return any(place in ("", ".") or Patterns([f"/{place}"]).match(path) for place in places)


def _named(paths: Sequence[Path], config: Config) -> Iterator[Found | Unchecked]:
    for path in paths:
        ask(path)
        if path.is_dir():
            yield from _walk(path, _Scope(str(config.root), None, Patterns(config.exclude)))
        elif os.path.lexists(path):
            yield Found(path, named=True)
        else:
            raise CopydeskError(f"{path}: no such file or folder{_near(path)}")


def _included(config: Config) -> Iterator[Found | Unchecked]:
    """Each included place: the folder before its first wildcard is walked, the whole of it filters."""
    for place in config.include or (".",):
        parts = takewhile(lambda part: not set("*?[\\") & set(part), place.split("/"))
        start = config.root.joinpath(*parts)
        ask(start)
        pattern = place.removeprefix("./").strip("/")
        include = Patterns([f"/{pattern}"]) if pattern not in ("", ".") else None
        if start.is_dir():
            yield from _walk(start, _Scope(str(config.root), include, Patterns(config.exclude)))
        elif start.is_file():
            yield Found(start)
        else:
            where = config.origins.get(("include",), "copydesk.toml")
            raise CopydeskError(f'{where}: "include" names "{place}", which does not exist{_near(start)}')


def holds(config: Config, path: str, everywhere: bool) -> bool:
    """Whether a walk would come to a file at a POSIX path below the root; ``everywhere``: whatever is included."""
    *folders, name = path.split("/")
    if not name.lower().endswith(SUFFIXES) or any(part.startswith(".") for part in (*folders, name)):
        return False
    if not SKIPPED.isdisjoint(folders) or Patterns(config.exclude).match(path):
        return False
    places = [place.removeprefix("./").strip("/") for place in config.include]
    return (
        everywhere or not places or any(place in ("", ".") or Patterns([f"/{place}"]).match(path) for place in places)
    )


def _near(path: Path) -> str:
    """The names beside a missing one that it may have meant."""
    from difflib import get_close_matches

    try:
        close = get_close_matches(path.name, sorted(entry.name for entry in path.parent.iterdir()), 1)
    except OSError:
        return ""
    return f'; did you mean "{path.with_name(close[0])}"?' if close else ""


def _walk(start: Path, scope: _Scope) -> Iterator[Found | Unchecked]:
    """Depth first with a stack of our own: how deep the folders nest must not matter."""
    folder = Path(os.path.normpath(start.absolute()))
    pending: list[tuple[Path, Ignored] | Found | Unchecked] = [(start, ignored(folder).within(str(folder)))]
    while pending:
        item = pending.pop()
        if isinstance(item, Found | Unchecked):
            yield item
            continue
        try:
            pending += reversed(list(_entries(*item, scope)))
        except OSError as error:
            why = "there is no permission to read it" if isinstance(error, PermissionError) else "it vanished"
            yield Unchecked("a folder", why, (str(item[0]),))


def _entries(folder: Path, ignore: Ignored, scope: _Scope) -> Iterator[tuple[Path, Ignored] | Found | Unchecked]:
    place = os.path.normpath(folder.absolute())
    look(place)
    with os.scandir(folder) as scan:
        entries = sorted(scan, key=lambda entry: entry.name)
    for entry in entries:
        is_folder = entry.is_dir(follow_symlinks=False)
        if entry.name.startswith(".") or (entry.name in SKIPPED if is_folder else not _may_matter(entry)):
            continue
        path = os.path.join(place, entry.name)  # noqa: PTH118 - strings: this runs for every file
        if ignore(path, is_folder) or not scope.holds(path, is_folder):
            continue
        if is_folder:
            yield Path(entry.path), ignore.within(path)
        elif os.path.isdir(path):  # noqa: PTH112 - entry.is_dir() fails on a link that leads to itself
            yield Unchecked("a folder", "it is a link, and links to folders are not entered", (entry.path,))
        else:
            yield Found(Path(entry.path))


def _may_matter(entry: os.DirEntry[str]) -> bool:
    """Markdown, or a link to a folder: what is left out must be said."""
    return entry.name.lower().endswith(SUFFIXES) or (entry.is_symlink() and os.path.isdir(entry.path))  # noqa: PTH112
