"""What both small applications share: a row of SQLite that is on the disk before the request is answered."""

import json
import os
import sqlite3
import threading

_own = threading.local()


def keep(token, report):
    _connection().execute("INSERT INTO reports (token, report) VALUES (?, ?)", (token, json.dumps(report)))


def _connection():
    """One a thread; each statement is a transaction."""
    if not hasattr(_own, "connection"):
        _own.connection = sqlite3.connect(os.environ["STORE"], timeout=30, isolation_level=None)
        _own.connection.execute("PRAGMA journal_mode=WAL")
        _own.connection.execute("PRAGMA synchronous=FULL")
        _own.connection.execute("CREATE TABLE IF NOT EXISTS reports (id INTEGER PRIMARY KEY, token TEXT, report TEXT)")
    return _own.connection
