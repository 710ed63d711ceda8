"""What a reader's receipt shows, and what moves it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import Connection, select, update

from bot.feedback.receipts import Ending
from bot.feedback.report import Status
from bot.feedback.store.intake import digest
from bot.feedback.store.tables import groups, reports

_WAITING = (Status.RECEIVED.value, Status.UNDER_REVIEW.value)


class Receipt(NamedTuple):
    """The state of a report, for the one who holds its token. ``answer``: why nothing was changed."""

    article: str
    received: date
    status: Status
    on: date
    answer: str


class OpenGroup(NamedTuple):
    """A group whose issue is open. ``issue``: its number; ``passages``: what readers marked, redacted."""

    id: int
    key: str
    article: str
    section: str
    kind: str
    issue: int
    opened: datetime
    passages: tuple[str, ...]


def receipt(connection: Connection, token: str) -> Receipt | None:
    """The receipt of a token; None where there is none, or none any more."""
    row = connection.execute(select(reports).where(reports.c.receipt == digest(token))).one_or_none()
    if row is None:
        return None
    return Receipt(row.article, row.received.date(), Status(row.status), row.status_on, row.answer or "")


def open_groups(connection: Connection, article: str = "") -> list[OpenGroup]:
    """The groups with an open issue, of one article or of all."""
    query = select(groups).where(groups.c.issue.is_not(None), groups.c.closed.is_(None)).order_by(groups.c.id)
    if article:
        query = query.where(groups.c.article == article)
    return [
        OpenGroup(
            row.id, row.key, row.article, row.section, row.kind, row.issue, row.opened, _passages(connection, row.id)
        )
        for row in connection.execute(query).all()
    ]


def close(connection: Connection, group: int, status: Status, on: date, at: datetime, answer: str = "") -> None:
    """An issue was closed: the receipts of its reports say how it ended. ``on``: the day of the correction."""
    moved = update(reports).where(reports.c.group_id == group)
    connection.execute(moved.values(status=status.value, status_on=on, answer=answer))
    connection.execute(update(groups).where(groups.c.id == group).values(closed=at))


def undecided(connection: Connection, group: int) -> list[tuple[int, datetime]]:
    """The reports of a group whose receipts have no end yet: their ids, and when they came in."""
    query = select(reports.c.id, reports.c.received).where(reports.c.group_id == group, reports.c.status.in_(_WAITING))
    return [(row.id, row.received) for row in connection.execute(query)]


def end(connection: Connection, group: int, endings: Mapping[int, Ending], at: datetime) -> None:
    """Moves the receipts of these reports; a group of which none waits any more is closed."""
    for report, one in endings.items():
        moved = update(reports).where(reports.c.id == report, reports.c.status.in_(_WAITING))
        connection.execute(moved.values(status=one.status.value, status_on=one.on, answer=one.answer))
    if not undecided(connection, group):
        connection.execute(update(groups).where(groups.c.id == group).values(closed=at))


def _passages(connection: Connection, group: int) -> tuple[str, ...]:
    found = connection.scalars(
        select(reports.c.clean_passage).where(reports.c.group_id == group, reports.c.clean_passage != "")
    )
    return tuple(dict.fromkeys(str(text) for text in found))
