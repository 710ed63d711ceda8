"""What an article holds that is not read: a merge that was left unfinished, and prose inside raw HTML."""

import re
from collections.abc import Sequence

from lint.article.blocks import Block, flat
from lint.article.front_matter.data import DataProblem
from lint.article.lazy import lazy
from lint.finding import Span
from lint.text import Text

_TAG = lazy(r"<!--.*?(?:-->|\Z)|<[^<>]*>|<", re.DOTALL)
MINIMUM_WORDS = 12
"""Fewer words in a block of HTML are a button or a caption."""


def conflict(text: str) -> DataProblem | None:
    """The first place where git left both sides of a merge in the file (git-merge, "How conflicts are presented")."""
    start = _line(text, "<<<<<<< ", 0)
    middle = _line(text, "=======", start) if start >= 0 else -1
    end = _line(text, ">>>>>>> ", middle) if middle >= 0 else -1
    if end < 0:
        return None
    lines = Text(text)
    first, last = lines.position(start)[0], lines.position(end)[0]
    message = (
        f"Lines {first} to {last} hold an unfinished merge. Keep one of the two texts, and remove the three marks."
    )
    return DataProblem(message, Span(start, start + 7))


def _line(text: str, mark: str, start: int) -> int:
    """Where the next line begins with a mark; -1 where none does."""
    at = text.find(mark, start)
    while at > 0 and text[at - 1] not in "\r\n":
        at = text.find(mark, at + 1)
    return at


def hidden_words(blocks: Sequence[Block]) -> int:
    """How many words stand in blocks of raw HTML, where no rule sees them."""
    counts = (len(_TAG().sub(" ", block.text).split()) for block in flat(blocks) if block.kind == "html")
    return sum(count for count in counts if count >= MINIMUM_WORDS)
