"""The open reports of readers whose passages a pull request touches, found in the text of their issues. Pure."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote

from bot.feedback.issues.draft import KINDS
from bot.feedback.passages import place
from bot.feedback.report import Kind
from bot.markers import is_of
from bot.state import OpenIssue, PullRequest
from bot.subjects import Subject
from lint.rules import dates

_FILE = re.compile(r"/blob/[0-9a-f]{7,64}/([^\s?#)]{1,2000})")
_PASSAGE = "\n### The passage\n"
_CLOSES = re.compile(r"\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):? +#(\d{1,9})\b", re.IGNORECASE)
_KIND = "kind: "


class Reported(NamedTuple):
    """An open issue on a passage that is touched. ``section``: its heading at the merge base, empty where no passage
    was marked. ``correction``: the pull request closes the issue, and the article does not yet say so."""

    number: int
    kind: Kind
    path: str
    section: str = ""
    correction: bool = False


def reported(subjects: Iterable[Subject], issues: Iterable[OpenIssue], pull: PullRequest) -> Iterator[Reported]:
    """Those of the open issues with the label for feedback that the pull request touches, the oldest first."""
    by_path = {path: one for one in subjects for path in (one.path, one.file.before) if path}
    closed = {int(number) for number in _CLOSES.findall(f"{pull.title}\n{pull.body}")}
    for issue in sorted(issues, key=lambda one: one.number):
        path, words = _passage(issue.body) if is_of(issue.body, "feedback") else ("", "")
        subject = by_path.get(path)
        section = _touched(subject, words) if subject else None
        if subject is not None and section is not None:
            is_new = issue.number in closed and issue.number not in _corrected(subject)
            yield Reported(issue.number, _kind(issue), subject.path, section, is_new)


def _passage(body: str) -> tuple[str, str]:
    """The article that an issue is about, and the words that it quotes."""
    _, _, rest = body.replace("\r\n", "\n").partition(_PASSAGE)
    part = rest.partition("\n### ")[0]
    found = _FILE.search(part)
    quoted = next((line[2:] for line in part.split("\n") if line.startswith("> ")), "")
    return unquote(found[1]) if found else "", unescape(quoted)


def _touched(subject: Subject, words: str) -> str | None:
    """The section of a passage that is changed or gone; None where it stands as it did, or was gone before."""
    if subject.before is None:
        return None
    if not words:
        return ""
    was = place(subject.before, words)
    now = place(subject.after, words) if was and subject.after else None
    return was.heading if was and (now is None or now.words != was.words) else None


def _corrected(subject: Subject) -> set[int]:
    """The issues that the article's ``corrections`` name already."""
    listed = dates.front(subject.after, "corrections") if subject.after else None
    entries = listed if isinstance(listed, list) else []
    return {one["issue"] for one in entries if isinstance(one, dict) and isinstance(one.get("issue"), int)}


def _kind(issue: OpenIssue) -> Kind:
    named = (label.removeprefix(_KIND) for label in issue.labels if label.startswith(_KIND))
    return next((Kind(name) for name in named if name in KINDS), Kind.OTHER)
