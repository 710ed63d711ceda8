"""Counts: by article and day for the maintainer's plot, and the state of the queues for the metrics."""

from collections import Counter
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import Connection, and_, func, select

from bot.feedback.report import Status
from bot.feedback.store.tables import errands, outbox, reports

WINDOWS = (7, 30, 90)
"""Days."""


class Figures(NamedTuple):
    """An article's answers over a window: yes, no, and the reports by kind."""

    article: str
    yes: int
    no: int
    kinds: dict[str, int]


def figures(connection: Connection, at: datetime, days: int) -> list[Figures]:
    """The articles with answers in the last ``days`` days, those with the most complaints first."""
    since = at - timedelta(days=days)
    query = (
        select(reports.c.article, reports.c.helpful, reports.c.kind, func.count())
        .where(reports.c.received > since)
        .group_by(reports.c.article, reports.c.helpful, reports.c.kind)
    )
    yes: Counter[str] = Counter()
    kinds: dict[str, Counter[str]] = {}
    for article, helpful, kind, count in connection.execute(query):
        kinds.setdefault(article, Counter())
        if helpful:
            yes[article] += count
        else:
            kinds[article][kind or "other"] += count
    found = [Figures(article, yes[article], by.total(), dict(sorted(by.items()))) for article, by in kinds.items()]
    return sorted(found, key=lambda one: (-one.no, one.article))


def by_day(connection: Connection, at: datetime, days: int, article: str = "") -> list[tuple[str, int, int]]:
    """For each of the last ``days`` days, oldest first: the ISO date, how many said yes, how many no."""
    since = (at - timedelta(days=days - 1)).replace(hour=0, minute=0, second=0, microsecond=0)
    query = select(reports.c.received, reports.c.helpful).where(reports.c.received >= since)
    if article:
        query = query.where(reports.c.article == article)
    counts: Counter[tuple[str, bool]] = Counter(
        (row.received.date().isoformat(), row.helpful) for row in connection.execute(query)
    )
    dates = [(since + timedelta(days=number)).date().isoformat() for number in range(days)]
    return [(day, counts[day, True], counts[day, False]) for day in dates]


def backlog(connection: Connection) -> dict[str, int]:
    """How much waits: unread reports, groups in the outbox, errands for the reviewer."""
    unread = select(func.count()).select_from(reports).where(reports.c.queue.is_(None))
    return {
        "unread": connection.scalar(unread) or 0,
        "outbox": connection.scalar(select(func.count()).select_from(outbox)) or 0,
        "errands": connection.scalar(select(func.count()).select_from(errands)) or 0,
    }


def oldest(connection: Connection, at: datetime) -> float:
    """For how many seconds the oldest report waits to be read, or to stand in its issue; 0 where none does."""
    is_new = and_(reports.c.status == Status.RECEIVED.value, reports.c.group_id.in_(select(outbox.c.group_id)))
    times = (
        connection.scalar(select(func.min(reports.c.received)).where(condition))
        for condition in (reports.c.queue.is_(None), is_new)
    )
    return max((max((at - moment).total_seconds(), 0.0) for moment in times if moment is not None), default=0.0)
