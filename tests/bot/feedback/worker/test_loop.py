"""A worker's round looks at the issues now and then, and goes on where GitHub fails."""

import pytest

from bot.feedback.desk import Desk
from bot.feedback.report import Status
from bot.feedback.store import Store
from bot.feedback.store.receipts import receipt
from bot.feedback.worker.loop import Loop
from bot.github.issues import Issues
from tests.bot.feedback.worker.conftest import send
from tests.bot.feedback.worker.test_worker import made, work
from tests.bot.webhook.conftest import served
from tests.github import faults
from tests.github.harness import ME, REPOSITORY, TOKEN
from tests.github.server import Hub


def rounds(store_url: str, desk: Desk, hub: Hub, count: int) -> None:
    worker = Loop(store_url, desk.root, REPOSITORY, TOKEN, ME, hub.url, "https://github.example", 1)
    try:
        for _ in range(count):
            worker.step()
    finally:
        worker.close()


def status(store: Store, token: str) -> Status:
    with store.begin() as connection:
        found = receipt(connection, token)
    assert found is not None
    return found.status


def test_a_closed_issue_moves_its_receipts(store: Store, store_url: str, issues: Issues, desk: Desk, hub: Hub) -> None:
    token = send(store)
    work(store, issues, desk)
    made(hub)[0].state, made(hub)[0].reason = "closed", "not_planned"
    rounds(store_url, desk, hub, 1)
    assert status(store, token) is Status.NO_CHANGE


def test_the_issues_are_looked_at_seldom(store: Store, store_url: str, issues: Issues, desk: Desk, hub: Hub) -> None:
    send(store)
    work(store, issues, desk)
    before = len(hub.calls)
    rounds(store_url, desk, hub, 3)
    assert len(hub.calls) == before + 1


def test_a_delivery_of_github_makes_it_look_at_once(
    store: Store, store_url: str, issues: Issues, desk: Desk, hub: Hub
) -> None:
    token = send(store)
    work(store, issues, desk)
    worker = Loop(store_url, desk.root, REPOSITORY, TOKEN, ME, hub.url, "https://github.example", 1)
    worker.step()
    made(hub)[0].state, made(hub)[0].reason = "closed", "not_planned"
    worker.step()
    assert status(store, token) is Status.UNDER_REVIEW
    closed = {"number": 1, "labels": [{"name": "reader feedback"}]}
    with served(store) as hook:
        said = hook.deliver(
            "issues", {"action": "closed", "issue": closed, "repository": {"full_name": REPOSITORY.upper()}}
        )
    assert said == (202, {"status": "kept"})
    worker.step()
    worker.close()
    assert status(store, token) is Status.NO_CHANGE


def test_a_failure_does_not_end_the_worker(
    store: Store, store_url: str, issues: Issues, desk: Desk, hub: Hub, capsys: pytest.CaptureFixture[str]
) -> None:
    send(store)
    work(store, issues, desk)
    hub.faults.add(faults.secondary_limit(r"GET .*/issues.*", seconds=9999))
    rounds(store_url, desk, hub, 2)
    assert "again in ten minutes" in capsys.readouterr().err
