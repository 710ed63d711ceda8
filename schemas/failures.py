"""A failure: what a value fails, with the subschemas that led there."""

from typing import Any, NamedTuple

from schemas.tree import KEYED

Json = Any
Pointer = tuple[str | int, ...]
Way = tuple[tuple[dict[str, Json], str], ...]


class Failure(NamedTuple):
    """A value that fails a keyword of the schema.

    ``way``: the subschemas from the root to the one that failed, each with the keyword by which the way leaves it.
    ``branches``: of an ``anyOf`` or ``oneOf``, the failures of each branch.
    """

    at: Pointer
    keyword: str
    expected: Json
    value: Json
    way: Way
    branches: tuple[tuple["Failure", ...], ...] = ()


def failure(error: Any, validator: Any) -> Failure:
    """What one of jsonschema's errors says."""
    branches: dict[Any, list[Failure]] = {}
    for child in error.context or ():
        branches.setdefault(child.relative_schema_path[0], []).append(failure(child, validator))
    return Failure(
        at=tuple(error.absolute_path),
        keyword=str(error.validator),
        expected=error.validator_value,
        value=error.instance,
        way=_way(error.absolute_schema_path, validator),
        branches=tuple(map(tuple, branches.values())),
    )


def _way(path: Any, validator: Any) -> Way:
    way: list[tuple[dict[str, Json], str]] = []
    node: Any = validator.schema
    resolver = validator._resolver
    steps = iter(path)
    for step in steps:
        while isinstance(node, dict) and step not in node and "$ref" in node:
            found = resolver.lookup(node["$ref"])
            node, resolver = found.contents, found.resolver
        if not isinstance(node, dict) or step not in node:
            break
        way.append((node, str(step)))
        node = node[step]
        below = next(steps, None) if step in KEYED else None
        if below is not None:
            node = node[below]
    return tuple(way)
