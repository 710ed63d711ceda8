"""`last_modified` was moved, but nothing else was changed.

Why: A fresh date on an old text tells readers that somebody looked at it. Moving the date alone fakes that. A review,
a fact-check or any other entry that moves with the date is a reason for it; white space and markup are none.

Help: Put the earlier date back, or record what was done: the review in `reviewed_by`, the correction in the text.

Bad:

Committed 2024-01-05:

    ---
    title: Stretching
    last_modified: 2024-01-05
    ---

    Stretching eases stiffness in the lower back.

Committed 2026-06-01:

    ---
    title: Stretching
    last_modified: 2026-06-01
    ---

    Stretching eases stiffness in the lower back.

Good:

Committed 2024-01-05:

    ---
    title: Stretching
    last_modified: 2024-01-05
    ---

    Stretching eases stiffness in the lower back.

Committed 2026-06-01:

    ---
    title: Stretching
    reviewed_by:
      - name: Jane Example
        role: medical
        on: 2026-05-30
    last_modified: 2026-06-01
    ---

    Stretching eases stiffness in the lower back.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from lint.article import Article
from lint.context import Context, Version
from lint.finding import Problem, Unknown
from lint.rules import dates
from lint.rules.changes import DateLine, describe
from lint.rules.substance import same, words


class _Move(NamedTuple):
    """The change that moved the date, the date before, and the text that this earlier date described."""

    change: Version
    earlier: date
    base: str


def check(article: Article, context: Context) -> Iterator[Problem | Unknown]:
    """Between the earlier date and now, a word of the body or of the rest of the front matter must have changed."""
    modified = dates.day(article, "last_modified")
    if modified is None:
        return
    line = DateLine(article, "last_modified")
    move = _move(article, context, line, modified)
    if isinstance(move, Unknown):
        yield move
    elif move and _say_the_same(line, move.base, article.text):
        message = f"Nothing but the date changed: `last_modified` was {move.earlier} and moved {describe(move.change)}."
        yield Problem(("front_matter", "last_modified"), message, data={"earlier": move.earlier.isoformat()})


def _move(article: Article, context: Context, line: DateLine, modified: date) -> _Move | Unknown | None:
    """The newest move of the date to a later one, with the last text that stood on the earlier date."""
    move = None
    for version in context.history.versions(article.path, article.text):
        if isinstance(version, Unknown):
            return version
        before = line.day(version.before or "")
        if move is None:
            if version.before is None or line.day(version.text) != modified:
                return None
            if before == modified:
                continue
            if before is None or before > modified:
                return None  # the date is new or was set back
            move = _Move(version, before, version.before)
        elif version.before is None or version.day <= move.earlier or before != move.earlier:
            break
        else:
            move = _Move(move.change, move.earlier, version.before)
    return move


def _say_the_same(line: DateLine, one: str, other: str) -> bool:
    """Whether two states have the same words in the body and, but for the date, in the front matter."""
    return same(one, other) and words(line.others(one)) == words(line.others(other))
