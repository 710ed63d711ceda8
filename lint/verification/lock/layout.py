"""The lock as text: sorted, an entry a group of lines, a field a line, so that a small change is a small diff."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from lint.formatters.visible import escaped
from lint.verification.lock.lock import VERSION, Lock

_LISTED = ("notices", "found")
"""What is written over several lines: a new notice must not hide in a long one."""


def parts(lock: Lock) -> Iterator[bytes]:
    """The file, a group of lines after the other."""
    for text in _lines(lock):
        # Half a character, which a registry may send, is `\ud800` in JSON too.
        yield escaped(text).encode("utf-8", "backslashreplace")


def _lines(lock: Lock) -> Iterator[str]:
    yield f'{{\n  "version": {VERSION},\n  "references": {{'
    yield from _groups(lock.references)
    yield "}"
    if lock.searches:
        yield ',\n  "searches": {'
        yield from _groups(lock.searches)
        yield "}"
    yield "\n}\n"


def _groups(entries: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    for number, key in enumerate(sorted(entries)):
        fields = ",\n".join(_field(name, value) for name, value in entries[key].items())
        yield f"{',' if number else ''}\n    {_json(key)}: {{\n{fields}\n    }}"
    yield "\n  " if entries else ""


def _field(name: str, value: Any) -> str:
    if name in _LISTED and value:
        inner = json.dumps(value, indent=2, ensure_ascii=False) if name == "found" else _list(value)
        return f"      {_json(name)}: " + inner.replace("\n", "\n      ")
    return f"      {_json(name)}: {_json(value)}"


def _list(values: list[Any]) -> str:
    return "[\n" + ",\n".join(f"  {_json(value)}" for value in values) + "\n]"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
