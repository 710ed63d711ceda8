"""Says in plain words what is wrong with settings, from what they fail of their schema."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from lint.config.lines import Keys

if TYPE_CHECKING:
    from schemas.failures import Failure

Schema = Mapping[str, Any]

_TYPES: dict[str, tuple[str, str]] = {
    "string": ("a text in quotes", "texts in quotes"),
    "integer": ("a whole number", "whole numbers"),
    "number": ("a number", "numbers"),
    "boolean": ("true or false", "true or false"),
    "array": ("a list", "lists"),
    "object": ("a table", "tables"),
}


class Mistake(NamedTuple):
    """What is wrong, at a path of the settings."""

    path: Keys
    message: str


def mistakes(settings: Mapping[str, Any], schema: Schema) -> Iterator[Mistake]:
    """All that is wrong with the settings of a file."""
    from schemas.lean import failures

    for failure in failures(schema, settings):
        yield from _mistakes(failure)
    for role, entry in settings.get("roles", {}).items() if isinstance(settings.get("roles"), dict) else ():
        yield from _patterns(("roles", role), entry)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``; did you mean "…"?``, or nothing when no known word is near."""
    from difflib import get_close_matches

    plain = {_plain(name): name for name in known}
    close = get_close_matches(_plain(word), plain, 1, 0.7)
    return f'; did you mean "{plain[close[0]]}"?' if close else ""


def words(schema: Schema) -> str:
    """What a setting must be, in words."""
    if "title" in schema:
        return str(schema["title"])
    if "enum" in schema:
        *most, last = (f'"{value}"' for value in schema["enum"])
        return f"{', '.join(most)} or {last}" if most else last
    kind = schema["type"]
    if kind == "array" and "type" in schema.get("items", {}):
        return f"a list of {_TYPES[schema['items']['type']][1]}"
    if "minimum" in schema:
        return f"{_TYPES[kind][0]} of at least {schema['minimum']}"
    return _TYPES[kind][0]


def _mistakes(failure: "Failure") -> Iterator[Mistake]:
    """One failure in words; of alternatives, the one for the value's type is meant."""
    schema = failure.way[-1][0]
    if failure.keyword == "anyOf":
        meant = [branch for branch in failure.branches if (branch[0].at, branch[0].keyword) != (failure.at, "type")]
        inner = [one for branch in meant for one in branch if one.at != failure.at or one.keyword in _OF_TABLES]
        if inner:
            yield from (mistake for one in inner for mistake in _mistakes(one))
            return
    if failure.keyword == "additionalProperties":
        yield from (_unknown(failure, key, schema) for key in failure.value if key not in schema["properties"])
    elif failure.keyword == "required":
        missing = next(key for key in failure.expected if key not in failure.value)
        yield Mistake(failure.at, f'"{_name(failure.at)}" needs "{missing}": {words(schema["properties"][missing])}')
    else:
        shown, meant_word = _shown(failure.value), _meant(failure)
        yield Mistake(failure.at, f'"{_name(failure.at)}" must be {words(schema)}, not {shown}{meant_word}')


_OF_TABLES = ("additionalProperties", "required")


def _unknown(failure: "Failure", key: str, schema: Schema) -> Mistake:
    """A key that nobody reads: the near one, or all there are where they are few."""
    kind, known = schema["x-key"], sorted(schema["properties"])
    within = f' in "{_name(failure.at)}"' if failure.at and kind != "rule" else ""
    few = f"; there are {', '.join(known)}" if len(known) <= 12 else ""
    return Mistake((*failure.at, key), f'unknown {kind} "{key}"{within}{did_you_mean(key, known) or few}')


def _patterns(path: Keys, entry: Any) -> Iterator[Mistake]:
    """The headings of a role that are no regular expressions."""
    path, entry = ((*path, "only"), entry.get("only")) if isinstance(entry, dict) else (path, entry)
    for index, pattern in enumerate(entry) if isinstance(entry, list) else ():
        try:
            re.compile(pattern if isinstance(pattern, str) else "")
        except (re.error, RecursionError, OverflowError):
            place = _name((*path, index))
            yield Mistake((*path, index), f'"{place}" must be a regular expression, not {_shown(pattern)}')


def _plain(word: str) -> str:
    return word.casefold().replace("_", "-")


def _shown(value: Any) -> str:
    if isinstance(value, dict | list):
        return "a table" if isinstance(value, dict) else ("an empty list" if not value else "a list")
    if isinstance(value, bool):
        return str(value).lower()
    text = f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= 60 else f"{text[:57]}…"


def _meant(failure: "Failure") -> str:
    """The near word of a few; of a rule's severity or table, too."""
    options = [schema for schema, _ in failure.way[-1:]] + list(failure.expected if failure.keyword == "anyOf" else ())
    known = next((schema["enum"] for schema in options if "enum" in schema), ())
    return did_you_mean(failure.value, known) if isinstance(failure.value, str) else ""


def _name(path: Keys) -> str:
    """A path as one would write it in TOML; the entries of a list count from 1."""
    parts = [f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path]
    return "".join(parts).removeprefix(".") or "the configuration"
