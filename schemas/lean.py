"""The part of JSON Schema that our schemas use, without its library.

Importing jsonschema takes longer than checking a hundred articles: it is asked where a publication's schema uses a
keyword that is not here, and it is what the tests hold this against.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from schemas.failures import Failure, Pointer, Way
from schemas.formats import is_day, placeholders
from schemas.tree import walk

Json = Any
Check = Callable[[Json, Json, Pointer, Way], Iterator[Failure]]
"""Keyword's value, value, its place, the way to here (whose last schema holds the keyword)."""

_SILENT = frozenset(
    (
        *("title", "description", "default", "deprecated", "examples", "readOnly", "writeOnly"),
        *("then", "else", "x-rule", "x-also"),
    )
)


def suffices(tree: Json) -> bool:
    """Whether the schema (with its references put in place) uses nothing that is not here."""
    known = _FAILS.keys() | _CHECKS.keys() | _SILENT
    return all(schema.keys() <= known and schema.get("format", "date") == "date" for _, schema in walk(tree))


def failures(schema: Json, value: Json, at: Pointer = (), way: Way = ()) -> Iterator[Failure]:
    """What a value fails, in the order of the schema."""
    if schema is True:
        return
    for keyword, expected in schema.items():
        if keyword in _FAILS:
            if _FAILS[keyword](expected, value):
                yield Failure(at, keyword, expected, value, (*way, (schema, keyword)))
        elif keyword in _CHECKS:
            yield from _CHECKS[keyword](expected, value, at, (*way, (schema, keyword)))


def _fits(schema: Json, value: Json) -> bool:
    return next(failures(schema, value), None) is None


def _is(kind: str, value: Json) -> bool:
    if kind == "integer":
        return isinstance(value, int | float) and not isinstance(value, bool) and value == int(value)
    if kind == "number":
        return isinstance(value, int | float) and not isinstance(value, bool)
    return isinstance(value, _TYPES[kind])


_TYPES: dict[str, type] = {"string": str, "array": list, "object": dict, "boolean": bool, "null": type(None)}


def _equal(one: Json, other: Json) -> bool:
    """Equality in JSON: true is not 1, at any depth."""
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_equal, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_equal(one[key], other[key]) for key in one)
    return bool(one == other) and isinstance(one, bool) == isinstance(other, bool)


@lru_cache
def _pattern(expected: str) -> re.Pattern[str]:
    return re.compile(expected)


def _required(expected: Json, value: Json, at: Pointer, way: Way) -> Iterator[Failure]:
    if isinstance(value, dict):
        yield from (Failure(at, "required", expected, value, way) for key in expected if key not in value)


def _properties(expected: Json, value: Json, at: Pointer, way: Way) -> Iterator[Failure]:
    if isinstance(value, dict):
        for key, schema in expected.items():
            if schema is not True and key in value:
                yield from failures(schema, value[key], (*at, key), way)


def _additional(expected: Json, value: Json, at: Pointer, way: Way) -> Iterator[Failure]:
    known = way[-1][0].get("properties", {})
    more = [key for key in value if key not in known] if isinstance(value, dict) else []
    if expected is False and more:
        yield Failure(at, "additionalProperties", expected, value, way)
    elif expected is not False:
        for key in more:
            yield from failures(expected, value[key], (*at, key), way)


def _items(expected: Json, value: Json, at: Pointer, way: Way) -> Iterator[Failure]:
    for index, item in enumerate(value) if isinstance(value, list) else ():
        yield from failures(expected, item, (*at, index), way)


def _all_of(expected: Json, value: Json, at: Pointer, way: Way) -> Iterator[Failure]:
    for schema in expected:
        yield from failures(schema, value, at, way)


def _any_of(expected: Json, value: Json, at: Pointer, way: Way) -> Iterator[Failure]:
    branches = []
    for schema in expected:
        failed = tuple(failures(schema, value, at, way))
        if not failed:
            return
        branches.append(failed)
    yield Failure(at, "anyOf", expected, value, way, tuple(branches))


def _if(expected: Json, value: Json, at: Pointer, way: Way) -> Iterator[Failure]:
    schema = way[-1][0]
    branch = "then" if _fits(expected, value) else "else"
    if branch in schema:
        yield from failures(schema[branch], value, at, (*way[:-1], (schema, branch)))


def _filled(expected: Json, value: Json, at: Pointer, way: Way) -> Iterator[Failure]:
    for place, text in placeholders(value, expected):
        yield Failure((*at, *place), "x-filled", expected, text, way)


_FAILS: dict[str, Callable[[Json, Json], bool]] = {
    "type": lambda kinds, it: not any(_is(kind, it) for kind in ((kinds,) if isinstance(kinds, str) else kinds)),
    "const": lambda expected, it: not _equal(expected, it),
    "enum": lambda expected, it: not any(_equal(one, it) for one in expected),
    "not": lambda schema, it: _fits(schema, it),
    "contains": lambda schema, it: isinstance(it, list) and not any(_fits(schema, item) for item in it),
    "minItems": lambda least, it: isinstance(it, list) and len(it) < least,
    "maxItems": lambda most, it: isinstance(it, list) and len(it) > most,
    "minLength": lambda least, it: isinstance(it, str) and len(it) < least,
    "maxLength": lambda most, it: isinstance(it, str) and len(it) > most,
    "minimum": lambda least, it: _is("number", it) and it < least,
    "maximum": lambda most, it: _is("number", it) and it > most,
    "pattern": lambda pattern, it: isinstance(it, str) and not _pattern(pattern).search(it),
    "format": lambda _, it: not is_day(it),
}
"""The keywords that are about one value: whether it fails them."""

_CHECKS: dict[str, Check] = {
    "required": _required,
    "properties": _properties,
    "additionalProperties": _additional,
    "items": _items,
    "allOf": _all_of,
    "anyOf": _any_of,
    "if": _if,
    "x-filled": _filled,
}
