"""Lengths of time and sizes as people write them."""

from typing import Any

Json = dict[str, Any]

_DAYS = {"d": 1.0, "w": 7.0, "m": 365 / 12, "y": 365.0}
_BYTES = {"kB": 1_000, "MB": 1_000_000}

DURATION: Json = {
    "title": 'a length of time such as "2y", "6m" or "180d"',
    "anyOf": [{"type": "integer", "minimum": 1}, {"type": "string", "pattern": "^[1-9][0-9]{0,4} ?[dwmy]$"}],
}
SIZE: Json = {
    "title": 'a size such as "2 MB" or "500 kB"',
    "anyOf": [{"type": "integer", "minimum": 1}, {"type": "string", "pattern": "^[1-9][0-9]{0,5} ?[kM]B$"}],
}


def days(value: int | str) -> int:
    """``"2y"``, ``"6m"``, ``"3w"``, ``"180d"`` or a number of days, in days."""
    return value if isinstance(value, int) else int(int(value[:-1]) * _DAYS[value[-1]])


def size(value: int | str) -> int:
    """``"2 MB"``, ``"500 kB"`` or a number of bytes, in bytes."""
    return value if isinstance(value, int) else int(value[:-2]) * _BYTES[value[-2:]]
