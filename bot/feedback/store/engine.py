"""Opens the database: SQLite without any setting up, PostgreSQL by its URL; brings its tables up to date."""

import sqlite3
import time
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, create_engine, event

from lint.finding import CopydeskError

MIGRATIONS = Path(__file__).parent / "migrations"
_BUSY_SECONDS = 30
_LOOK_AGAIN = 0.0005
READING = "copydesk_reading"
"""An execution option of connections that write nothing."""


def connect(url: str) -> Engine:
    """The engine of a database URL, as SQLAlchemy writes them; ``postgresql://`` means psycopg."""
    if url.startswith(("postgresql://", "postgres://")):
        url = f"postgresql+psycopg://{url.partition('://')[2]}"
    try:
        engine = create_engine(url, pool_pre_ping=not url.startswith("sqlite"))
    except Exception as error:
        raise CopydeskError(
            f"the store's URL cannot be used ({type(error).__name__}): write sqlite:///feedback.db"
        ) from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
        engine.dialect.use_insertmanyvalues_wo_returning = True  # many rows are one statement, not one each
    return engine


def migrate(engine: Engine) -> None:
    """Brings the tables to the newest form; nothing happens where they have it. Two processes may call it at once."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql("SELECT pg_advisory_xact_lock(7262910)")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _prepare(connection: Any, _record: Any) -> None:
    """Durable (each commit reaches the disk), with readers beside a writer; transactions begin where we say."""
    if isinstance(connection, sqlite3.Connection):
        connection.isolation_level = None
        for pragma in (
            f"busy_timeout={_BUSY_SECONDS * 1000}",
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
        ):
            connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """A transaction of SQLite that writes takes its lock at once, so that what it read is still so when it writes.

    SQLite itself would sleep longer and longer, up to a tenth of a second, while the lock goes from hand to hand.
    """
    ours = connection.connection.driver_connection
    assert isinstance(ours, sqlite3.Connection)
    is_reading = connection.get_execution_options().get(READING)
    ours.execute(f"PRAGMA busy_timeout={_BUSY_SECONDS * 1000 if is_reading else 0}")
    if is_reading:
        ours.execute("BEGIN")
        return
    end = time.monotonic() + _BUSY_SECONDS
    while True:
        try:
            ours.execute("BEGIN IMMEDIATE")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                raise
        time.sleep(_LOOK_AGAIN)
