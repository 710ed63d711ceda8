"""A rule's options as its page shows them."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lint.config.options import descriptions, shapes
from lint.rules.rule import Rule

_KINDS = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "array": "list",
    "object": "table",
}


@dataclass(frozen=True, slots=True)
class Option:
    """``kind``: what it must be, in words. ``default``: as one would write it in TOML; empty for nothing."""

    name: str
    kind: str
    default: str
    text: str


def described(rule: Rule) -> Iterator[Option]:
    """The options of a rule, in the order of its ``Options`` class."""
    if rule.options is None:
        return
    texts, kinds, defaults = descriptions(rule.options), shapes(rule.options), rule.options()
    for name in kinds:
        yield Option(name, _kind(kinds[name]), toml(getattr(defaults, name)), texts.get(name, ""))


def _kind(shape: Mapping[str, Any]) -> str:
    if "title" in shape:
        return str(shape["title"])
    if "enum" in shape:
        return ", ".join(map(toml, shape["enum"]))
    return _KINDS[shape["type"]]


def toml(value: Any) -> str:
    """A value as TOML writes it on one line."""
    if value is None:
        return ""
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{toml(key)} = {toml(item)}" for key, item in value.items()) + " }" if value else "{}"
    if isinstance(value, frozenset):
        value = sorted(value)
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(toml, value))}]"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str | bool) else str(value)
