"""What the schemas' formats and own keywords ask of a value."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_OPEN = r"(tb[acd]|todo|fixme|to\ be\ (added|announced|confirmed|decided|determined|filled\ in|written))"
_PLACEHOLDER = re.compile(
    rf"""
    (n/?a|null|nil|undefined|nan|unknown|untitled|placeholder|x{{3,}}|\?+|-+|–|—|\.{{3,}}|…)
    | (tb[acd]|todo|fixme)\s*[:(-].*
    | ([^:\n]{{1,60}}:\s*)?{_OPEN}
    | (\w+\ )?(dr\.?|(author|checker|date|doctor|editor|expert|name|reviewer|role|staff|writer)s?)[ (–—-]+{_OPEN}\)?
    | (your|author(['’]s)?|reviewer(['’]s)?|first|full)\ (and\ last\ )?name(\ here)?
    | (insert|enter|add|put)\ [\w' ]{{1,40}}\ here
    | \[[^\]\n]*\] | <[^>:@\n]*> | \{{\{{[^}}\n]*\}}\}} | %[a-z_]+%
    | .*\[(needs?|to\ be|tb[acd]|todo|insert|your|placeholder|confirm)\b[^\]\n]*\].*
    | .*\blorem\ ipsum\b.*
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_LONGEST = 2_000
"""Metadata that is longer is not a placeholder, and is not searched for one."""

Pointer = tuple[str | int, ...]


def is_day(value: object) -> bool:
    """A full ISO 8601 calendar date that the calendar has; other types are another keyword's matter."""
    if not isinstance(value, str):
        return True
    if not _DAY.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def is_placeholder(text: str) -> bool:
    """Whether the text only holds the place of what is still to be written."""
    return len(text) <= _LONGEST and bool(_PLACEHOLDER.fullmatch(text.strip()))


def placeholders(value: Any, asked: Any = True) -> Iterator[tuple[Pointer, str]]:
    """The placeholders among the strings of a value, each with its place, as ``x-filled`` asks for them.

    ``x-filled`` is true, or names keys under ``except`` that are not looked into.
    """
    if isinstance(asked, dict) and isinstance(value, dict):
        value = {key: part for key, part in value.items() if key not in asked.get("except", ())}
    return _placeholders(value, ()) if asked else iter(())


def _placeholders(value: Any, at: Pointer) -> Iterator[tuple[Pointer, str]]:
    if isinstance(value, str):
        if is_placeholder(value):
            yield at, value
    elif isinstance(value, dict | list):
        for key, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _placeholders(part, (*at, key))
