"""What registries answered before, in one local file, so that they need only say that nothing changed."""

import json
import sqlite3
import zlib
from pathlib import Path
from typing import Any, NamedTuple, Self

from lint.verification.http.exchange import Reply

_KEPT = ("etag", "last-modified", "content-type")
_ENTRIES = 20_000
_LARGEST = 2_000_000

_TABLE = """
CREATE TABLE IF NOT EXISTS replies (url TEXT PRIMARY KEY, headers TEXT NOT NULL, body BLOB NOT NULL) WITHOUT ROWID
"""


class Stored(NamedTuple):
    """A reply of before, and the headers that ask whether it still holds."""

    reply: Reply
    conditions: dict[str, str]


class Cache:
    """A file of replies that carry an ETag or Last-Modified, by address. It may be deleted at any time.

    A file that is damaged, locked or cannot be written is as good as an empty one: the cache saves requests and
    decides nothing.
    """

    def __init__(self, path: Path) -> None:
        self._connection: sqlite3.Connection | None = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(path, timeout=1, isolation_level=None)
            self._connection.execute("PRAGMA synchronous = OFF")
            self._connection.execute(_TABLE)
            self._make_room()
        except (OSError, sqlite3.Error):
            self.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def get(self, url: str) -> Stored | None:
        try:
            rows = self._rows("SELECT headers, body FROM replies WHERE url = ?", url)
            return _stored(*rows[0]) if rows else None
        except (sqlite3.Error, zlib.error, ValueError, TypeError, AttributeError):
            return None

    def put(self, url: str, reply: Reply) -> None:
        kept = {name: reply.headers[name] for name in _KEPT if name in reply.headers}
        if not _conditions(kept) or len(reply.body) > _LARGEST:
            return
        try:
            packed = zlib.compress(reply.body, 6)
            self._rows("INSERT OR REPLACE INTO replies VALUES (?, ?, ?)", url, json.dumps(kept), packed)
        except sqlite3.Error:
            self.close()

    def close(self) -> None:
        if self._connection:
            self._connection.close()
        self._connection = None

    def _make_room(self) -> None:
        if self._rows("SELECT 1 FROM replies LIMIT 1 OFFSET ?", _ENTRIES):
            self._rows("DELETE FROM replies")

    def _rows(self, statement: str, *values: object) -> list[Any]:
        return self._connection.execute(statement, values).fetchall() if self._connection else []


def _stored(headers: str, body: bytes) -> Stored:
    found = json.loads(headers)
    return Stored(Reply(200, found, zlib.decompress(body)), _conditions(found))


def _conditions(headers: dict[str, str]) -> dict[str, str]:
    asked = {"If-None-Match": headers.get("etag", ""), "If-Modified-Since": headers.get("last-modified", "")}
    return {name: value for name, value in asked.items() if value}
