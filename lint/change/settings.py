"""The settings that were in force at the merge base: written to a folder of their own and read from there."""

import posixpath
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lint.config import Config, read_config
from lint.finding import CopydeskError
from lint.history.base import Base

OWN, SHARED = "copydesk.toml", "pyproject.toml"
LOCK = "references.lock.json"


def differ(config: Config, base: Base) -> bool:
    """Whether the settings, the people or the schema of a configuration are others than at the merge base."""
    people = config.people or config.root / "people.yaml"
    files = [config.source, people, config.schema, config.root / LOCK]
    schemas = [base.name(config.schema.parent / "x")] if config.schema else []
    folders = {posixpath.dirname(name) for name in schemas if name is not None}
    return any(base.touched(base.name(file)) for file in files if file) or any(
        name.endswith(".json") and posixpath.dirname(name) in folders for name in (*base.before, *base.left)
    )


def governing(base: Base, name: str) -> str | None:
    """The configuration that counted for a file at the merge base; None where there was none."""
    folder = posixpath.dirname(name)
    while True:
        for candidate in (posixpath.join(folder, OWN), posixpath.join(folder, SHARED)):
            if candidate in base.tree and (candidate.endswith(OWN) or _table(base, candidate) is not None):
                return candidate
        if not folder:
            return None
        folder = posixpath.dirname(folder)


def earlier(base: Base, name: str, folder: Path) -> Config | None:
    """The configuration as it was; None where it was broken. What it names is written below ``folder``."""
    home = posixpath.dirname(name)
    for needed in (name, *_named(base, name)):
        content = base.content(needed)
        if content is not None:
            path = folder / needed
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    try:
        config = read_config(folder / name)
    except CopydeskError:
        return None
    return replace(config, root=base.top / home)


def _named(base: Base, name: str) -> Iterator[str]:
    """The files that a configuration names; of a schema, those beside it too, for it may refer to them."""
    table = _table(base, name) or {}
    home = posixpath.dirname(name)
    people, schema = table.get("people", "people.yaml"), table.get("schema")
    yield posixpath.join(home, LOCK)
    if isinstance(people, str):
        yield posixpath.normpath(posixpath.join(home, people))
    if isinstance(schema, str):
        own = posixpath.normpath(posixpath.join(home, schema))
        yield own
        near = posixpath.dirname(own)
        yield from (one for one in base.tree if one.endswith(".json") and posixpath.dirname(one) == near)


def _table(base: Base, name: str) -> dict[str, object] | None:
    """The settings in a file; None where it holds none."""
    try:
        data = tomllib.loads((base.content(name) or b"").decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    if not name.endswith(SHARED):
        return data
    table = data.get("tool", {}).get("copydesk")
    return table if isinstance(table, dict) else None
