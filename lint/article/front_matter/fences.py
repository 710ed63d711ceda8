"""Where front matter begins and ends."""

import re
from functools import lru_cache

from lint.article.front_matter.data import Data, DataProblem
from lint.finding import Span

_OPENING = re.compile(r"(---|\+\+\+)[ \t]*(?:\r\n|\n|\r|\Z)")
_CLOSING = {
    "---": re.compile(r"(?:^|(?<=[\r\n]))(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)"),
    "+++": re.compile(r"(?:^|(?<=[\r\n]))\+\+\+[ \t]*(?:\r\n|\n|\r|\Z)"),
}
_KEY_LINE = re.compile(r"[\w-]+[ \t]*[:=]")


@lru_cache(maxsize=8)  # several ask in turn for the same text
def split(text: str) -> tuple[Span | None, int]:
    """The span between the opening and closing line, and where the body starts: ``(None, 0)`` without front matter."""
    opening = _OPENING.match(text)
    closing = opening and _CLOSING[opening[1]].search(text, opening.end())
    if not opening or not closing:
        return None, 0
    return Span(opening.end(), closing.start()), closing.end()


def unclosed(text: str) -> Data:
    """Text without front matter. A first ``---`` with a key below it was meant as one; any other is a line drawn."""
    opening = _OPENING.match(text)
    if not opening or not _KEY_LINE.match(text, opening.end()):
        return Data(None)
    fence = opening[1]
    message = f"The front matter that line 1 opens is never closed. Put a line with `{fence}` below its last key."
    return Data(None, problems=(DataProblem(message, Span(0, len(fence))),))
