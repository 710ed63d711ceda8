"""GitHub's deliveries, each kept once, and the errands that they ask for: several for one pull request are one. A
delivery that may move receipts leaves a nudge for whoever looks at the issues."""

from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, Update, and_, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.feedback.store.once import insert_once
from bot.feedback.store.tables import deliveries, errands, nudges
from bot.webhook.delivery import Delivery
from bot.webhook.errand import Errand

KEPT = timedelta(days=30)
"""How long a delivery is known; GitHub sends one again for three days at most."""

MOST = 24
"""Attempts after which an errand rests until something new happens: about a day with the usual lease."""


class Task(NamedTuple):
    """A claimed errand. ``attempts``: this one included; ``wanted``: how often it was wished for by then."""

    id: int
    errand: Errand
    attempts: int
    wanted: int
    worker: str


def keep(connection: Connection, delivery: Delivery, at: datetime) -> bool:
    """Keeps a delivery and what it asks for; False where it is known. Both are safe when the transaction has ended."""
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    row = insert(deliveries).values(guid=delivery.guid, event=delivery.event, received=at)
    if connection.scalar(row.on_conflict_do_nothing().returning(deliveries.c.guid)) is None:
        return False
    for errand in delivery.about:
        wish(connection, errand, at)
    if delivery.news_of:
        insert_once(connection, nudges, repository=delivery.news_of.casefold())
    if delivery.left is not None:
        connection.execute(delete(errands).where(errands.c.installation == delivery.left))
    return True


def nudged(connection: Connection, repository: str) -> bool:
    """Whether something happened in a repository that may move receipts; said to one worker, once."""
    return connection.execute(delete(nudges).where(nudges.c.repository == repository.casefold())).rowcount > 0


def wish(connection: Connection, errand: Errand, at: datetime) -> None:
    """An errand is to be run (again): at once, unless a worker is at it, who then runs it anew."""
    there = update(errands).where(errands.c.repository == errand.repository, errands.c.about == errand.about)
    connection.execute(there.where(errands.c.claimed_by.is_(None)).values(due=at, attempts=0))
    again = there.values(wanted=errands.c.wanted + 1, installation=errand.installation)
    if not connection.execute(again).rowcount:
        insert_once(connection, errands, **errand._asdict(), due=at, attempts=0, wanted=1)


def claim(connection: Connection, worker: str, at: datetime, lease: timedelta) -> Task | None:
    """The errand that is due longest, for one worker, until the lease ends; None when there is none."""
    due = select(errands).where(errands.c.due <= at).order_by(errands.c.due).limit(1)
    row = connection.execute(due.with_for_update(skip_locked=True)).one_or_none()
    if row is None:
        return None
    attempts = row.attempts + 1
    taken = update(errands).where(errands.c.id == row.id)
    connection.execute(taken.values(claimed_by=worker, due=at + lease, attempts=attempts))
    return Task(row.id, Errand(row.repository, row.about, row.installation), attempts, row.wanted, worker)


def renew(connection: Connection, task: Task, until: datetime) -> None:
    """The worker is alive and still at it."""
    connection.execute(_own(task).values(due=until))


def done(connection: Connection, task: Task, at: datetime) -> None:
    """The errand is run. A wish that came meanwhile is worked off next."""
    gone = delete(errands).where(_mine(task), errands.c.wanted == task.wanted)
    if not connection.execute(gone).rowcount:
        connection.execute(_own(task).values(due=at, attempts=0, claimed_by=None, error=None))


def failed(connection: Connection, task: Task, error: str, again: datetime | None) -> None:
    """The errand is to be tried again then; None: after the next delivery that asks for it."""
    connection.execute(_own(task).values(due=again, claimed_by=None, error=error[:500]))


def forget(connection: Connection, before: datetime) -> int:
    """Forgets deliveries that GitHub will not send again; how many."""
    return connection.execute(delete(deliveries).where(deliveries.c.received < before)).rowcount


def _own(task: Task) -> Update:
    return update(errands).where(_mine(task))


def _mine(task: Task) -> ColumnElement[bool]:
    """Whether the claim is still this worker's."""
    now = errands.c
    return and_(now.id == task.id, now.claimed_by == task.worker, now.attempts == task.attempts)
