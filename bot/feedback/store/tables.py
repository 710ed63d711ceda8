"""The tables, as the newest migration leaves them. Times are UTC; hashes are hexadecimal."""

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    text,
)


class Moment(TypeDecorator[datetime]):
    """A moment in UTC; SQLite keeps no zone, so it is put back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

groups = Table(
    "groups",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", String(16), nullable=False, unique=True),
    Column("article", String(500), nullable=False, index=True),
    Column("section", String(500), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("issue", Integer, index=True),
    Column("opened", Moment(), index=True),
    Column("closed", Moment()),
    Column("created", Moment(), nullable=False),
    Column("posting", Moment()),
)
"""Reports on one article, section and kind. ``issue``: its number on GitHub. ``opened``, ``closed``: the issue's days.
``posting``: a call that makes the issue was begun then, and its answer was never seen."""

reports = Table(
    "reports",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("receipt", String(64), nullable=False, unique=True),
    Column("received", Moment(), nullable=False, index=True),
    Column("article", String(500), nullable=False, index=True),
    Column("helpful", Boolean, nullable=False),
    Column("kind", String(16)),
    Column("comment", Text, nullable=False),
    Column("passage", Text, nullable=False),
    Column("language", String(35), nullable=False),
    Column("website", String(500), nullable=False),
    Column("elapsed", Float),
    Column("sender", String(64), nullable=False),
    Column("words", String(64), nullable=False),
    Column("queue", String(16)),
    Column("reasons", JSON),
    Column("risks", JSON),
    Column("section", String(500)),
    Column("clean_comment", Text),
    Column("clean_passage", Text),
    Column("group_id", ForeignKey("groups.id"), index=True),
    Column("status", String(16), nullable=False),
    Column("status_on", Date),
    Column("answer", Text),
    Index("ix_reports_queue_id", "queue", "id"),
    Index("ix_reports_words", "words", "received", sqlite_where=text("queue IS NOT NULL")),
    Index("ix_reports_sender", "sender", "received", sqlite_where=text("queue IS NOT NULL")),
)
"""What readers sent. ``receipt``, ``words``: SHA-256 of the receipt's token and of the comment. ``sender``: a hash
under the day's salt. ``queue`` is null until the report was read. ``clean_…``: redacted; these may be published.

Hashes come in no order, and each would cost a commit a page of its index: SQLite, where one worker at a time reads,
indexes them when the report is read.
"""

contacts = Table(
    "contacts",
    metadata,
    Column("report_id", ForeignKey("reports.id"), primary_key=True),
    Column("email", String(254), nullable=False),
)
"""Addresses apart, so that they can be erased."""

outbox = Table(
    "outbox",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("group_id", ForeignKey("groups.id"), nullable=False, unique=True),
    Column("due", Moment(), nullable=False, index=True),
    Column("attempts", Integer, nullable=False),
    Column("claimed_by", String(64)),
    Column("wanted", Integer, nullable=False),
    Column("error", Text),
)
"""Groups whose issue is not yet what it should be, each once. ``due``: not to be taken before; a claim moves it on, and
so ends by itself. ``wanted``: counts the wishes, so that one which comes during the work is not lost."""

salts = Table("salts", metadata, Column("day", Date, primary_key=True), Column("salt", String(64), nullable=False))
"""Each day's salt for senders; older ones are thrown away, and with them what could name a sender."""

notices = Table(
    "notices",
    metadata,
    Column("day", Date, primary_key=True),
    Column("issue", Integer),
    Column("held", Integer, nullable=False),
    Column("posting", Moment()),
)
"""The days on which the circuit breaker held issues back, and the one issue that says so. ``posting``: when a worker
last began to make it."""

deliveries = Table(
    "deliveries",
    metadata,
    Column("guid", String(64), primary_key=True),
    Column("event", String(64), nullable=False),
    Column("received", Moment(), nullable=False, index=True),
)
"""What GitHub delivered, by its own identifier; what it said is not kept, for workers ask GitHub itself."""

errands = Table(
    "errands",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("repository", String(200), nullable=False),
    Column("about", String(220), nullable=False),
    Column("installation", BigInteger, nullable=False, index=True),
    Column("due", Moment(), index=True),
    Column("attempts", Integer, nullable=False),
    Column("claimed_by", String(64)),
    Column("wanted", Integer, nullable=False),
    Column("error", Text),
    Index("uq_errands_repository_about", "repository", "about", unique=True),
)
"""What deliveries ask to look at, each once. ``due``, ``wanted`` as in the outbox; no ``due``: given up until it is
asked for again."""

nudges = Table("nudges", metadata, Column("repository", String(200), primary_key=True))
"""The repositories (case folded) of which GitHub told something that may move receipts. A worker that takes one out
looks at the issues at once; one that dies on the way leaves it to the look of every ten minutes."""
