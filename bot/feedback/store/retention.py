"""What is erased, and when: contact data after closing, the reader's own words after the time that was agreed."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, or_, select, update

from bot.feedback.report import Queue, Status
from bot.feedback.store.tables import contacts, reports

_CLOSED = (Status.CORRECTED.value, Status.NO_CHANGE.value)


def erase(connection: Connection, at: datetime, contact_days: int = 30, words_days: int = 365) -> tuple[int, int]:
    """Erases what is over: how many addresses, how many texts. What was published on GitHub stays there, redacted.

    ``contact_days``: after closing, or after a report that waits for nobody. ``words_days``: after the report came in,
    for the raw words; private reports and those of a crisis are kept no longer than contact data after their closing.
    """
    closed = or_(reports.c.status.in_(_CLOSED), reports.c.queue == Queue.COUNTED.value)
    over = select(reports.c.id).where(closed, reports.c.status_on <= (at - timedelta(days=contact_days)).date())
    gone = connection.execute(delete(contacts).where(contacts.c.report_id.in_(over))).rowcount
    old = reports.c.received <= at - timedelta(days=words_days)
    private = reports.c.queue.in_((Queue.PRIVATE.value, Queue.CRISIS.value)) & reports.c.id.in_(over)
    named = or_(reports.c.comment != "", reports.c.passage != "", reports.c.sender != "")
    blank = update(reports).where(or_(old, private), named, reports.c.queue.is_not(None))
    texts = connection.execute(blank.values(comment="", passage="", sender="", website="", words="")).rowcount
    connection.execute(delete(contacts).where(contacts.c.report_id.in_(select(reports.c.id).where(old))))
    return gone, texts
