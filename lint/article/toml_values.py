"""TOML to values with a span for each top-level key: Hugo's other front matter."""

import re
import tomllib
from datetime import date, datetime, time
from typing import Any

from lint.article.data import Data, DataProblem
from lint.finding import Pointer, Span
from lint.text import Text

MAXIMUM_LENGTH = 50_000
"""No front matter comes near this."""

MAXIMUM_DEPTH = 32

_CHAIN = re.compile(r"(?:[\w\"'-]{1,40} ?\. ?){33}")
"""A key of so many parts: Python's reader takes time with their square."""
_KEY = re.compile(r"(?:^|(?<=[\r\n]))[ \t]*([\w-]+)[ \t]*=[ \t]*([^\r\n]*)")
_TABLE = re.compile(r"(?:^|(?<=[\r\n]))[ \t]*\[")
_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")


def read_toml(text: str, span: Span) -> Data:
    """The values, dates as they are written; a key's span and its value's first line."""
    source = text[span.start : span.end]
    if len(source) > MAXIMUM_LENGTH or _CHAIN.search(source):
        return Data(None, problems=(DataProblem("The front matter is too long to be read. Shorten it.", span),))
    try:
        values = _plain(tomllib.loads(source.replace("\r\n", "\n").replace("\r", "\n")))
    except (ValueError, RecursionError) as error:
        return Data(None, problems=(_problem(str(error), text, span),))
    keys: dict[Pointer, Span] = {}
    spans: dict[Pointer, Span] = {(): span}
    table = _TABLE.search(source)
    for match in _KEY.finditer(text, span.start, span.start + table.start() if table else span.end):
        if match[1] in values and (match[1],) not in keys:
            keys[match[1],] = Span(*match.span(1))
            spans[match[1],] = Span(match.start(2), match.start(2) + len(match[2].rstrip()))
    return Data(values, spans, keys)


def _problem(complaint: str, text: str, span: Span) -> DataProblem:
    place = _PLACE.search(complaint)
    lines = Text(text)
    line = lines.position(span.start)[0] + (int(place[1]) - 1 if place else 0)
    start = lines.offset(line)
    message = f"Line {line} is not valid TOML. Write each line as `key = value`, text in double quotation marks."
    return DataProblem(message, Span(start, start + len(lines.line(line))))


def _plain(value: Any, depth: int = 0) -> Any:
    if depth > MAXIMUM_DEPTH:
        raise ValueError("nested too deep")
    if isinstance(value, dict):
        return {key: _plain(child, depth + 1) for key, child in value.items()}
    if isinstance(value, list):
        return [_plain(child, depth + 1) for child in value]
    return value.isoformat() if isinstance(value, date | datetime | time) else value
