"""Reports that nobody has read yet: taken, held against what was seen before, settled."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, Row, and_, func, or_, select, update

from bot.feedback.issues import key_of
from bot.feedback.reading import Reading
from bot.feedback.report import Kind, Queue, Report
from bot.feedback.store import outbox
from bot.feedback.store.once import insert_once
from bot.feedback.store.tables import groups, notices, reports
from bot.feedback.triage import Decision, Seen

WINDOW = timedelta(days=7)
"""For how long the same words count as a repetition."""
_COUNTING = (Queue.ISSUE.value, Queue.WAITING.value)


class Unread(NamedTuple):
    """A stored report that waits for its reading."""

    id: int
    report: Report
    sender: str
    words: str


def unread(connection: Connection, limit: int = 50) -> Iterator[Unread]:
    """The oldest unread reports, held until the transaction ends; other workers pass them by."""
    wanted = (
        select(reports)
        .where(reports.c.queue.is_(None))
        .order_by(reports.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    for row in connection.execute(wanted).all():
        yield Unread(row.id, report_of(row), row.sender, row.words)


def seen(connection: Connection, one: Unread, kind: Kind, section: str) -> Seen:
    """What came before a report."""
    received = one.report.received
    count = select(func.count()).select_from(reports).where(reports.c.id < one.id, *_indexed(connection))
    same_text = count.where(reports.c.words == one.words, reports.c.received > received - WINDOW) if one.words else None
    by_sender = count.where(reports.c.sender == one.sender, reports.c.received > received - timedelta(hours=1))
    voices = (
        select(func.count(reports.c.sender.distinct()))
        .where(*_alike(one.report.article, section, kind))
        .where(reports.c.sender != one.sender, reports.c.queue.in_(_COUNTING))
    )
    issue = select(groups.c.id).where(
        groups.c.key == key_of(one.report.article, section, kind), groups.c.closed.is_(None)
    )
    return Seen(
        same_text=connection.scalar(same_text) or 0 if same_text is not None else 0,
        by_sender=(connection.scalar(by_sender) or 0) if one.sender else 0,
        independent=connection.scalar(voices) or 0,
        issues_today=_issues_on(connection, received),
        has_issue=connection.scalar(issue) is not None,
    )


def settle(
    connection: Connection, one: Unread, reading: Reading, decision: Decision, section: str, at: datetime
) -> None:
    """Writes down where a report belongs; one that makes an issue takes those that waited for it along."""
    connection.execute(
        update(reports)
        .where(reports.c.id == one.id)
        .values(
            queue=decision.queue.value,
            reasons=list(decision.reasons),
            risks=sorted(risk.value for risk in reading.risks),
            kind=reading.kind.value if not one.report.helpful or one.report.comment else None,
            section=section,
            clean_comment=reading.comment.text,
            clean_passage=reading.passage.text,
        )
    )
    if decision.broken:
        _hold(connection, at)
    if decision.queue is Queue.ISSUE:
        join(connection, one.report.article, section, reading.kind, at)


def join(connection: Connection, article: str, section: str, kind: Kind, at: datetime) -> int:
    """The group of an article, section and kind, with all its reports; its issue is to be written anew."""
    key = key_of(article, section, kind)
    found = connection.scalar(select(groups.c.id).where(groups.c.key == key).with_for_update())
    if found is None:
        insert_once(connection, groups, key=key, article=article, section=section, kind=kind.value, created=at)
        found = connection.scalar(select(groups.c.id).where(groups.c.key == key).with_for_update())
    assert found is not None
    connection.execute(update(groups).where(groups.c.id == found).values(closed=None))
    waiting = and_(True, *_alike(article, section, kind), reports.c.queue.in_(_COUNTING), reports.c.group_id.is_(None))
    connection.execute(update(reports).where(waiting).values(queue=Queue.ISSUE.value, group_id=found))
    outbox.wish(connection, found, at)
    return int(found)


def report_of(row: Row[tuple[object, ...]]) -> Report:
    """The report in a row."""
    return Report(
        article=row.article,
        helpful=row.helpful,
        received=row.received,
        kind=Kind(row.kind) if row.kind else None,
        passage=row.passage,
        comment=row.comment,
        language=row.language,
        website=row.website,
        elapsed=row.elapsed,
    )


def _indexed(connection: Connection) -> tuple[ColumnElement[bool], ...]:
    """What SQLite's indexes of words and senders hold: with its one writer, all older reports have been read."""
    return (reports.c.queue.is_not(None),) if connection.dialect.name == "sqlite" else ()


def _alike(article: str, section: str, kind: Kind) -> tuple[ColumnElement[bool], ...]:
    return reports.c.article == article, reports.c.section == section, reports.c.kind == kind.value


def _issues_on(connection: Connection, moment: datetime) -> int:
    """New issues of the day, made or about to be."""
    day = moment.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    fresh = or_(groups.c.opened >= day, and_(groups.c.opened.is_(None), groups.c.created >= day))
    return connection.scalar(select(func.count()).select_from(groups).where(fresh)) or 0


def _hold(connection: Connection, at: datetime) -> None:
    day = at.astimezone(UTC).date()
    insert_once(connection, notices, day=day, held=0)
    connection.execute(update(notices).where(notices.c.day == day).values(held=notices.c.held + 1))
