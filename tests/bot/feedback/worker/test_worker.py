"""Reports become issues: each ends in exactly one, whatever goes wrong on the way."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.feedback.report import Kind, Queue, Status
from bot.feedback.store import Store
from bot.feedback.store.figures import backlog
from bot.feedback.store.outbox import wish
from bot.feedback.store.queues import Filter, approve, entries
from bot.feedback.store.receipts import close, receipt
from bot.feedback.triage import Thresholds
from bot.feedback.worker import Desk, publish, triage
from bot.github.issues import Issues
from tests.bot.feedback.worker.conftest import NOON, send
from tests.github import faults
from tests.github.harness import REPOSITORY
from tests.github.server import Hub
from tests.github.store import Issue

POST = rf"POST /repos/{REPOSITORY}/issues"


def made(hub: Hub) -> list[Issue]:
    return list(hub.store.repositories[REPOSITORY].issues.values())


def work(store: Store, issues: Issues, desk: Desk) -> None:
    """Works everything off, with the clock going on."""
    triage(store, desk, Thresholds(), NOON)
    for minute in range(1000):
        publish(store, issues, desk, "w", NOON + timedelta(minutes=minute))
        with store.begin() as connection:
            if not backlog(connection)["outbox"]:
                return
    raise AssertionError("the outbox does not get empty")


def test_a_report_becomes_an_issue(store: Store, issues: Issues, desk: Desk, hub: Hub) -> None:
    token = send(store, "The figure is wrong, write to me at jo@example.org @octocat")
    work(store, issues, desk)
    [issue] = made(hub)
    assert issue.title == "Reader feedback (not accurate): Coffee, Sleep"
    assert issue.assignees == ["nora-example"]
    assert issue.labels == ["reader feedback", "kind: inaccurate"]
    assert "blob/abc1234/articles/coffee.md?plain=1#L10-L10" in issue.body
    assert "jo@example.org" not in issue.body
    assert "@octocat" not in issue.body
    with store.begin() as connection:
        found = receipt(connection, token)
        assert found is not None
        assert found.status is Status.UNDER_REVIEW


def test_a_second_report_is_added_to_the_first_ones_issue(store: Store, issues: Issues, desk: Desk, hub: Hub) -> None:
    send(store, sender="a")
    work(store, issues, desk)
    body = made(hub)[0].body
    made(hub)[0].body = body.replace("- [ ] Read", "- [x] Read", 1) + "\n\nNote of a maintainer."
    send(store, "I think so too, by the 2020 study", sender="b")
    work(store, issues, desk)
    [issue] = made(hub)
    assert "2 readers report" in issue.body
    assert "- [x] Read" in issue.body
    assert issue.body.endswith("Note of a maintainer.")


def test_other_sections_and_kinds_get_their_own(store: Store, issues: Issues, desk: Desk, hub: Hub) -> None:
    send(store, sender="a")
    send(store, "There is a newer study of 2020", sender="b", kind=Kind.OUTDATED)
    send(store, "Something of 2020 elsewhere", sender="c", passage="")
    work(store, issues, desk)
    assert len(made(hub)) == 3


@pytest.mark.parametrize(
    "fault",
    [
        faults.bad_gateway(POST),
        faults.bad_gateway(POST, after=True),
        faults.bad_gateway(POST, times=4, after=True),
        faults.broken_off(POST),
        faults.broken_off(POST, after=True),
        faults.secondary_limit(POST),
        faults.too_many(POST),
        faults.bad_gateway("GET .*", times=30),
    ],
    ids=["502", "502-after", "502-after-4", "broken", "broken-after", "limit", "429", "reads"],
)
@pytest.mark.parametrize("late", [0, 4])
def test_exactly_one_issue_whatever_goes_wrong(
    store: Store, issues: Issues, desk: Desk, hub: Hub, fault: faults.Fault, late: int
) -> None:
    hub.store.lag = late
    hub.faults.add(replace(fault))
    send(store)
    work(store, issues, desk)
    assert len(made(hub)) == 1
    with store.begin() as connection:
        assert backlog(connection) == {"unread": 0, "outbox": 0, "errands": 0}


def test_somebody_who_cannot_be_assigned_does_not_hold_the_issue_up(
    store: Store, issues: Issues, desk: Desk, hub: Hub
) -> None:
    (desk.root / "people.yaml").write_text("- name: Nora Example\n  github: gone-example\n")
    send(store)
    work(store, issues, desk)
    assert [issue.assignees for issue in made(hub)] == [[]]


def test_nothing_is_written_where_nothing_changed(store: Store, issues: Issues, desk: Desk, hub: Hub) -> None:
    send(store)
    work(store, issues, desk)
    before = len(hub.writes)
    with store.begin() as connection:
        wish(connection, 1, NOON)
    work(store, issues, desk)
    assert len(hub.writes) == before


@pytest.mark.parametrize(
    ("comment", "queue"),
    [
        ("I want to die", Queue.CRISIS),
        ("After taking ibuprofen I broke out in a rash", Queue.PRIVATE),
        ("buy cheap pills, click here", Queue.QUARANTINE),
    ],
)
def test_what_is_private_never_reaches_github(
    store: Store, issues: Issues, desk: Desk, hub: Hub, comment: str, queue: Queue
) -> None:
    send(store, comment)
    work(store, issues, desk)
    assert made(hub) == []
    with store.begin() as connection:
        assert [one.queue for one in entries(connection, Filter())] == [queue]


def test_a_maintainer_may_let_a_suspected_report_out_but_never_a_crisis(
    store: Store, issues: Issues, desk: Desk, hub: Hub
) -> None:
    send(store, "buy cheap pills, click here")
    send(store, "I want to die", sender="b")
    triage(store, desk, Thresholds(), NOON)
    with store.begin() as connection:
        assert approve(connection, 1, NOON)
        assert not approve(connection, 2, NOON)
    work(store, issues, desk)
    assert len(made(hub)) == 1


def test_a_closed_issue_is_opened_again_by_a_new_report(store: Store, issues: Issues, desk: Desk, hub: Hub) -> None:
    token = send(store)
    work(store, issues, desk)
    made(hub)[0].state = "closed"
    with store.begin() as connection:
        close(connection, 1, Status.CORRECTED, NOON.date(), NOON)
        found = receipt(connection, token)
        assert found is not None
        assert found.status is Status.CORRECTED
    send(store, "Still wrong after the edit of 2026", sender="b")
    work(store, issues, desk)
    [issue] = made(hub)
    assert issue.state == "open"


def test_the_circuit_breaker_holds_back(store: Store, issues: Issues, desk: Desk, hub: Hub) -> None:
    for number in range(4):
        send(store, f"Number {number} is wrong since 200{number}", sender=str(number), kind=list(Kind)[number])
    decided = triage(store, desk, Thresholds(daily=2), NOON)
    assert [one.broken for one in decided] == [False, False, True, True]
