"""Reports that come by GitHub itself, without a server or a store: by the issue form, or by ``repository_dispatch``."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import islice
from typing import Any, NamedTuple

from bot.feedback import answers, forms, intake
from bot.feedback.answers import LOOK, Answer
from bot.feedback.desk import Desk
from bot.feedback.issues import Draft, Group, draft
from bot.feedback.passages import place
from bot.feedback.reading import Reading, read
from bot.feedback.report import LABEL, Queue, Report
from bot.feedback.settings import FeedbackSettings
from bot.feedback.triage import Decision, Seen, decide
from bot.github.errors import RefusedError
from bot.github.issues import Issue, Issues
from lint.finding import CopydeskError

_MOST = 1000
"""Of the newest issues with our label, how many are looked at."""


class Done(NamedTuple):
    """What was done, for the log: nothing of what the reader wrote. ``is_kept``: GitHub has the report."""

    what: str
    is_kept: bool = True


class Public:
    """Takes reports in where everything is public. Every method may raise `GitHubError`."""

    def __init__(
        self, issues: Issues, desk: Desk, find: intake.Find, settings: FeedbackSettings, received: datetime
    ) -> None:
        self._issues, self._desk, self._find = issues, desk, find
        self._settings, self._received = settings, received

    def take(self, event: Mapping[str, Any]) -> Done:
        """What has happened on GitHub, as Actions tell it."""
        if "client_payload" in event:
            return self.dispatched(event["client_payload"])
        try:
            number = int(event["issue"]["number"])
        except (KeyError, TypeError, ValueError):
            raise CopydeskError("the event holds no issue and no client_payload: give that of the workflow") from None
        return self.opened(number)

    def opened(self, number: int) -> Done:
        """An issue was opened: by the form, or not. It is read anew, so a second run does nothing twice."""
        issue = self._issues.read(number)
        form = forms.parse(issue.title, issue.body)
        if form is None:
            return Done(f"#{number} was not written with the form, or is done already.")
        report = forms.report(form, self._find(form.article) or "", self._received)
        reading = read(report)
        if reading.crisis or reading.adverse:
            return self._answer(issue, answers.private(reading, self._help()), "its text was removed")
        if not report.article:
            return self._answer(issue, answers.unknown(form, reading), "it names no article of ours")
        wanted = self._draft(report, reading, issue.author)
        listed = self._listed(number)
        there = self._issues.marked(wanted.marker, listed)
        decision = self._decide(report, reading, there, listed, issue.author)
        if decision.queue is Queue.PRIVATE:
            return self._answer(issue, answers.private(reading, ""), "its text was removed")
        if decision.queue is Queue.QUARANTINE:
            return self._answer(issue, answers.suspected(form, reading), "; ".join(decision.reasons))
        if there is None:
            return self._answer(issue, answers.first(wanted, reading, decision.queue), "; ".join(decision.reasons))
        self._add(there, report, reading, issue.author, wanted, f"issue-{number}", decision.queue)
        return self._answer(issue, answers.another(form, reading, there.number), f"added to #{there.number}")

    def dispatched(self, payload: Any) -> Done:
        """Somebody's own form sent a report. What may not be public is said in the log, and stays with that form."""
        try:
            report = intake.report(payload, self._find, self._received)
        except intake.RefusedError as error:
            raise CopydeskError(f"client_payload: {error}") from None
        reading = read(report)
        wanted = self._draft(report, reading, "")
        listed = self._listed(0)
        there = self._issues.marked(wanted.marker, listed)
        decision = self._decide(report, reading, there, listed, "")
        if decision.queue not in (Queue.ISSUE, Queue.WAITING) or decision.broken:
            is_yes = decision.queue is Queue.COUNTED
            reasons = "; ".join(decision.reasons) or "an answer of Yes"
            return Done(f"Not published ({reasons}): it stays with the form that sent it.", is_yes)
        if there is not None:
            key = sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()[:16]
            self._add(there, report, reading, "", wanted, key, decision.queue)
            return Done(f"Added to #{there.number}.")
        labels = (*wanted.labels, *([LOOK] if decision.queue is Queue.WAITING else []))
        return Done(f"Made #{self._issues.create(wanted.title, wanted.body, labels, ())}.")

    def _draft(self, report: Report, reading: Reading, sender: str) -> Draft:
        article = self._desk.article(report.article) if report.passage else None
        found = place(article, report.passage) if article else None
        voices = (answers.voice(report, reading, sender),)
        group = Group(report.article, found.heading if found else "", reading.kind, voices)
        return draft(group, self._desk.facts(report.article, report.passage))

    def _decide(
        self, report: Report, reading: Reading, there: Issue | None, listed: list[Issue], author: str
    ) -> Decision:
        """By the same rules as with a store, from what GitHub can tell."""
        hour = _moment(self._received - timedelta(hours=1))
        today = self._received.astimezone(UTC).date().isoformat()
        seen = Seen(
            by_sender=sum(one.author == author and one.created > hour for one in listed) if author else 0,
            issues_today=0 if author else sum(one.created >= today for one in listed),
            has_issue=there is not None and there.is_open,
        )
        return decide(report, reading, seen, self._settings.thresholds)

    def _listed(self, but: int) -> list[Issue]:
        return [one for one in islice(self._issues.labelled(LABEL), _MOST) if one.number != but]

    def _add(
        self, there: Issue, report: Report, reading: Reading, sender: str, wanted: Draft, key: str, queue: Queue
    ) -> None:
        """One more voice, counted in the text. The second one settles what waited for it; a closed issue is opened."""
        said = answers.added(answers.voice(report, reading, sender), reading.kind, key)
        self._issues.say(there.number, said.comment, said.sign)
        waits = queue is Queue.WAITING and not there.is_open
        labels = [*(name for name in there.labels if name != LOOK), *([LOOK] if waits else [])]
        labels += [name for name in wanted.labels if name not in labels]
        changes: dict[str, Any] = {"labels": labels} if labels != list(there.labels) else {}
        if (body := answers.counted(there.body, self._issues.own_comments(there.number))) != there.body:
            changes["body"] = body
        if not there.is_open:
            changes["state"] = "open"
        if changes:
            self._change(there.number, changes)

    def _answer(self, issue: Issue, answer: Answer, what: str) -> Done:
        """Changes the issue last, for then a second run finds nothing left to do; what is urgent goes first."""
        kept = [name for name in issue.labels if name not in answer.changes["labels"]]
        changes = {**answer.changes, "labels": [*answer.changes["labels"], *kept]}
        if answer.is_urgent:
            self._change(issue.number, changes)
        if answer.comment:
            self._issues.say(issue.number, answer.comment, answer.sign)
        if not answer.is_urgent:
            self._change(issue.number, changes)
        return Done(f"#{issue.number}: {what}.")

    def _change(self, number: int, changes: Mapping[str, Any]) -> None:
        """Somebody who cannot be assigned must not keep the rest from being done."""
        try:
            self._issues.update(number, **changes)
        except RefusedError as error:
            if error.status != 422 or "assignees" not in changes:
                raise
            self._issues.update(number, **{name: value for name, value in changes.items() if name != "assignees"})

    def _help(self) -> str:
        texts = self._settings.help
        return texts.get("en") or next(iter(texts.values()), "")


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
