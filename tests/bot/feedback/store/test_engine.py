"""Transactions of SQLite wait for each other, and not for ever."""

import sqlite3
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select

from bot.feedback.store import Store, engine
from bot.feedback.store.tables import deliveries


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    found = Store(f"sqlite:///{tmp_path}/feedback.db")
    yield found
    found.close()


def test_a_transaction_waits_for_the_one_before_it(store: Store) -> None:
    order: list[str] = []

    def second() -> None:
        with store.begin():
            order.append("second")

    other = threading.Thread(target=second)
    with store.begin():
        other.start()
        other.join(0.05)
        order.append("first")
    other.join()
    assert order == ["first", "second"]


def test_it_does_not_wait_for_ever(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_BUSY_SECONDS", -1)
    with store.begin(), pytest.raises(sqlite3.OperationalError, match="locked"), store.begin():
        pass
    with store.begin():
        pass


def test_who_only_looks_waits_for_no_writer_and_sees_one_state(store: Store) -> None:
    row = {"guid": "1", "event": "push", "received": datetime(2026, 11, 22, tzinfo=UTC)}
    with store.begin() as writer, store.read() as reader:
        before = reader.execute(select(func.count()).select_from(deliveries)).scalar_one()
        writer.execute(insert(deliveries).values(**row))
        writer.commit()
        assert before == reader.execute(select(func.count()).select_from(deliveries)).scalar_one() == 0
    with store.read() as reader:
        assert reader.execute(select(func.count()).select_from(deliveries)).scalar_one() == 1
