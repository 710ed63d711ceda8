"""The text was changed in substance after its last review.

Why: A reviewer vouches for the words that stood on the day. What was added later carries a name that never saw it.

Help: Ask the reviewer to look at the changes and to sign them with a new date in `reviewed_by`.

Bad:

Committed 2026-01-05:

    ---
    title: Stretching
    reviewed_by:
      - name: Jane Example
        role: medical
        on: 2026-01-05
    ---

    Stretching eases stiffness in the lower back.

Committed 2026-06-01:

    ---
    title: Stretching
    reviewed_by:
      - name: Jane Example
        role: medical
        on: 2026-01-05
    ---

    Stretching eases stiffness in the lower back. Hold each stretch for half a minute and repeat it three times, twice a
    day.

Good:

Committed 2026-01-05:

    ---
    title: Stretching
    reviewed_by:
      - name: Jane Example
        role: medical
        on: 2026-01-05
    ---

    Stretching eases stiffness in the lower back.

Committed 2026-06-01:

    ---
    title: Stretching
    reviewed_by:
      - name: Jane Example
        role: medical
        on: 2026-01-05
    ---

    Stretching eases stiffness of the lower back.
"""

from collections.abc import Iterator
from typing import NamedTuple

from lint.article import Article
from lint.context import Context, Version
from lint.finding import Problem, Unknown
from lint.rules import dates
from lint.rules.changes import describe, rewording, since
from lint.rules.common import paragraphs
from lint.rules.substance import body, difference, head, pairs, words


class Options(NamedTuple):
    """What is more than a correction."""

    minimum_words: int = 10
    """How many words must have been added or removed; a corrected typo is one of each."""


def check(article: Article, context: Context) -> Iterator[Problem | Unknown]:
    """The words of the body must be those of the review, but for corrections."""
    reviews = dates.signed(article, "reviewed_by")
    if not reviews:
        return
    day, pointer = reviews[-1]

    def signs(version: Version) -> bool:
        """A commit that brings the review is the one that was reviewed, whenever it was merged."""
        return day.isoformat() in head(version.text) and day.isoformat() not in head(version.before or "")

    past = since(article, context, day, signs)
    if isinstance(past, Unknown):
        yield past
        return
    change = rewording(past.changes)
    if change is None:
        return
    before = body(past.base)
    added, removed = difference(before, body(article.text))
    if max(added, removed) >= context.options(Options).minimum_words:
        what = f"{_count(added, removed)}{_where(article, before)}, last {describe(change)}"
        yield Problem(pointer, f"Since the review of {day}: {what}.", data={"added": added, "removed": removed})


def _count(added: int, removed: int) -> str:
    parts = [f"{n} word{'s' * (n != 1)} {how}" for n, how in ((added, "added"), (removed, "removed")) if n]
    return " and ".join(parts)


def _where(article: Article, before: list[str]) -> str:
    """The headings of the sections that say what the earlier text did not: at most three by name."""
    known = pairs(before)
    changed = dict.fromkeys(
        section["heading"] or "the opening"
        for pointer, _, section in paragraphs(article)
        if not pairs(words(article.source(pointer))) <= known
    )
    names = [f"“{heading}”" if heading != "the opening" else heading for heading in changed]
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return f" (in {', '.join(names[:3])}{more})" if names else ""
