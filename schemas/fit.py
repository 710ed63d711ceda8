"""A schema as one function: whether a value fits. Most do, and only of one that does not `lean` has to say why."""

from collections.abc import Callable
from typing import Any

from schemas import lean

Json = Any
Fit = Callable[[Json], bool]


def fit(schema: Json) -> Fit:
    """Whether a value has no failure of a schema for which `lean.suffices`."""
    if schema is True:
        return lambda value: True
    asked = tuple(_asked(schema, keyword, expected) for keyword, expected in schema.items() if keyword in lean.ASKED)

    def fits(value: Json) -> bool:
        for ask in asked:  # noqa: SIM110 - all() would cost a generator for each value
            if not ask(value):
                return False
        return True

    return asked[0] if len(asked) == 1 else fits


def _asked(schema: Json, keyword: str, expected: Json) -> Fit:
    if keyword == "type" and isinstance(expected, str) and expected in _TYPES:
        kind = _TYPES[expected]
        return lambda value: isinstance(value, kind)
    if keyword == "maxLength":
        return lambda value: not isinstance(value, str) or len(value) <= expected
    if keyword == "required":
        return lambda value: not isinstance(value, dict) or all(key in value for key in expected)
    if keyword == "properties":
        return _properties({key: fit(one) for key, one in expected.items()})
    if keyword == "additionalProperties" and expected is False:
        known = schema.get("properties", {}).keys()
        return lambda value: not isinstance(value, dict) or value.keys() <= known
    if keyword == "if":
        first, then, other = (fit(schema.get(name, True)) for name in ("if", "then", "else"))
        return lambda value: then(value) if first(value) else other(value)
    if keyword == "items":
        each = fit(expected)
        return lambda value: not isinstance(value, list) or all(map(each, value))
    if keyword in ("allOf", "anyOf"):
        branches, enough = tuple(map(fit, expected)), all if keyword == "allOf" else any
        return lambda value: enough(branch(value) for branch in branches)
    if fails := lean.FAILS.get(keyword):
        return lambda value: not fails(expected, value)
    way = ((schema, keyword),)
    return lambda value: next(lean.CHECKS[keyword](expected, value, (), way), None) is None


def _properties(fits: dict[str, Fit]) -> Fit:
    def fit_all(value: Json) -> bool:
        if isinstance(value, dict):
            for key, one in value.items():
                ask = fits.get(key)
                if ask is not None and not ask(one):
                    return False
        return True

    return fit_all


_TYPES: dict[str, type] = {"string": str, "array": list, "object": dict, "boolean": bool, "null": type(None)}
