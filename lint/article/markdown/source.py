"""The body of an article, line by line: its text with line feeds, and where each line ends in the file."""

import re

LINE_END = re.compile(r"\r\n|\n|\r")
BLANK = " \t\v\f"


class Source:
    """``file[start:]``; its lines count from 0."""

    def __init__(self, file: str, start: int) -> None:
        self.file = file
        body = file[start:]
        self.ends = [start + match.start() for match in LINE_END.finditer(body)]
        self.ends.append(len(file))
        self.text = LINE_END.sub("\n", body) if "\r" in body else body
        if not self.text.endswith("\n"):
            self.text += "\n"

    def words_end(self, line: int) -> int:
        """Where a line ends but for the white space at its end."""
        end = self.ends[line]
        while end and self.file[end - 1] in BLANK:
            end -= 1
        return end
