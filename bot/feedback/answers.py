"""What becomes of an issue that a reader opened: its new text, its labels, what is said to the reader. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from bot.feedback.forms import Form, filled
from bot.feedback.issues import Draft, Voice
from bot.feedback.issues.draft import KINDS, reporting
from bot.feedback.reading import Reading
from bot.feedback.report import LABEL, Kind, Queue, Report
from bot.markdown import prose
from bot.markers import marker

LOOK = "needs look"
_REMOVED = "The text of this report was removed: it seemed to hold words that are nobody else's business."
_EDITS = (
    "GitHub keeps what stood here before in the history of the text, under *edited*; whoever may write to the "
    "repository can delete that."
)
_THANKS = "Thank you. Maintainers look at this; whatever comes of it is said here."
_CRISIS = (
    "We are sorry that you are going through this. Nobody can help you here: please call the emergency number of your "
    "country now, or talk to somebody whom you trust. {help}"
)
_ADVERSE = (
    "Thank you. This reads like a side effect of a medicine. Please speak to a doctor or a pharmacist, and report it "
    "to the medicines authority of your country: we cannot do that for you."
)
_DOUBT = (
    "Thank you. What you wrote may hold personal data, so we took it out. Please tell us again what is wrong with the "
    "article, without names, numbers or addresses."
)
_PARTLY = "What looked like personal data was taken out of your text."
_UNKNOWN = "Thank you. We do not know this article; a maintainer looks at it. Please add the address of its page."
VOICE = "<!-- copydesk:voice "
"""How each further voice begins."""
_READERS = re.compile(r"<!-- copydesk:feedback \w{1,64} -->\r?\n<!-- copydesk:readers (\d{1,6}) -->")
_COUNT = re.compile(r"^(?:One reader reports|[\d,]+ readers report) ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Answer:
    """``changes``: of the issue, as GitHub's API names them. ``comment``: for the reader; it begins with ``sign``.

    ``is_urgent``: the text must go before anything else is done.
    """

    changes: dict[str, Any] = field(default_factory=dict)
    comment: str = ""
    sign: str = ""
    is_urgent: bool = False


def private(reading: Reading, help_text: str) -> Answer:
    """Words of somebody in danger, a suspected side effect, personal data: the text goes at once."""
    changes: dict[str, Any] = {"title": "Reader feedback (removed)", "body": _REMOVED, "labels": [LABEL, LOOK]}
    said = _DOUBT
    if reading.crisis:
        said = _CRISIS.format(help=prose(help_text)).strip()
        changes |= {"state": "closed", "state_reason": "not_planned"}
    elif reading.adverse:
        said = _ADVERSE
    return Answer(changes, *_said("removed", said, _EDITS), is_urgent=True)


def suspected(form: Form, reading: Reading) -> Answer:
    """Suspected spam stays as it is, for a maintainer; but for personal data."""
    return Answer({**_redacted(form, reading), "labels": [LABEL, LOOK]})


def unknown(form: Form, reading: Reading) -> Answer:
    """No article of ours."""
    return Answer({**_redacted(form, reading), "labels": [LABEL, LOOK]}, *_said("unknown", _UNKNOWN))


def first(wanted: Draft, reading: Reading, queue: Queue) -> Answer:
    """The issue becomes that of its article, section and kind. The comment carries the marker: text can be edited by
    whoever opened the issue, a comment of ours cannot."""
    waiting = queue is Queue.WAITING
    labels = [*wanted.labels, *([LOOK] if waiting else [])]
    changes: dict[str, Any] = {"title": wanted.title, "body": wanted.body, "labels": labels}
    if wanted.assignees and not waiting:
        changes["assignees"] = list(wanted.assignees)
    return Answer(changes, "\n".join((wanted.marker, "", *_lines(_THANKS, reading))), wanted.marker)


def another(form: Form, reading: Reading, number: int) -> Answer:
    """There is an issue for it: this one is closed as its duplicate."""
    said = f"Thank you. Others reported this too: what comes of it is said in #{number}."
    changes = {**_redacted(form, reading), "labels": [LABEL], "state": "closed", "state_reason": "duplicate"}
    return Answer(changes, *_said("another", *_lines(said, reading)))


def voice(report: Report, reading: Reading, sender: str) -> Voice:
    """What may be published of a report."""
    return Voice(
        report.received.date(), reading.comment.text, reading.passage.text, report.language, sender, reading.risks
    )


def added(one: Voice, kind: Kind, key: str) -> Answer:
    """The comment on the issue of the group. ``key``: of the report, so that it is said once."""
    sign = marker("voice", key)
    said = prose(one.comment, 600) or "no words"
    head = f"Another reader reports this ({KINDS[kind]}, {one.received.isoformat()}):"
    quoted = [f"> {prose(one.passage, 600)}", ""] if one.passage else []
    return Answer(comment="\n".join((sign, head, "", *quoted, f"- {said}")), sign=sign)


def counted(body: str, comments: Iterable[str]) -> str:
    """An issue's text with the number of readers who reported it: those whom it was written for, and the voices among
    our comments."""
    found = _READERS.match(body)
    count = (int(found[1]) if found else 1) + sum(text.startswith(VOICE) for text in comments)
    return _COUNT.sub(f"{reporting(count)} ", body, count=1)


def _redacted(form: Form, reading: Reading) -> dict[str, Any]:
    if not (reading.comment.removed or reading.passage.removed or reading.comment.doubts or reading.passage.doubts):
        return {}
    body = filled(form.article, form.kind, reading.passage.text, reading.comment.text)
    return {"title": "Reader feedback", "body": body}


def _lines(said: str, reading: Reading) -> tuple[str, ...]:
    removed = reading.comment.removed or reading.passage.removed
    return (said, _PARTLY, _EDITS) if removed else (said,)


def _said(kind: str, *lines: str) -> tuple[str, str]:
    """A comment and its sign."""
    sign = marker("answer", kind)
    return "\n\n".join((sign, *lines)), sign
