"""How a closed issue ends for the readers who reported: corrected, no change, or still under review. Pure."""

import re
from datetime import date
from typing import NamedTuple

from bot.feedback.reading.redaction import redact
from bot.feedback.report import Status
from bot.markdown import clipped, seen
from lint.rules import dates

_LONGEST = 500
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LINK = re.compile(r"!?\[([^\[\]]*)\]\(([^()\s]*)\)")
_MARKS = re.compile(r"\*\*|__|`+|~~|^#{1,6} ", re.MULTILINE)


class Ending(NamedTuple):
    """What receipts show. ``on``: the day of the correction, or of the closing; ``answer``: why nothing was changed."""

    status: Status
    on: date
    answer: str = ""


def ending(reason: str, then: str | None, now: str | None, today: date, why: str = "") -> Ending | None:
    """The end of a report whose issue was closed; None while it stays under review.

    ``reason``: GitHub's ``state_reason``. ``then``, ``now``: ``last_modified`` on the default branch when the report
    came in, and today; None where that is not known. Closing alone corrects nothing: the date must have moved on.
    """
    if reason == "not_planned":
        return Ending(Status.NO_CHANGE, today, why)
    if reason != "completed" or then is None or now is None:
        return None
    before, after = dates.parse(then), dates.parse(now)
    if after is None or (before is not None and after <= before):
        return None
    return Ending(Status.CORRECTED, after)


def plain(comment: str) -> str:
    """A maintainer's comment as a reader may see it: no markup, nothing quoted, nothing personal; else nothing."""
    text = _COMMENT.sub(" ", comment[:4000].replace("\r\n", "\n"))
    lines = (line for line in text.split("\n") if not line.lstrip().startswith(">"))
    text = _MARKS.sub("", _LINK.sub(r"\1 (\2)", "\n".join(lines)))
    clean = redact(seen(text))
    return clipped(clean.text, _LONGEST) if clean.confident else ""
