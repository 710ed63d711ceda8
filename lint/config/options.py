"""A rule's ``Options`` class as a schema, and a table of its settings as values of its fields' types."""

import types
from collections.abc import Mapping
from datetime import date
from textwrap import dedent
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from lint.config.units import DURATION, days

Json = dict[str, Any]

DATE: Json = {"type": "string", "format": "date", "title": "a date such as 2027-01-01"}

_SCALARS: dict[Any, Json] = {
    str: {"type": "string"},
    int: {"type": "integer", "minimum": 0},
    float: {"type": "number", "minimum": 0},
    bool: {"type": "boolean"},
    date: DATE,
}


def shapes(options: type) -> dict[str, Json]:
    """The schema of each option; those named ``…days`` are lengths of time."""
    return {name: _shape(hint, name) for name, hint in get_type_hints(options).items()}


def values(options: type, table: Mapping[str, Any]) -> dict[str, Any]:
    """Checked settings as the fields' own types."""
    hints = get_type_hints(options)
    return {name: _value(hints[name], name, value) for name, value in table.items()}


def defaults(options: type) -> dict[str, Any]:
    """Each option's default as JSON holds it."""
    return {name: plain(value) for name, value in named(options()).items()}


def named(options: Any) -> dict[str, Any]:
    """Each option's value by its name."""
    return {name: getattr(options, name) for name in get_type_hints(type(options))}


def plain(value: Any) -> Any:
    """An option's value as JSON holds it; a set in sorted order."""
    if isinstance(value, set | frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return list(value)
    return value.isoformat() if isinstance(value, date) else value


def descriptions(options: type) -> dict[str, str]:
    """The text below each field in the source of the class."""
    import ast
    import inspect

    body = ast.parse(dedent(inspect.getsource(options))).body[0]
    assert isinstance(body, ast.ClassDef)
    found: dict[str, str] = {}
    for field, below in zip(body.body, body.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(below, ast.Expr):
            found[field.target.id] = " ".join(str(ast.literal_eval(below.value)).split())
    return found


def _shape(hint: Any, name: str) -> Json:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _shape(next(argument for argument in arguments if argument is not type(None)), name)
    if hint is int and _is_duration(name):
        return DURATION
    if hint in _SCALARS:
        return _SCALARS[hint]
    if origin is Literal:
        return {"type": "string", "enum": list(arguments)}
    if origin in (tuple, frozenset):
        return {"type": "array", "items": _shape(arguments[0], name)}
    if origin is not None and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": _shape(arguments[1], name)}
    raise TypeError(f"the option {name} has a type that TOML cannot say: {hint}")


def _value(hint: Any, name: str, value: Any) -> Any:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _value(next(argument for argument in arguments if argument is not type(None)), name, value)
    if hint is int and _is_duration(name):
        return days(value)
    if hint is date:
        return date.fromisoformat(value)
    if origin in (tuple, frozenset):
        return origin(_value(arguments[0], name, item) for item in value)
    if isinstance(value, dict):
        return {key: _value(arguments[1], name, item) for key, item in value.items()}
    return value


def _is_duration(name: str) -> bool:
    return name == "days" or name.endswith("_days")
