"""What an entry of the cache depends on beside the article: the tool, the configuration, the options, the moment."""

import os
import sys
from collections.abc import Iterator
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn

import schemas
from lint import __version__
from lint.inputs import look
from lint.project import Project, Selection
from lint.verification.shelf import LOCK, RETRACTIONS

FORMAT = "2"
_LIBRARIES = {"mistune": "mistune", "yaml": "pyyaml", "jsonschema": "jsonschema"}
"""Packages and the names under which they are installed."""


def key(project: Project, selection: Selection) -> str:
    """The name of the store for a configuration: another tool, other settings or other rules have another.

    Empty where we may not read what we are made of.
    """
    config = project.config
    try:
        told = [FORMAT, __version__, sys.version, str(config.root), repr(selection), *tool()]
    except OSError:
        return ""
    told += [_bytes(path) for path in (config.source, *schemas.files()) if path]
    told += [str(project.today >= start) for start in config.starts()]
    return _digest(told)


def moment(project: Project) -> str:
    """What rules may ask beyond the article and its neighbours, in one word; empty where that cannot be told."""
    from lint.history.head import state

    head = state(project.config.root)
    if head is None:
        return ""
    files = [project.config.people, *(project.config.root / name for name in (LOCK, RETRACTIONS))]
    return _digest([project.today.isoformat(), head, *(_bytes(path) for path in files if path)])


def tool() -> Iterator[str]:
    """What we are made of, and the libraries that read articles.

    Where we are installed, the version says it, whenever that was; a tree under development changes without.
    """
    home = Path(__file__).parents[2]
    is_tree = (home / "pyproject.toml").exists()
    for package in ("lint", "schemas"):
        for folder, folders, names in os.walk(home / package, onerror=_raise):
            folders[:] = sorted(name for name in folders if name != "__pycache__")
            for name in sorted(names):
                found = os.stat(f"{folder}/{name}")  # noqa: PTH116 - two hundred of them
                yield f"{name}:{found.st_size}:{found.st_mtime_ns if is_tree else ''}"
    for name, library in _LIBRARIES.items():
        yield _version(name, library)


def _raise(error: OSError) -> NoReturn:
    raise error


def _version(name: str, library: str) -> str:
    """The name of the folder beside a library that says its version: reading it takes as long as a small check."""
    spec = find_spec(name)
    place = Path(spec.origin).parents[1] if spec and spec.origin else None
    beside = [entry.name.lower() for entry in place.iterdir()] if place else []
    return next((entry for entry in beside if entry.startswith(f"{library}-") and entry.endswith(".dist-info")), name)


def _bytes(path: Path) -> str:
    look(path)
    try:
        return blake2b(path.read_bytes(), digest_size=16).hexdigest()
    except OSError:
        return "-"


def _digest(parts: list[str]) -> str:
    seal = blake2b(digest_size=12)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        seal.update(b"%d:" % len(data))
        seal.update(data)
    return seal.hexdigest()
