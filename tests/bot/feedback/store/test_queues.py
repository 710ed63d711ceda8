"""What a maintainer sees and decides, what receipts show, what is erased, what is counted."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.feedback.reading import read
from bot.feedback.report import Kind, Queue, Report, Risk, Status
from bot.feedback.store import Connection, Store
from bot.feedback.store.figures import backlog, by_day, figures
from bot.feedback.store.intake import Incoming, accept, new_token, salt, sender, words
from bot.feedback.store.queues import Entry, Filter, approve, counts, entries, entry, reject
from bot.feedback.store.receipts import close, open_groups, receipt
from bot.feedback.store.retention import erase
from bot.feedback.store.unread import seen, settle, unread
from bot.feedback.triage import Thresholds, decide

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def send(store: Store, comment: str = "The figure of 6 hours is wrong", at: datetime = NOON, **fields: object) -> str:
    said: dict[str, object] = {"helpful": False, "kind": Kind.INACCURATE, "elapsed": 20.0, "article": "a.md"}
    origin = str(fields.pop("origin", "a"))
    report = Report(received=at, comment=comment, **{**said, **fields})  # type: ignore[arg-type]
    token = new_token()
    with store.begin() as connection:
        accept(connection, [Incoming(report, token, origin)])
    return token


def judge(store: Store, at: datetime = NOON) -> None:
    """Reads all that is unread, in no section."""
    with store.begin() as connection:
        for one in unread(connection):
            reading = read(one.report)
            found = decide(one.report, reading, seen(connection, one, reading.kind, ""), Thresholds())
            settle(connection, one, reading, found, "", at)


def all_of(connection: Connection, **wanted: object) -> list[Entry]:
    return list(entries(connection, Filter(**wanted)))  # type: ignore[arg-type]


def test_a_filter_shows_what_it_names(store: Store) -> None:
    send(store, "The dose of 400 mg is wrong")
    send(store, "buy cheap pills, click here", article="b.md", kind=Kind.OTHER)
    send(store, "hm", kind=Kind.UNCLEAR)
    send(store, "", helpful=True, kind=None)
    judge(store)
    with store.begin() as connection:
        assert [one.id for one in all_of(connection, queue=Queue.QUARANTINE)] == [2]
        assert [one.id for one in all_of(connection, article="b.md")] == [2]
        assert [one.id for one in all_of(connection, kind=Kind.UNCLEAR)] == [3]
        assert [one.id for one in all_of(connection, risk=Risk.DOSE)] == [1]
        assert len(all_of(connection, status=Status.RECEIVED)) == 4
        assert [one.id for one in entries(connection, Filter(), limit=2, after=1)] == [2, 3]
        assert counts(connection) == {"issue": 1, "quarantine": 1, "waiting": 1, "counted": 1}
        assert entry(connection, 99) is None


def test_the_same_words_and_many_from_one_sender_are_suspected(store: Store) -> None:
    for number in range(7):
        send(store, f"Number {number} of the 12 figures in it is wrong", origin="one")
    send(store, "Number 0 of the 12 FIGURES in it is  wrong", origin="two")
    judge(store)
    with store.begin() as connection:
        queues = [one.queue for one in all_of(connection)]
    assert queues[:5] == [Queue.ISSUE] * 5
    assert queues[5:] == [Queue.QUARANTINE] * 3


def test_a_second_reader_takes_the_waiting_one_along(store: Store) -> None:
    send(store, "bad", origin="one")
    judge(store)
    with store.begin() as connection:
        assert counts(connection) == {"waiting": 1}
    send(store, "poor", origin="two")
    judge(store)
    with store.begin() as connection:
        assert counts(connection) == {"issue": 2}
        assert backlog(connection) == {"unread": 0, "outbox": 1, "errands": 0}


def test_a_rejected_report_is_kept_and_its_receipt_says_why(store: Store) -> None:
    token = send(store, "hm")
    judge(store)
    with store.begin() as connection:
        assert reject(connection, 1, "We could not find what you mean.", NOON)
        assert not reject(connection, 99, "x", NOON)
        found = receipt(connection, token)
        assert found is not None
        assert (found.status, found.answer) == (Status.NO_CHANGE, "We could not find what you mean.")
        assert [one.comment for one in all_of(connection)] == ["hm"]
        assert receipt(connection, "unknown") is None


def test_what_has_an_issue_is_neither_approved_again_nor_rejected(store: Store) -> None:
    send(store)
    judge(store)
    with store.begin() as connection:
        assert not approve(connection, 1, NOON)
        assert not reject(connection, 1, "x", NOON)


def test_a_closed_issue_moves_its_receipts(store: Store) -> None:
    token = send(store, passage="Coffee is a drink.")
    judge(store)
    with store.begin() as connection:
        from bot.feedback.store.outbox import claim, done

        work = claim(connection, "w", NOON)
        assert work is not None
        done(connection, work, 7, NOON)
        [group] = open_groups(connection, "a.md")
        assert (group.issue, group.passages) == (7, ("Coffee is a drink.",))
        close(connection, group.id, Status.CORRECTED, date(2026, 12, 1), NOON)
        assert open_groups(connection) == []
        found = receipt(connection, token)
        assert found is not None
        assert (found.status, found.on) == (Status.CORRECTED, date(2026, 12, 1))


def test_addresses_go_after_closing_and_words_after_their_time(store: Store) -> None:
    send(store, "hm", email="jo@example.org")
    judge(store)
    with store.begin() as connection:
        reject(connection, 1, "no", NOON)
        assert erase(connection, NOON + timedelta(days=29)) == (0, 0)
        assert erase(connection, NOON + timedelta(days=30)) == (1, 0)
        [one] = all_of(connection)
        assert (one.email, one.comment) == ("", "hm")
        assert erase(connection, NOON + timedelta(days=365)) == (0, 1)
        [one] = all_of(connection)
        assert one.comment == ""


def test_a_crisis_is_not_kept_longer_than_its_contact(store: Store) -> None:
    send(store, "I want to die", email="jo@example.org")
    judge(store)
    with store.begin() as connection:
        assert [one.queue for one in all_of(connection)] == [Queue.CRISIS]
        reject(connection, 1, "seen", NOON)
        assert erase(connection, NOON + timedelta(days=365))[0] == 1


def test_answers_are_counted_by_article_and_day(store: Store) -> None:
    for day in (0, 0, 1, 40):
        send(store, "", at=NOON - timedelta(days=day), helpful=True, kind=None, origin=str(day))
    send(store)
    send(store, "The source of 1990 is missing", kind=Kind.UNSOURCED, article="b.md", origin="b")
    with store.begin() as connection:
        assert [(one.article, one.yes, one.no, one.kinds) for one in figures(connection, NOON, 30)] == [
            ("a.md", 3, 1, {"inaccurate": 1}),
            ("b.md", 0, 1, {"unsourced": 1}),
        ]
        daily = by_day(connection, NOON, 7, "a.md")
        assert daily[-2:] == [("2026-11-21", 1, 0), ("2026-11-22", 2, 1)]
        assert len(daily) == 7


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("192.0.2.1", "192.0.2.1", True),
        ("192.0.2.1", "192.0.2.2", False),
        ("2001:db8::1", "2001:db8::2", True),
        ("2001:db8:1::1", "2001:db8:2::1", False),
    ],
)
def test_senders_are_told_apart_and_not_named(one: str, other: str, same: bool) -> None:
    assert (sender(one, "ab" * 32) == sender(other, "ab" * 32)) is same
    assert sender(one, "ab" * 32) != sender(one, "cd" * 32)
    assert one not in sender(one, "ab" * 32)


def test_a_days_salt_is_made_once_and_yesterdays_thrown_away(store: Store) -> None:
    with store.begin() as connection:
        first = salt(connection, date(2026, 11, 21))
        assert salt(connection, date(2026, 11, 21)) == first
        assert salt(connection, date(2026, 11, 22)) != first
        assert salt(connection, date(2026, 11, 21)) != first


def test_a_few_words_are_nobodys_own() -> None:
    assert words("Thank you!") == ""
    assert words("This sentence is long enough.") == words(" this SENTENCE is  long enough. ")
