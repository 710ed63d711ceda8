"""The articles of a run: which files, under which names, of which project."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from lint.config import load, read_config
from lint.corpus import Found, discover
from lint.corpus.discover import Files
from lint.finding import CopydeskError, Unchecked
from lint.project import Project
from lint.projects import Projects


def _silent(done: int, total: int) -> None:
    pass


class Request(NamedTuple):
    """What the caller asks for. ``stdin``: the name and the bytes of a text that is on no disk."""

    today: date
    paths: tuple[str, ...] = ()
    stdin: tuple[str, bytes] | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    config: Path | None = None
    baseline: Path | None = None
    """None: the one that the configuration names, or of the default name beside it."""
    accepting: bool = True
    """Whether a baseline counts at all."""
    changed: str | None = None
    """Only what differs from where this branch or commit was left; empty: the default branch. None: all."""
    shard: tuple[int, int] | None = None
    """Only the articles of this part, counting from 1, of so many parts."""
    sources: tuple[Path, ...] = ()
    """Folders of source texts to compare with, besides the configured ones."""
    cache: bool = False
    """Keep what is worked out in ``.copydesk_cache/``, and use it."""
    jobs: int = 1
    """How many processes may work."""
    cluster: str | None = None
    """The address of a dask scheduler whose workers do it instead."""
    told: Callable[[int, int], None] = _silent
    """Hears how many articles of how many are done."""


class Source(NamedTuple):
    """A file to check, or a text under its name (``content``).

    ``shown``: its path for people; ``path``: POSIX, relative to its project's root. ``named``: it was asked for by its
    own name, so that it must not pass unread.
    """

    file: Path
    shown: str
    path: str
    project: Project
    content: bytes | None = None
    named: bool = False


def files(request: Request) -> Iterator[str]:
    """The paths that a run would check."""
    for found in _discover(request):
        if isinstance(found, Found):
            yield _shown(found.path)


def sources(request: Request, projects: Projects) -> Iterator[Source | Unchecked]:
    """The articles, each once, and what cannot be looked through."""
    if request.stdin is not None:
        name, content = request.stdin
        yield _source(Path(name), projects.of(Path(name)))._replace(content=content)
        return
    seen = Files()
    near: dict[str, Project] = {}
    for found in _discover(request):
        if isinstance(found, Unchecked):
            yield replace(found, paths=tuple(_shown(Path(path)) for path in found.paths))
        elif seen.add(found.path):
            folder = os.path.dirname(found.path)  # noqa: PTH120 - here and below: this runs for every file
            if folder not in near:
                near[folder] = projects.of(found.path)
            yield _source(found.path, near[folder])._replace(named=found.named)


def others(project: Project, asked: Sequence[Source]) -> bool:
    """Whether a publication, a project with settings of its own, holds articles that were not asked for."""
    if project.config.source is None:
        return False
    known = Files()
    for source in asked:
        known.add(source.file)
    try:
        return any(isinstance(found, Found) and known.add(found.path) for found in discover((), project.config))
    except CopydeskError:  # a place to include that is not there: no matter where articles are named
        return False


def path_in(root: Path, file: Path) -> str:
    """The file's POSIX path relative to the root it lies in; as it was given where it lies elsewhere."""
    absolute, above = os.path.abspath(file), str(root)  # noqa: PTH100
    above = above if above.endswith(os.sep) else above + os.sep
    return absolute[len(above) :].replace(os.sep, "/") if absolute.startswith(above) else file.as_posix()


def _discover(request: Request) -> Iterator[Found | Unchecked]:
    fixed = read_config(request.config) if request.config else None
    named: list[tuple[Path, ...]] = [(Path(path),) for path in request.paths]
    for paths in named or [()]:
        config = fixed or load(paths[0] if paths else Path.cwd())
        if request.cache:
            from lint.cache.folder import folder

            folder(config.root)  # before the look at the folder that it changes
        yield from discover(paths, config)


def _source(file: Path, project: Project) -> Source:
    return Source(file, _shown(file), path_in(project.config.root, file), project)


def _shown(file: Path) -> str:
    """The path as people know it: relative to the working folder where it lies below it."""
    return path_in(Path.cwd(), file)
