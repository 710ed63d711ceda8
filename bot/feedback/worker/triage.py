"""Reads the reports that came in, and puts each where it belongs."""

from datetime import datetime

from bot.feedback.desk import Desk
from bot.feedback.passages import place
from bot.feedback.reading import read
from bot.feedback.store import Store
from bot.feedback.store.unread import Unread, seen, settle, unread
from bot.feedback.triage import Decision, Thresholds, decide


def triage(store: Store, desk: Desk, thresholds: Thresholds, at: datetime, limit: int = 50) -> list[Decision]:
    """Settles the oldest unread reports in one transaction: all of them, or after a crash none."""
    with store.begin() as connection:
        decisions = []
        for one in unread(connection, limit):
            reading = read(one.report)
            section = _section(desk, one)
            decision = decide(one.report, reading, seen(connection, one, reading.kind, section), thresholds)
            settle(connection, one, reading, decision, section, at)
            decisions.append(decision)
        return decisions


def _section(desk: Desk, one: Unread) -> str:
    """The heading above the marked passage; empty where none was marked or found."""
    article = desk.article(one.report.article) if one.report.passage else None
    found = place(article, one.report.passage) if article else None
    return found.heading if found else ""
