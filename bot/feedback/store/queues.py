"""What a maintainer sees of the reports, and what they decide: approve, reject."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select, update

from bot.feedback.report import Kind, Queue, Risk, Status
from bot.feedback.store.tables import contacts, groups, reports
from bot.feedback.store.unread import join


@dataclass(frozen=True, slots=True)
class Filter:
    """Which reports to show; empty means all."""

    queue: Queue | None = None
    article: str = ""
    kind: Kind | None = None
    status: Status | None = None
    risk: Risk | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A report as a maintainer sees it. ``comment`` and ``passage``: the reader's own words, with all that is personal.

    ``issue``: the number of its issue on GitHub. ``email``: until it is erased.
    """

    id: int
    received: datetime
    article: str
    section: str
    kind: Kind | None
    helpful: bool
    queue: Queue | None
    reasons: tuple[str, ...]
    risks: tuple[Risk, ...]
    comment: str
    passage: str
    redacted: str
    language: str
    status: Status
    issue: int | None
    email: str


def entries(connection: Connection, wanted: Filter, limit: int = 100, after: int = 0) -> Iterator[Entry]:
    """Reports with an id above ``after``, oldest first."""
    query = (
        _selected().where(reports.c.id > after).order_by(reports.c.id).limit(limit if wanted.risk is None else 10_000)
    )
    for column, value in (
        (reports.c.queue, wanted.queue and wanted.queue.value),
        (reports.c.article, wanted.article),
        (reports.c.kind, wanted.kind and wanted.kind.value),
        (reports.c.status, wanted.status and wanted.status.value),
    ):
        if value:
            query = query.where(column == value)
    found = map(_entry, connection.execute(query))
    kept = [one for one in found if wanted.risk is None or wanted.risk in one.risks]
    yield from kept[:limit]


def entry(connection: Connection, number: int) -> Entry | None:
    """One report."""
    row = connection.execute(_selected().where(reports.c.id == number)).one_or_none()
    return _entry(row) if row is not None else None


def counts(connection: Connection) -> dict[str, int]:
    """How many reports wait in each queue; ``unread`` are those that nobody has read."""
    found = connection.execute(select(reports.c.queue, func.count()).group_by(reports.c.queue))
    return {queue or "unread": number for queue, number in found}


def approve(connection: Connection, number: int, at: datetime) -> bool:
    """A maintainer wants an issue of a report. What it says goes out redacted, whatever queue it came from.

    False where there is no such report, or none that may leave: the words of somebody in danger never do.
    """
    one = entry(connection, number)
    if one is None or one.queue in (None, Queue.CRISIS, Queue.COUNTED, Queue.ISSUE):
        return False
    kind = one.kind or Kind.OTHER
    connection.execute(update(reports).where(reports.c.id == number).values(queue=Queue.ISSUE.value, kind=kind.value))
    join(connection, one.article, one.section, kind, at)
    return True


def reject(connection: Connection, number: int, why: str, at: datetime) -> bool:
    """A maintainer closes a report without an issue; the reader's receipt says why."""
    closed = (
        update(reports)
        .where(reports.c.id == number, reports.c.queue != Queue.ISSUE.value)
        .values(status=Status.NO_CHANGE.value, status_on=at.date(), answer=why, queue=Queue.COUNTED.value)
    )
    return connection.execute(closed).rowcount > 0


def _selected() -> Select[Any]:
    joined = reports.outerjoin(groups, reports.c.group_id == groups.c.id).outerjoin(
        contacts, contacts.c.report_id == reports.c.id
    )
    return select(reports, groups.c.issue, contacts.c.email).select_from(joined)


def _entry(row: Row[tuple[object, ...]]) -> Entry:
    return Entry(
        id=row.id,
        received=row.received,
        article=row.article,
        section=row.section or "",
        kind=Kind(row.kind) if row.kind else None,
        helpful=row.helpful,
        queue=Queue(row.queue) if row.queue else None,
        reasons=tuple(row.reasons or ()),
        risks=tuple(map(Risk, row.risks or ())),
        comment=row.comment,
        passage=row.passage,
        redacted=row.clean_comment or "",
        language=row.language,
        status=Status(row.status),
        issue=row.issue,
        email=row.email or "",
    )
