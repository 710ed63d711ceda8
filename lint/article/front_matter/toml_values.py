"""TOML to values with a span for each key: Hugo's other front matter."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from lint.article.front_matter.data import Data, DataProblem
from lint.finding import Pointer, Span
from lint.text import Text

MAXIMUM_LENGTH = 50_000
"""No front matter comes near this."""

MAXIMUM_DEPTH = 32

_CHAIN = re.compile(r"(?:[\w\"'-]{1,40} ?\. ?){33}")
"""A key of so many parts: Python's reader takes time with their square."""
_VALUE = r'"{3}[^\r\n]*|' + r"'{3}[^\r\n]*|" + r'"(?:\\.|[^"\\\r\n])*"|' + r"'[^'\r\n]*'|[^#\r\n]*"
_STATEMENT = re.compile(
    rf"(?:^|(?<=[\r\n]))[ \t]*(?:(\[\[?)[ \t]*([\w.-]+)[ \t]*\]\]?|([\w-]+)[ \t]*=[ \t]*({_VALUE}))"
)
"""The head of a table, or a key with the first line of its value."""
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
    for at, key, place in _places(text, span):
        if at not in spans and _holds(values, at):
            spans[at] = Span(place.start, place.start + len(text[slice(*place)].rstrip()))
            if isinstance(at[-1], str):
                keys[at] = key
    return Data(values, spans, keys)


def _places(text: str, span: Span) -> Iterator[tuple[Pointer, Span, Span]]:
    """Each table and key that a line begins with: its pointer, its key's place and its value's."""
    table: Pointer = ()
    counts: Counter[str] = Counter()
    for match in _STATEMENT.finditer(text, *span):
        opening, head, key, _ = match.groups()
        if key:
            yield (*table, key), Span(*match.span(3)), Span(*match.span(4))
            continue
        table = tuple(head.split("."))
        yield table, Span(*match.span(2)), Span(match.start(1), match.end())
        if opening == "[[":
            table = (*table, counts[head])
            counts[head] += 1
            yield table, Span(*match.span(2)), Span(match.start(1), match.end())


def _holds(values: Any, at: Pointer) -> bool:
    """Whether the pointer leads somewhere: lines inside a long text may look like keys."""
    for part in at:
        known = isinstance(values, dict) if isinstance(part, str) else isinstance(values, list) and part < len(values)
        if not known or (isinstance(part, str) and part not in values):
            return False
        values = values[part]
    return True


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
