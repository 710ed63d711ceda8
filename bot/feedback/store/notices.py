"""The days on which the circuit breaker held issues back, and who writes the one issue that says so."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from sqlalchemy import Connection, or_, select, update

from bot.feedback.store.tables import notices


class Notice(NamedTuple):
    """``held``: how many reports were held back that day. ``issue``: the number of the issue that says so, if any."""

    held: int
    issue: int | None


def held(connection: Connection, day: date) -> Notice | None:
    """The notice of a day; None where nothing was held back."""
    row = connection.execute(select(notices).where(notices.c.day == day)).one_or_none()
    return Notice(row.held, row.issue) if row is not None else None


def claim(connection: Connection, day: date, at: datetime, lease: timedelta) -> bool:
    """Whether the issue is ours to make: one worker at a time, and again only when a lease has passed without it."""
    free = or_(notices.c.posting.is_(None), notices.c.posting <= at - lease)
    mine = update(notices).where(notices.c.day == day, notices.c.issue.is_(None), free).values(posting=at)
    return connection.execute(mine).rowcount == 1


def made(connection: Connection, day: date, issue: int) -> None:
    """The issue is there."""
    connection.execute(update(notices).where(notices.c.day == day).values(issue=issue))
