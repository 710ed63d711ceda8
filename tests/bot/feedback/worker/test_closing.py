"""A closed issue moves the receipts of its reports; the day's notice is made once."""

import os
import subprocess
from datetime import date, datetime, timedelta

import pytest

from bot.feedback.desk import Desk
from bot.feedback.report import Status
from bot.feedback.store import Store
from bot.feedback.store.receipts import Receipt, open_groups, receipt
from bot.feedback.triage import Thresholds
from bot.feedback.worker import triage
from bot.feedback.worker.closing import settle
from bot.feedback.worker.notices import notify
from bot.github.errors import GitHubError
from bot.github.issues import Issues
from tests.bot.feedback.worker.conftest import ARTICLE, NOON, send
from tests.bot.feedback.worker.test_worker import made, work
from tests.github import faults
from tests.github.harness import REPOSITORY
from tests.github.server import Hub
from tests.github.store import Comment

LATER = NOON + timedelta(days=3)
LEASE = timedelta(minutes=5)


def git(desk: Desk, *arguments: str, at: datetime = NOON) -> None:
    signed = {f"GIT_{who}_{what}": "Example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    dated = {"GIT_AUTHOR_DATE": at.isoformat(), "GIT_COMMITTER_DATE": at.isoformat()}
    subprocess.run(["git", "-C", desk.root, *arguments], check=True, env={**os.environ, **signed, **dated})


def commit(desk: Desk, text: str, at: datetime) -> None:
    (desk.root / "articles" / "coffee.md").write_text(text)
    git(desk, "add", "--all")
    git(desk, "commit", "--quiet", "--message", "x", at=at)


@pytest.fixture
def desk(desk: Desk) -> Desk:
    git(desk, "init", "--quiet", "--initial-branch", "main")
    commit(desk, ARTICLE, NOON - timedelta(days=9))
    return desk


def seen(store: Store, token: str) -> Receipt:
    with store.begin() as connection:
        found = receipt(connection, token)
    assert found is not None
    return found


def say(hub: Hub, author: str, text: str) -> None:
    comments = hub.store.repositories[REPOSITORY].comments
    number = next(hub.store.ids)
    comments[number] = Comment(number, author, text, 1, hub.store.now())


def test_a_correction_on_the_default_branch_is_shown(store: Store, issues: Issues, desk: Desk, hub: Hub) -> None:
    token = send(store)
    work(store, issues, desk)
    assert settle(store, issues, desk, LATER) == 0
    made(hub)[0].state, made(hub)[0].reason = "closed", "completed"
    assert settle(store, issues, desk, LATER) == 0
    assert seen(store, token).status is Status.UNDER_REVIEW

    git(desk, "checkout", "--quiet", "-b", "correction")
    moved = ARTICLE.replace("2026-01-01", "2026-11-24").replace("six hours", "five hours")
    commit(desk, moved, NOON + timedelta(days=2))
    git(desk, "update-ref", "refs/remotes/origin/HEAD", "main")
    assert settle(store, issues, desk, LATER) == 0, "it is on a branch only"

    git(desk, "update-ref", "refs/remotes/origin/HEAD", "correction")
    assert settle(store, issues, desk, LATER) == 1
    assert seen(store, token)[2:] == (Status.CORRECTED, date(2026, 11, 24), "")
    with store.begin() as connection:
        assert open_groups(connection) == []


def test_the_default_branch_is_fetched(store: Store, issues: Issues, desk: Desk, hub: Hub) -> None:
    token = send(store)
    work(store, issues, desk)
    made(hub)[0].state, made(hub)[0].reason = "closed", "completed"
    origin = Desk(desk.root.with_name("origin"))
    git(desk, "clone", "--quiet", str(desk.root), str(origin.root))
    git(desk, "remote", "add", "origin", str(origin.root))
    commit(origin, ARTICLE.replace("2026-01-01", "2026-11-24"), NOON + timedelta(days=2))
    assert settle(store, issues, desk, LATER) == 1
    assert seen(store, token).status is Status.CORRECTED


def test_a_report_that_came_after_the_correction_stays_under_review(
    store: Store, issues: Issues, desk: Desk, hub: Hub
) -> None:
    first = send(store)
    commit(desk, ARTICLE.replace("2026-01-01", "2026-11-24"), NOON + timedelta(days=2))
    second = send(store, "It says six hours still", "b", received=NOON + timedelta(days=2, hours=1))
    work(store, issues, desk)
    made(hub)[0].state, made(hub)[0].reason = "closed", "completed"
    assert settle(store, issues, desk, LATER) == 1
    assert [seen(store, token).status for token in (first, second)] == [Status.CORRECTED, Status.UNDER_REVIEW]


def test_no_change_is_said_with_the_reason_of_whoever_may_write(
    store: Store, issues: Issues, desk: Desk, hub: Hub
) -> None:
    token = send(store)
    work(store, issues, desk)
    say(hub, "nora-example", "Thanks!")
    say(hub, "nora-example", "The figure is **right**, see [the study](https://example.org). Mail jo@example.org.")
    say(hub, "omar-example", "It is not!")
    say(hub, "stranger-example", "Sell it.")
    say(hub, "github-actions[bot]", "Done.")
    made(hub)[0].state, made(hub)[0].reason = "closed", "not_planned"
    assert settle(store, issues, desk, LATER) == 1
    found = seen(store, token)
    assert found.status is Status.NO_CHANGE
    assert found.answer.startswith("The figure is right, see the study (https://example.org).")
    assert "jo@" not in found.answer


def test_no_change_without_a_word(store: Store, issues: Issues, desk: Desk, hub: Hub) -> None:
    token = send(store)
    work(store, issues, desk)
    made(hub)[0].state, made(hub)[0].reason = "closed", "not_planned"
    settle(store, issues, desk, LATER)
    assert seen(store, token).answer == ""


def test_an_issue_that_is_gone_or_lost_its_label_moves_nothing(
    store: Store, issues: Issues, desk: Desk, hub: Hub
) -> None:
    token = send(store)
    work(store, issues, desk)
    made(hub)[0].labels = []
    assert settle(store, issues, desk, LATER) == 0
    del hub.store.repositories[REPOSITORY].issues[1]
    assert settle(store, issues, desk, LATER) == 0
    assert seen(store, token).status is Status.UNDER_REVIEW


def test_nothing_is_asked_where_nothing_is_open(store: Store, issues: Issues, desk: Desk, hub: Hub) -> None:
    settle(store, issues, desk, LATER)
    notify(store, issues, NOON, LEASE)
    assert hub.calls == []


def hold(store: Store, desk: Desk, count: int) -> None:
    for number in range(count):
        send(store, f"Number {number} of {count} is wrong since 200{number}", sender=f"{number} of {count}", passage="")
    triage(store, desk, Thresholds(daily=0), NOON)


def test_the_day_has_one_notice(store: Store, issues: Issues, desk: Desk, hub: Hub) -> None:
    hold(store, desk, 1)
    notify(store, issues, NOON, LEASE)
    notify(store, issues, NOON, LEASE)
    assert len(hub.writes) == 1
    hold(store, desk, 2)
    notify(store, issues, NOON, LEASE)
    [issue] = made(hub)
    assert "3 reports wait" in issue.body
    assert issue.labels == ["reader feedback"]


@pytest.mark.parametrize("after", [False, True])
def test_the_notice_is_made_once_though_its_answer_was_lost(
    store: Store, issues: Issues, desk: Desk, hub: Hub, after: bool
) -> None:
    hold(store, desk, 1)
    hub.faults.add(faults.bad_gateway(rf"POST /repos/{REPOSITORY}/issues", after=after))
    with pytest.raises(GitHubError):
        notify(store, issues, NOON, LEASE)
    notify(store, issues, NOON + timedelta(minutes=1), LEASE)
    assert len(made(hub)) == int(after), "nobody else tries while it may yet appear"
    notify(store, issues, NOON + LEASE, LEASE)
    assert len(made(hub)) == 1
