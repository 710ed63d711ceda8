"""Holds settings against their schema and says in plain words what is wrong.

The schema is an ordinary JSON Schema, of which this reads the part that ours uses. jsonschema itself would cost a small
check more than all the rest of its start, and its messages are not for writers. A test holds the two together.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any, NamedTuple

from lint.config.lines import Keys

Schema = Mapping[str, Any]

_TYPES: dict[str, tuple[tuple[type, ...], str, str]] = {
    "string": ((str,), "a text in quotes", "texts in quotes"),
    "integer": ((int,), "a whole number", "whole numbers"),
    "number": ((int, float), "a number", "numbers"),
    "boolean": ((bool,), "true or false", "true or false"),
    "array": ((list,), "a list", "lists"),
    "object": ((dict,), "a table", "tables"),
}


class Mistake(NamedTuple):
    """What is wrong, at a path of the settings."""

    path: Keys
    message: str


def mistakes(value: Any, schema: Schema) -> Iterator[Mistake]:
    """All that is wrong with a value."""
    return _mistakes(value, schema, (), schema.get("$defs", {}))


def _mistakes(value: Any, schema: Schema, path: Keys, definitions: Mapping[str, Schema]) -> Iterator[Mistake]:
    schema = _branch(value, definitions[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema)
    if not _fits(value, schema):
        yield Mistake(path, f'"{_name(path)}" must be {words(schema)}, not {_shown(value)}{_meant(value, schema)}')
    elif isinstance(value, dict):
        yield from _in_table(value, schema, path, definitions)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _mistakes(item, schema["items"], (*path, index), definitions)


def _branch(value: Any, schema: Schema) -> Schema:
    """Of alternatives the one for the value's type; its words are those of the whole."""
    fitting = [branch for branch in schema.get("anyOf", ()) if _is(value, branch["type"])]
    return {**fitting[0], "title": schema["title"]} if fitting else schema


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``; did you mean "…"?``, or nothing when no known word is near."""
    plain = {_plain(name): name for name in known}
    close = get_close_matches(_plain(word), plain, 1, 0.7)
    return f'; did you mean "{plain[close[0]]}"?' if close else ""


def _known(word: str, known: Iterable[str]) -> str:
    """The near word, or all there are where they are few."""
    names = sorted(known)
    few = f"; there are {', '.join(names)}" if len(names) <= 12 else ""
    return did_you_mean(word, names) or few


def _plain(word: str) -> str:
    return word.casefold().replace("_", "-")


def _in_table(
    table: Mapping[str, Any], schema: Schema, path: Keys, definitions: Mapping[str, Schema]
) -> Iterator[Mistake]:
    known, others = schema.get("properties", {}), schema.get("additionalProperties", True)
    for key, value in table.items():
        if key in known:
            yield from _mistakes(value, known[key], (*path, key), definitions)
        elif others is False:
            kind = schema.get("x-key", "setting")
            within = f' in "{_name(path)}"' if path and kind != "rule" else ""
            yield Mistake((*path, key), f'unknown {kind} "{key}"{within}{_known(key, known)}')
        elif others is not True:
            yield from _mistakes(value, others, (*path, key), definitions)
    for key in schema.get("required", ()):
        if key not in table:
            yield Mistake(path, f'"{_name(path)}" needs "{key}": {words(known[key])}')


def _fits(value: Any, schema: Schema) -> bool:
    if "anyOf" in schema:  # no alternative is for the value's type
        return False
    if "type" in schema and not _is(value, schema["type"]):
        return False
    if "enum" in schema and value not in schema["enum"]:
        return False
    if isinstance(value, str):
        return _text_fits(value, schema)
    if isinstance(value, list):
        return bool(len(value) >= schema.get("minItems", 0))
    if isinstance(value, int | float):
        return bool(value >= schema.get("minimum", value))
    return True


def _text_fits(value: str, schema: Schema) -> bool:
    if len(value) < schema.get("minLength", 0) or not re.search(schema.get("pattern", ""), value):
        return False
    try:
        if schema.get("format") == "date":
            return len(value) == 10 and bool(date.fromisoformat(value))
        if schema.get("format") == "regex":
            re.compile(value)
    except (ValueError, re.error, RecursionError, OverflowError):
        return False
    return True


def _is(value: Any, kind: str) -> bool:
    if kind != "boolean" and isinstance(value, bool):
        return False
    return isinstance(value, _TYPES[kind][0]) if kind else True


def words(schema: Schema) -> str:
    """What a setting must be, in words."""
    if "title" in schema:
        return str(schema["title"])
    if "enum" in schema:
        *most, last = (f'"{value}"' for value in schema["enum"])
        return f"{', '.join(most)} or {last}" if most else last
    kind = schema["type"]
    if kind == "array" and "type" in schema.get("items", {}):
        return f"a list of {_TYPES[schema['items']['type']][2]}"
    if "minimum" in schema:
        return f"{_TYPES[kind][1]} of at least {schema['minimum']}"
    return _TYPES[kind][1]


def _shown(value: Any) -> str:
    if isinstance(value, dict | list):
        return "a table" if isinstance(value, dict) else ("an empty list" if not value else "a list")
    if isinstance(value, bool):
        return str(value).lower()
    text = f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= 60 else f"{text[:57]}…"


def _meant(value: Any, schema: Schema) -> str:
    return did_you_mean(value, schema["enum"]) if isinstance(value, str) and "enum" in schema else ""


def _name(path: Keys) -> str:
    """A path as one would write it in TOML; the entries of a list count from 1."""
    parts = [f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path]
    return "".join(parts).removeprefix(".") or "the configuration"
