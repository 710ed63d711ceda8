"""Comments of ours in front matter, and the keys that they stand beside."""

import re
from collections.abc import Iterator

from lint.finding import Span

_LINE = re.compile(r"[^\r\n]*")
_OURS = re.compile(r"(?:^|(?<=\s))#\s*copydesk\s")
_KEY = re.compile(r"\s*(?:-\s+)*(?:[\w.-]+\s*[:=]\s*)?")
_BLOCK_TEXT = re.compile(r"[:-]\s+[|>][+-]?\d?[+-]?\s*(?:#.*)?$")


def comments(text: str, body: int) -> Iterator[tuple[Span, Span]]:
    """Each comment with where it counts: its key's value; on a line of its own the whole front matter."""
    found = [(match.start(), match[0]) for match in _LINE.finditer(text, 0, body) if match[0]]
    text_indent: int | None = None
    for at, (start, line) in enumerate(found):
        indent = _indent(line)
        if text_indent is not None and indent > text_indent:
            continue  # the lines of a block of text (`|` or `>`) are its words
        text_indent = indent if _BLOCK_TEXT.search(line) else None
        ours = _OURS.search(line)
        if not ours or _is_quoted(line[: ours.start()]):
            continue
        end = _value_end(found, at) if line[: ours.start()].strip() else body
        yield Span(start + ours.start(), start + len(line)), Span(start if end != body else 0, end)


def _value_end(found: list[tuple[int, str]], at: int) -> int:
    """Where the value of the key on a line ends: before the next line that is not indented below it."""
    start, line = found[at]
    indent, is_item = _indent(line), line.lstrip().startswith("- ")
    end = start + len(line)
    for below_start, below in found[at + 1 :]:
        deeper = _indent(below) > indent or (
            _indent(below) == indent and below.lstrip().startswith("- ") and not is_item
        )
        if not deeper:
            break
        end = below_start + len(below)
    return end


def _is_quoted(before: str) -> bool:
    """Whether what stands before leaves a quotation open: then the comment is part of the value."""
    value = _KEY.sub("", before, count=1)
    quote = value[:1]
    if quote not in ("'", '"'):
        return False
    return not re.fullmatch(r'"(?:\\.|[^"\\])*"\s*' if quote == '"' else r"'(?:[^']|'')*'\s*", value)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
