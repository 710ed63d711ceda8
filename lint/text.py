"""Text: character offsets to line and column and back, in characters and in UTF-16 units."""

import re
from bisect import bisect_right
from functools import cached_property

_LINE_END = re.compile(r"\r\n|\n|\r")


class Text:
    """A file's text as read (without a byte order mark, with its own line ends)."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._lines: dict[int, str] = {}

    @cached_property
    def line_starts(self) -> list[int]:
        """Offset of the first character of each line. Lines end at LF, CRLF or CR (CommonMark 0.31, 2.1)."""
        return [0, *(match.end() for match in _LINE_END.finditer(self.source))]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1, the column in characters."""
        offset = max(0, min(offset, len(self.source)))
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def utf16_position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 0, the column in UTF-16 units (Language Server Protocol 3.17)."""
        line, column = self.position(offset)
        start = self.line_starts[line - 1]
        return line - 1, len(self.source[start : start + column - 1].encode("utf-16-le", "surrogatepass")) // 2

    def offset(self, line: int, column: int = 1) -> int:
        """Offset of a line and column; clamped to the text."""
        if line > len(self.line_starts):
            return len(self.source)
        return min(self.line_starts[max(line, 1) - 1] + max(column, 1) - 1, len(self.source))

    def line(self, number: int) -> str:
        """The text of a line (from 1) without its line end; one string for all findings of an enormous line."""
        if number not in self._lines:
            start = self.offset(number)
            self._lines[number] = self.source[start : self.offset(number + 1)].rstrip("\r\n")
        return self._lines[number]
