"""The text has changed in git since the day that `last_modified` names.

Why: The date tells readers how current the advice is. When the text moves on and the date does not, neither readers nor
search engines can tell. Changes to markup, white space, punctuation or front matter do not count.

Help: Set `last_modified` to the day of the last change.

Bad:

Committed 2026-01-05:

    ---
    title: Stretching
    last_modified: 2026-01-05
    ---

    Stretching eases stiffness in the lower back.

Committed 2026-06-01:

    ---
    title: Stretching
    last_modified: 2026-01-05
    ---

    Stretching and walking ease stiffness in the lower back.

Good:

Committed 2026-01-05:

    ---
    title: Stretching
    last_modified: 2026-01-05
    ---

    Stretching eases stiffness in the lower back.

Committed 2026-06-01:

    ---
    title: Stretching
    last_modified: 2026-06-01
    ---

    Stretching and walking ease stiffness in the lower back.
"""

import re
from collections.abc import Iterator
from datetime import date

from lint.article import Article
from lint.context import Context, Version
from lint.finding import Edit, Fix, Problem, Span, Unknown
from lint.rules import dates
from lint.rules.changes import DateLine, describe, rewording, since
from lint.rules.substance import same

_AT = ("front_matter", "last_modified")


def check(article: Article, context: Context) -> Iterator[Problem | Unknown]:
    """The words of the body must be those that stood when `last_modified` was written, or on that day."""
    modified = dates.day(article, "last_modified")
    if modified is None:
        return
    line = DateLine(article, "last_modified")

    def moves_the_date(version: Version) -> bool:
        """A commit that brings the date is described by it, whenever it was merged."""
        return line.day(version.text) != line.day(version.before or "")

    past = since(article, context, modified, moves_the_date)
    if isinstance(past, Unknown):
        yield past
    elif not same(past.base, article.text) and (change := rewording(past.changes)):
        message = f"The text was changed {describe(change)}, after `last_modified` ({modified})."
        yield Problem(_AT, message, f"Set `last_modified` to {change.day}.", _fix(article, change.day))


def _fix(article: Article, day: date) -> Fix | None:
    start, end = article.span(_AT)
    written = re.compile(r"\d{4}-\d\d-\d\d").search(article.text, start, end)
    return Fix(f"Set it to {day}", (Edit(Span(*written.span()), day.isoformat()),), safe=True) if written else None
