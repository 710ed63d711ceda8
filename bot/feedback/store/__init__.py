"""Keeps reports, groups and the outbox; the one place that knows SQL.

A `Store` gives transactions; what is done in one stands in this package's modules as functions on its connection:
``intake`` and ``unread`` (reports come in and are judged), ``outbox`` (work for GitHub), ``queues`` (what a maintainer
sees and decides), ``receipts``, ``retention``, ``figures``.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

from sqlalchemy import Connection

from bot.feedback.store.engine import READING, connect, migrate

__all__ = ["Connection", "Store"]


class Store:
    """A database of feedback. A transaction that ends well is on the disk."""

    def __init__(self, url: str) -> None:
        self._engine = connect(url)
        migrate(self._engine)

    def begin(self) -> AbstractContextManager[Connection]:
        """A transaction: kept when the block ends, undone when it raises."""
        return self._engine.begin()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One state of all that is kept, only to be looked at: no writer has to be waited for."""
        with self._engine.connect() as connection, connection.execution_options(**{READING: True}).begin():
            yield connection

    def close(self) -> None:
        """Lets go of all connections."""
        self._engine.dispose()
