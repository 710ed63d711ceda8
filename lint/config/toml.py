"""Reading a configuration file: its settings as JSON would hold them, and the line of each."""

import math
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import Any

from lint.config.lines import Keys, line_of, lines
from lint.finding import CopydeskError
from lint.inputs import look

_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_PLAIN = (
    (r"Cannot (overwrite|declare|mutate|redefine|define)|Duplicate", "a setting or table is written twice"),
    (r"Unclosed (array|inline table)", "a list or table is never closed"),
    (r"Unterminated|Illegal character", "a text has no closing quote, or holds a character that must not stand there"),
    (r"Invalid value", "a value is missing or not understood"),
    (r"Expected", "something is missing here, or does not belong"),
)


@dataclass(frozen=True, slots=True)
class Toml:
    """The settings of a file, dates as text, and the line of each; ``where`` is the file as people name it."""

    where: str
    data: Mapping[str, Any]
    lines: Mapping[Keys, int]

    def place(self, keys: Keys) -> str:
        return f"{self.where}:{line_of(self.lines, keys)}"

    def error(self, keys: Keys, message: str) -> CopydeskError:
        return CopydeskError(f"{self.place(keys)}: {message}")


def read(source: Path) -> Toml:
    """The settings in copydesk.toml, or those in pyproject.toml's ``[tool.copydesk]``."""
    where = _shown(source)
    text = _text(source, where)
    data, found = _parse(text, where), lines(text)
    if source.name == "pyproject.toml":
        data = data["tool"]["copydesk"]
        found = {keys[2:]: line for keys, line in found.items() if keys[:2] == ("tool", "copydesk")}
    if not isinstance(data, dict):
        raise CopydeskError(f"{where}: tool.copydesk must be a table: [tool.copydesk]")
    return Toml(where, data, found)


def _shown(source: Path) -> str:
    """The file's name as seen from the working folder."""
    working = Path.cwd()
    return str(source.relative_to(working) if source.is_relative_to(working) else source)


def _text(source: Path, where: str) -> str:
    look(source)
    try:
        return source.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as error:
        raise CopydeskError(f"{where}: it cannot be read ({(error.strerror or 'unknown error').lower()})") from None
    except UnicodeDecodeError as error:
        line = source.read_bytes()[: error.start].count(b"\n") + 1
        raise CopydeskError(f"{where}:{line}: this is not UTF-8; save the file as UTF-8") from None


def _parse(text: str, where: str) -> dict[str, Any]:
    try:
        return {key: _json(value) for key, value in tomllib.loads(text).items()}
    except RecursionError:
        raise CopydeskError(f"{where}: its lists or tables nest too deep") from None
    except ValueError as error:
        message = str(error)
        place = _PLACE.search(message)
        line = place[1] if place and place[1] else str(text.rstrip("\n").count("\n") + 1)
        why = next((plain for pattern, plain in _PLAIN if re.match(pattern, message)), "this cannot be understood")
        column = f" (column {place[2]})" if place and place[2] else ""
        hint = 'a setting is written name = "value", a list ["one", "two"]'
        raise CopydeskError(f"{where}:{line}: this is not valid TOML: {why}{column}; {hint}") from None


def _json(value: Any) -> Any:
    """A value as JSON would hold it; what JSON cannot hold becomes text, which no setting for numbers accepts."""
    if isinstance(value, dict):
        return {key: _json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_json(item) for item in value]
    if isinstance(value, float):
        return int(value) if value.is_integer() else value if math.isfinite(value) else str(value)
    return value.isoformat() if isinstance(value, date | time) else value
