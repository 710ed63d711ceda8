"""Writes one wanted issue: looked for before it is made, made once, brought up to date after."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from hashlib import sha256

from bot.feedback import answers
from bot.feedback.desk import Desk
from bot.feedback.issues import Draft, Group, draft, merged
from bot.feedback.report import LABEL
from bot.feedback.store import Store, outbox
from bot.feedback.store.outbox import LEASE, Work
from bot.github.errors import GitHubError, LimitedError, RefusedError
from bot.github.issues import Issues

LOOKS = 5
"""How often to look, while a lease lasts, for an issue whose making got no answer: GitHub's listings may be late."""


class Outcome(StrEnum):
    """What became of a piece of work; empty, and false, where there was none."""

    NONE = ""
    CREATED = "created"
    UPDATED = "updated"
    WAITING = "waiting"
    """A POST got no answer: wait and see whether it made the issue."""
    FAILED = "failed"


def publish(store: Store, issues: Issues, desk: Desk, worker: str, at: datetime, lease: timedelta = LEASE) -> Outcome:
    """Takes one piece of work. What fails stays in the outbox and says why."""
    with store.begin() as connection:
        work = outbox.claim(connection, worker, at, lease)
    if work is None:
        return Outcome.NONE
    try:
        outcome, number = _write(store, issues, desk, work, at, lease)
    except GitHubError as error:
        again, refused = at + _rest(error, work.attempts, lease), isinstance(error, RefusedError | LimitedError)
        with store.begin() as connection:
            outbox.failed(connection, work, str(error), again, refused)
        return Outcome.FAILED
    with store.begin() as connection:
        if number is not None:
            outbox.done(connection, work, number, at)
        else:
            outbox.failed(connection, work, "waiting to see whether it was made", at + lease / LOOKS)
    return outcome


def _write(
    store: Store, issues: Issues, desk: Desk, work: Work, at: datetime, lease: timedelta
) -> tuple[Outcome, int | None]:
    """What was done, and the issue's number; None where it must be waited for."""
    passage = next((voice.passage for voice in reversed(work.group.voices) if voice.passage), "")
    wanted = draft(work.group, desk.facts(work.group.article, passage))
    number = work.issue or issues.find(wanted.marker, LABEL)
    if number is not None:
        _update(issues, number, wanted, work.group)
        return Outcome.UPDATED, number
    if work.posting is not None and at - work.posting < lease:
        return Outcome.WAITING, None
    with store.begin() as connection:
        if not outbox.posting(connection, work, at):
            return Outcome.WAITING, None
    return Outcome.CREATED, _create(issues, wanted)


def _create(issues: Issues, wanted: Draft) -> int:
    """A person who cannot be assigned, having left perhaps, must not keep the issue from being made."""
    try:
        return issues.create(wanted.title, wanted.body, wanted.labels, wanted.assignees)
    except RefusedError as error:
        if error.status != 422 or not wanted.assignees:
            raise
        return issues.create(wanted.title, wanted.body, wanted.labels, ())


def _update(issues: Issues, number: int, wanted: Draft, group: Group) -> None:
    """Only what differs: no call that writes where nothing changed. Labels that people set stay.

    An issue that a reader opened keeps its text, and gets a comment for each voice: so it is told of by GitHub's form.
    """
    found, told = issues.read(number), issues.own_comments(number)
    if issues.is_own(found):
        body = merged(found.body, wanted.body)
    else:
        told += _tell(issues, number, group, told)
        body = found.body
    changes: dict[str, object] = {}
    if (body := answers.counted(body, told)) != found.body:
        changes["body"] = body
    labels = [name for name in found.labels if name != answers.LOOK]
    labels += [name for name in wanted.labels if name not in labels]
    if labels != list(found.labels):
        changes["labels"] = labels
    if not found.is_open:
        changes["state"] = "open"
    if changes:
        issues.update(number, **changes)


def _tell(issues: Issues, number: int, group: Group, told: Sequence[str]) -> list[str]:
    """Says what was not said yet; gives it."""
    new = []
    earlier: Counter[tuple[str, date]] = Counter()
    for voice in group.voices:
        who = voice.sender, voice.received
        earlier[who] += 1
        key = sha256(f"{who} {earlier[who]}".encode()).hexdigest()[:16]
        said = answers.added(voice, group.kind, key)
        if not any(text.startswith(said.sign) for text in told):
            issues.say(number, said.comment, said.sign)
            new.append(said.comment)
    return new


def _rest(error: GitHubError, attempts: int, lease: timedelta) -> timedelta:
    if isinstance(error, LimitedError):
        return timedelta(seconds=error.seconds)
    return timedelta(seconds=lease.total_seconds() / 10 * (1 << min(attempts, 7)))
