"""The outbox: groups whose issue is to be written. A worker claims one; a claim ends by itself when the worker dies."""

from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import Connection, Update, delete, select, update

from bot.feedback.issues import Group, Voice
from bot.feedback.report import Kind, Queue, Risk, Status
from bot.feedback.store.once import insert_once
from bot.feedback.store.tables import groups, outbox, reports

LEASE = timedelta(minutes=5)


class Work(NamedTuple):
    """A claimed group. ``issue``: its number, if any. ``posting``: since when the answer to a POST is missing."""

    id: int
    group_id: int
    group: Group
    issue: int | None
    posting: datetime | None
    attempts: int
    wanted: int
    worker: str


def wish(connection: Connection, group: int, at: datetime) -> None:
    """A group's issue is to be written (again)."""
    found = connection.execute(update(outbox).where(outbox.c.group_id == group).values(wanted=outbox.c.wanted + 1))
    if not found.rowcount:
        insert_once(connection, outbox, group_id=group, due=at, attempts=0, wanted=1)


def claim(connection: Connection, worker: str, at: datetime, lease: timedelta = LEASE) -> Work | None:
    """The work that is due longest, for one worker, until the lease ends; None when there is none."""
    wanted = select(outbox).where(outbox.c.due <= at).order_by(outbox.c.due).limit(1).with_for_update(skip_locked=True)
    row = connection.execute(wanted).one_or_none()
    if row is None:
        return None
    taken = update(outbox).where(outbox.c.id == row.id)
    connection.execute(taken.values(claimed_by=worker, due=at + lease, attempts=row.attempts + 1))
    group = connection.execute(select(groups).where(groups.c.id == row.group_id)).one()
    found = Group(group.article, group.section, Kind(group.kind), tuple(voices(connection, row.group_id)))
    return Work(row.id, row.group_id, found, group.issue, group.posting, row.attempts + 1, row.wanted, worker)


def voices(connection: Connection, group: int) -> list[Voice]:
    """What may be published of a group's reports, oldest first."""
    wanted = (
        select(reports).where(reports.c.group_id == group, reports.c.queue == Queue.ISSUE.value).order_by(reports.c.id)
    )
    return [
        Voice(
            row.received.date(),
            row.clean_comment or "",
            row.clean_passage or "",
            row.language,
            row.sender,
            frozenset(map(Risk, row.risks or ())),
        )
        for row in connection.execute(wanted)
    ]


def posting(connection: Connection, work: Work, at: datetime) -> bool:
    """Notes that a POST begins; False where the claim has gone to another worker meanwhile."""
    if not _is_mine(connection, work):
        return False
    connection.execute(update(groups).where(groups.c.id == work.group_id).values(posting=at))
    return True


def done(connection: Connection, work: Work, issue: int, at: datetime) -> None:
    """The issue stands as it was wanted. A wish that came meanwhile is worked off next."""
    group = update(groups).where(groups.c.id == work.group_id)
    connection.execute(group.values(issue=issue, posting=None))
    connection.execute(group.where(groups.c.opened.is_(None)).values(opened=at))
    connection.execute(_received(work.group_id).values(status=Status.UNDER_REVIEW.value, status_on=at.date()))
    gone = delete(outbox).where(outbox.c.id == work.id, outbox.c.wanted == work.wanted)
    if not connection.execute(gone).rowcount:
        connection.execute(update(outbox).where(outbox.c.id == work.id).values(due=at, attempts=0, error=None))


def failed(connection: Connection, work: Work, error: str, again: datetime, refused: bool = False) -> None:
    """The work is to be tried again; ``refused``: GitHub said no, so nothing was made."""
    if refused:
        connection.execute(update(groups).where(groups.c.id == work.group_id).values(posting=None))
    mine = update(outbox).where(outbox.c.id == work.id, outbox.c.claimed_by == work.worker)
    connection.execute(mine.values(due=again, error=error[:500]))


def _received(group: int) -> Update:
    """The reports of a group whose receipts still say that they were received."""
    return update(reports).where(reports.c.group_id == group, reports.c.status == Status.RECEIVED.value)


def _is_mine(connection: Connection, work: Work) -> bool:
    row = connection.execute(select(outbox.c.claimed_by, outbox.c.attempts).where(outbox.c.id == work.id)).one_or_none()
    return row is not None and row.claimed_by == work.worker and row.attempts == work.attempts
