"""What is asked for each report costs the same however many there are: SQLite says that it looks in an index."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import event

from bot.feedback.report import Kind, Queue, Report
from bot.feedback.store import Connection, Store
from bot.feedback.store.intake import Incoming, accept, words
from bot.feedback.store.receipts import receipt
from bot.feedback.store.unread import Unread, seen, unread

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
REPORT = Report("a.md", False, NOON, Kind.INACCURATE, comment="The figure of 6 hours is wrong", email="a@example.org")
ONE = Unread(9, REPORT, "a", words(REPORT.comment))


def _accept(connection: Connection) -> None:
    accept(connection, [Incoming(REPORT, "token", "a", Queue.CRISIS)])


@pytest.mark.parametrize(
    ("asked", "indexes"),
    [
        (_accept, {"sqlite_autoindex_reports_1"}),
        (lambda it: receipt(it, "token"), {"sqlite_autoindex_reports_1"}),
        (lambda it: list(unread(it)), {"ix_reports_queue_id"}),
        (
            lambda it: seen(it, ONE, Kind.INACCURATE, ""),
            {"ix_reports_words", "ix_reports_sender", "ix_reports_article"},
        ),
    ],
)
def test_no_question_reads_all_reports(tmp_path: Path, asked: object, indexes: set[str]) -> None:
    store = Store(f"sqlite:///{tmp_path}/feedback.db")
    said: list[tuple[str, object]] = []
    with store.begin() as connection:
        event.listen(connection, "before_cursor_execute", lambda *it: said.append((it[2], it[3])))
        asked(connection)  # type: ignore[operator]
        questions = [one for one in said if one[0].lstrip().startswith("SELECT") and "reports" in one[0]]
        plans = [
            str(row[-1])
            for sql, values in questions
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values)  # type: ignore[arg-type]
        ]
    store.close()
    assert not [plan for plan in plans if plan.startswith("SCAN reports")]
    assert indexes == {word for plan in plans for word in plan.split() if "_reports_" in word}
