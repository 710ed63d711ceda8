"""From a place on disk to the configuration in force there."""

import os
from functools import cache
from pathlib import Path

from lint.config.find import find
from lint.config.model import Config


def load(path: Path) -> Config:
    """The configuration for a file or folder; ``CopydeskError`` when it is broken."""
    path = Path(os.path.normpath(path.absolute()))
    return _in_folder(path if path.is_dir() else path.parent)


@cache
def read_config(source: Path) -> Config:
    """The configuration in a file."""
    from lint.config.build import build

    return build(Path(os.path.normpath(source.absolute())))


@cache
def _in_folder(folder: Path) -> Config:
    source, repository = find(folder)
    if source is not None:
        return read_config(source)
    working = Path.cwd()
    return _default(repository or (working if folder.is_relative_to(working) else folder))


@cache
def _default(root: Path) -> Config:
    return Config(root)


def forget() -> None:
    """Forgets what was read."""
    for kept in (read_config, _in_folder, _default):
        kept.cache_clear()
