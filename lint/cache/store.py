"""The store of one configuration: an SQLite file with what was worked out for each article.

Every row carries a checksum. A file that is damaged or cut off is built anew, one that cannot be written is only read,
and what another process keeps from being written is left out. Nothing here raises: without a store a run is slower.
"""

import os
import sqlite3
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

_TABLES = """
    PRAGMA page_size = 1024; -- most rows are one to five kilobytes: larger pages would stand half empty
    CREATE TABLE IF NOT EXISTS articles
        (path TEXT PRIMARY KEY, stat TEXT, digest TEXT, moment TEXT, said BLOB, seal BLOB);
    CREATE TABLE IF NOT EXISTS documents (path TEXT PRIMARY KEY, digest TEXT, kept BLOB, seal BLOB);
    CREATE TABLE IF NOT EXISTS facts
        (path TEXT, name TEXT, digest TEXT, fact BLOB, seal BLOB, PRIMARY KEY (path, name));
"""
_PATIENCE = 1.0
"""Seconds to wait for another process that writes."""
_BATCH = 512
_FAILURES = (sqlite3.Error, UnicodeDecodeError)
"""What SQLite raises; the second where it quotes a damaged file in its message."""


class Row(NamedTuple):
    """What is known of an article: its file's state, the digest of its bytes, the moment, what was said then."""

    path: str
    stat: str
    digest: str
    moment: str
    said: bytes


class Store:
    """A store on disk, opened when first asked; each process has a connection of its own."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._connections: dict[int, sqlite3.Connection | None] = {}
        self._pending: list[tuple[str, tuple[Any, ...]]] = []

    def row(self, path: str) -> Row | None:
        """What is known of an article."""
        found = self._first("SELECT path, stat, digest, moment, said, seal FROM articles WHERE path = ?", path)
        return Row(*found) if found else None

    def kept(self, path: str, known: str) -> bytes | None:
        """What an article says by itself; ``known`` is its name, or the beginning of it: the digest of its bytes."""
        found = self._first("SELECT path, digest, kept, seal FROM documents WHERE path = ?", path)
        return found[-1] if found and found[1].startswith(known) else None

    def fact(self, path: str, name: str, digest: str) -> bytes | None:
        """A fact of the article of these bytes."""
        query = "SELECT path, name, digest, fact, seal FROM facts WHERE path = ? AND name = ? AND digest = ?"
        found = self._first(query, path, name, digest)
        return found[-1] if found else None

    def put(self, row: Row) -> None:
        self._write("INSERT OR REPLACE INTO articles VALUES (?, ?, ?, ?, ?, ?)", (*row, _seal(row)))

    def keep(self, path: str, digest: str, kept: bytes) -> None:
        row = (path, digest, kept)
        self._write("INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?)", (*row, _seal(row)))

    def note(self, path: str, name: str, digest: str, fact: bytes) -> None:
        row = (path, name, digest, fact)
        self._write("INSERT OR REPLACE INTO facts VALUES (?, ?, ?, ?, ?)", (*row, _seal(row)))

    def forget(self, seen: Iterable[str], root: Path) -> None:
        """Drops what vanished from disk, when a run has seen so many of the articles that it is worth the look."""
        there = set(seen)
        counted = self._all("SELECT count(*) FROM articles")
        if not counted or 2 * len(there) < counted[0][0]:
            return
        for (path,) in self._all("SELECT path FROM articles"):
            if path not in there and not os.path.lexists(root / path):
                for table in ("articles", "documents", "facts"):
                    self._write(f"DELETE FROM {table} WHERE path = ?", (path,))

    def commit(self) -> None:
        """Writes what was put; from here on other processes see it."""
        pending, self._pending = self._pending, []
        connection = self._connection() if pending else None
        if connection is None:
            return
        try:
            with connection:
                for query, values in pending:
                    connection.execute(query, values)
        except _FAILURES:
            pass  # a full or read-only disk, or a busy neighbour: it will be worked out again

    def close(self) -> None:
        connection = self._connections.pop(os.getpid(), None)
        if connection is not None:
            connection.close()

    def _first(self, query: str, *values: str) -> tuple[Any, ...] | None:
        """The first row without its seal; None where there is none, or a damaged one."""
        row = next(iter(self._all(query, *values)), None)
        return row[:-1] if row and row[-1] == _seal(row[:-1]) else None

    def _all(self, query: str, *values: str) -> list[tuple[Any, ...]]:
        connection = self._connection()
        if connection is None:
            return []
        try:
            return connection.execute(query, values).fetchall()
        except UnicodeEncodeError:  # a file's name that is no text is in no store
            return []
        except _FAILURES as error:
            self._mend(error)
            return []

    def _write(self, query: str, values: tuple[Any, ...]) -> None:
        try:
            values[0].encode()
        except UnicodeEncodeError:
            return
        self._pending.append((query, values))
        if len(self._pending) >= _BATCH:
            self.commit()

    def _connection(self) -> sqlite3.Connection | None:
        process = os.getpid()
        if process not in self._connections:
            self._connections[process] = self._connect() or self._connect()
        return self._connections[process]

    def _connect(self) -> sqlite3.Connection | None:
        """A connection; None where there can be none, and where the file was damaged: then it is gone now."""
        connection = None
        try:
            connection = sqlite3.connect(self.file, timeout=_PATIENCE, check_same_thread=False)
            connection.execute("PRAGMA synchronous = OFF")  # the seals notice what a power cut leaves behind
            if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                connection.executescript(_TABLES)
            return connection
        except _FAILURES as error:
            if connection is not None:
                connection.close()
            self._remove(error)
            return None

    def _mend(self, error: Exception) -> None:
        """Gives up on a damaged file; the next run starts a new one."""
        if _is_damage(error):
            self.close()
            self._connections[os.getpid()] = None
            self._remove(error)

    def _remove(self, error: Exception) -> None:
        if _is_damage(error):
            for suffix in ("", "-journal"):
                try:
                    os.unlink(f"{self.file}{suffix}")  # noqa: PTH108 - the journal has no path of its own
                except OSError:
                    return


def _is_damage(error: Exception) -> bool:
    """A busy neighbour or a full disk is none."""
    return not isinstance(error, sqlite3.OperationalError) or "no such" in str(error)


def _seal(row: tuple[Any, ...]) -> bytes:
    seal = blake2b(digest_size=12)
    for value in row:
        data = value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")
        seal.update(b"%d:" % len(data))
        seal.update(data)
    return seal.digest()
