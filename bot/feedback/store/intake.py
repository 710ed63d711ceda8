"""Reports come in: many in one transaction, and receipts are made for them."""

import hashlib
import secrets
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, date
from typing import NamedTuple

from sqlalchemy import Connection, delete, insert, select

from bot.feedback.reading.folding import folded
from bot.feedback.report import Queue, Report, Status
from bot.feedback.store.once import insert_once
from bot.feedback.store.tables import contacts, reports, salts


class Incoming(NamedTuple):
    """A report with the token of its receipt, its sender's hash, and the queue where it is known already (a crisis)."""

    report: Report
    token: str
    sender: str = ""
    queue: Queue | None = None


def new_token() -> str:
    """A receipt's token: known to the reader alone, for the store keeps its hash."""
    return secrets.token_urlsafe(24)


def digest(text: str) -> str:
    """SHA-256, hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def accept(connection: Connection, incoming: Sequence[Incoming]) -> None:
    """Keeps reports; they are safe when the transaction has ended."""
    connection.execute(insert(reports), [_row(one) for one in incoming])
    if mails := [one for one in incoming if one.report.email]:
        found = connection.execute(
            select(reports.c.receipt, reports.c.id).where(reports.c.receipt.in_([digest(one.token) for one in mails]))
        )
        ids = {row.receipt: row.id for row in found}
        rows = [{"report_id": ids[digest(one.token)], "email": one.report.email} for one in mails]
        connection.execute(insert(contacts), rows)


def salt(connection: Connection, today: date) -> str:
    """The day's salt, made when first asked; those of other days are thrown away."""
    found = connection.scalar(select(salts.c.salt).where(salts.c.day == today))
    if found is None:
        connection.execute(delete(salts).where(salts.c.day < today))
        insert_once(connection, salts, day=today, salt=secrets.token_hex(32))
        found = connection.scalar(select(salts.c.salt).where(salts.c.day == today))
    return str(found)


def sender(address: str, day_salt: str) -> str:
    """What tells a day's senders apart and names none of them; the last bytes of an IPv6 address belong to one home."""
    if address.count(":") > 1:
        import ipaddress

        with suppress(ValueError):
            address = str(ipaddress.IPv6Network((address.partition("%")[0], 64), strict=False).network_address)
    return hashlib.blake2b(address.encode(), key=bytes.fromhex(day_salt), digest_size=16).hexdigest()


def _row(one: Incoming) -> dict[str, object]:
    report = one.report
    crisis = one.queue is Queue.CRISIS
    return {
        "receipt": digest(one.token),
        "received": report.received,
        "article": report.article,
        "helpful": report.helpful,
        "kind": report.kind.value if report.kind else None,
        "comment": report.comment,
        "passage": report.passage,
        "language": report.language,
        "website": report.website,
        "elapsed": report.elapsed,
        "sender": one.sender,
        "words": words(report.comment),
        "queue": one.queue.value if one.queue else None,
        "reasons": ["the words of somebody in danger"] if crisis else None,
        "status": Status.RECEIVED.value,
        "status_on": report.received.astimezone(UTC).date(),
    }


def words(comment: str) -> str:
    """The same for the same words, however they are written; empty for a few words, which many people share."""
    plain = " ".join(folded(comment).split())
    return digest(plain) if len(plain) >= 20 else ""
