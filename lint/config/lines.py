"""On which line of a TOML text each setting stands. The text is known to be valid: tomllib has read it."""

import re
import tomllib
from collections.abc import Iterator, Mapping

Keys = tuple[str | int, ...]

_TOKEN = re.compile(
    r'''"""(?:\\.|[^\\])*?"{3,5}|"(?:\\.|[^"\\\n])*"|'''
    r"""'''.*?'{3,5}|'[^'\n]*'|"""
    r"""\#[^\n]*|[\[{\]}\n=]|[^"'\#\[\]{}\n=]+""",
    re.DOTALL,
)


def lines(text: str) -> dict[Keys, int]:
    """The first line of each table and key, by path; entries of an array of tables count from 0."""
    found: dict[Keys, int] = {(): 1}
    arrays: dict[Keys, int] = {}
    table: Keys = ()
    for head, line in _statements(text):
        if head.startswith("["):
            keys = _keys(head)
            table = _resolve(keys[:-1], arrays)
            if head.startswith("[["):
                array = (*table, keys[-1])
                arrays[array] = arrays.get(array, -1) + 1
            table = _resolve(keys, arrays)
            path = table
        else:
            path = (*table, *_keys(f"{head} = 0"))
        for end in range(1, len(path) + 1):
            found.setdefault(path[:end], line)
    return found


def line_of(found: Mapping[Keys, int], path: Keys) -> int:
    """The line of a path, or of its nearest known parent."""
    while path and path not in found:
        path = path[:-1]
    return found.get(path, 1)


def _statements(text: str) -> Iterator[tuple[str, int]]:
    """Each table's header and each key, with its line; values are passed over."""
    head, line, depth, in_value = "", 1, 0, False
    start = 1
    for token in _TOKEN.findall(text):
        if token == "\n" and depth == 0:
            if head.strip():
                yield head.strip(), start
            head, in_value = "", False
        elif token == "=" and depth == 0:
            in_value = True
        elif not in_value and not token.startswith("#"):
            start = start if head.strip() else line
            head += token
        elif in_value and len(token) == 1:
            depth += (token in "[{") - (token in "]}")
        line += token.count("\n")
    if head.strip():
        yield head.strip(), start


def _keys(statement: str) -> tuple[str, ...]:
    """The keys of a header or a dotted key, as TOML itself reads them."""
    keys: list[str] = []
    value = tomllib.loads(statement)
    while isinstance(value, dict) and value:
        key, value = next(iter(value.items()))
        keys.append(key)
        value = value[0] if isinstance(value, list) else value
    return tuple(keys)


def _resolve(keys: tuple[str, ...], arrays: Mapping[Keys, int]) -> Keys:
    """The path of a table, through the latest entry of each array of tables above it."""
    path: Keys = ()
    for key in keys:
        path = (*path, key)
        if path in arrays:
            path = (*path, arrays[path])
    return path
