"""What an entry of the cache depends on beside the article: the tool, the configuration, the options, the moment."""

import os
import sys
from collections.abc import Iterator
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

from lint import __version__
from lint.inputs import look
from lint.project import Project, Selection

FORMAT = "1"
_LIBRARIES = ("mistune", "yaml", "jsonschema")


def key(project: Project, selection: Selection) -> str:
    """The name of the store for a configuration: another tool, other settings or other rules have another."""
    config = project.config
    told = [FORMAT, __version__, sys.version, str(config.root), repr(selection), *tool()]
    told += [_bytes(path) for path in (config.source, config.schema) if path]
    told += [str(project.today >= start) for start in config.starts()]
    return _digest(told)


def moment(project: Project) -> str:
    """What rules may ask beyond the article and its neighbours, in one word; empty where that cannot be told."""
    from lint.history.head import state

    head = state(project.config.root)
    if head is None:
        return ""
    return _digest([project.today.isoformat(), head, _bytes(project.config.people) if project.config.people else ""])


def tool() -> Iterator[str]:
    """The files that we are made of, by their state on disk, and the libraries that read articles."""
    for package in ("lint", "schemas"):
        root = Path(__file__).parents[2] / package
        for folder, folders, names in os.walk(root):
            folders[:] = sorted(name for name in folders if name != "__pycache__")
            yield from (_state(f"{folder}/{name}") for name in sorted(names))
    for name in _LIBRARIES:
        spec = find_spec(name)
        yield _state(spec.origin) if spec and spec.origin else name


def _state(path: str) -> str:
    found = os.stat(path)  # noqa: PTH116 - two hundred of them
    return f"{path}:{found.st_mtime_ns}:{found.st_size}"


def _bytes(path: Path) -> str:
    look(path)
    try:
        return path.read_bytes().hex()
    except OSError:
        return "-"


def _digest(parts: list[str]) -> str:
    seal = blake2b(digest_size=12)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        seal.update(b"%d:" % len(data))
        seal.update(data)
    return seal.hexdigest()
