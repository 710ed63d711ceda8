"""Steps: sections that tell how to do a thing, which is no claim about it."""

import re
from collections.abc import Sequence

from lint.article.lazy import lazy
from lint.article.sections.pieces import Prose

_HOW_TO = lazy(
    r"(?:how (?:to|do (?:you|i))|steps (?:to|for)) (?:do|perform|practi[sc]e|make|prepare|cook|bake|use|apply|measure"
    r"|take|clean|wash|set up|put on)\b",
    re.IGNORECASE,
)


def are_steps(heading: str, prose: Sequence[Prose]) -> bool:
    """Whether a section is headed as instructions, and most of its words stand in numbered items."""
    if not _HOW_TO().match(heading):
        return False
    numbered = sum(piece.words for piece in prose if piece.item and piece.item.number is not None)
    return numbered * 2 > sum(piece.words for piece in prose)
