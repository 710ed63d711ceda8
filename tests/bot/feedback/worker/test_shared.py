"""Reports that come by GitHub's form and by the service end in one issue, whichever comes first."""

from dataclasses import dataclass

import pytest

from bot.feedback.answers import LOOK
from bot.feedback.report import LABEL, Status
from bot.feedback.store import Store
from bot.feedback.store.receipts import receipt
from bot.feedback.worker import Desk
from bot.github.issues import Issues
from bot.github.patience import Patience
from tests.bot.feedback.test_forms import body
from tests.bot.feedback.test_public import opened, said, triage
from tests.bot.feedback.worker.conftest import PASSAGE, send
from tests.bot.feedback.worker.test_worker import made, work
from tests.github import harness
from tests.github.server import Hub
from tests.github.store import Issue, Token

OTHER = "copydesk-example[bot]"


@dataclass
class Both:
    """The service's worker and the form's workflow, on one repository."""

    store: Store
    issues: Issues
    desk: Desk
    hub: Hub

    def by_service(self, comment: str, sender: str) -> str:
        token = send(self.store, comment, sender)
        work(self.store, self.issues, self.desk)
        return token

    def by_form(self, comment: str, passage: str = PASSAGE) -> Issue:
        issue = opened(self.hub, body(passage=passage, comment=comment), author=f"{comment[:6].strip().lower()}-reader")
        done = triage(self.hub, self.desk.root, issue)
        assert done.exit_code == 0, done.output
        return issue

    def issue(self) -> Issue:
        """The one that is open."""
        [found] = [one for one in made(self.hub) if one.state == "open"]
        return found


@pytest.fixture
def both(store: Store, issues: Issues, desk: Desk, hub: Hub) -> Both:
    return Both(store, issues, desk, hub)


def test_the_form_first(both: Both) -> None:
    first = both.by_form("It is five hours")
    text = first.body
    token = both.by_service("A study of 2020 says seven hours", "a")
    assert both.issue() is first
    assert first.body == text.replace("One reader reports", "2 readers report")
    assert [words for words in said(both.hub, first) if "says seven hours" in words]
    with both.store.begin() as connection:
        found = receipt(connection, token)
    assert found is not None
    assert found.status is Status.UNDER_REVIEW
    both.by_service("Six is wrong: see the guideline of 2021", "b")
    both.by_form("Four hours, they say in 2022")
    assert both.issue() is first
    assert "4 readers report" in first.body
    assert len([words for words in said(both.hub, first) if "says seven hours" in words]) == 1


def test_the_service_first(both: Both) -> None:
    both.by_service("A study of 2020 says seven hours", "a")
    both.by_service("Six is wrong: see the guideline of 2021", "b")
    first = both.issue()
    second = both.by_form("Four hours, they say in 2022")
    assert both.issue() is first
    assert (second.state, second.reason) == ("closed", "duplicate")
    assert "3 readers report" in first.body
    both.by_service("Nobody found six hours in 2023", "c")
    assert both.issue() is first
    assert "4 readers report" in first.body
    assert "Nobody found six hours in 2023" in first.body
    before = len(both.hub.writes)
    work(both.store, both.issues, both.desk)
    assert len(both.hub.writes) == before


def test_a_closed_issue_is_opened_again_by_the_form(both: Both) -> None:
    both.by_service("A study of 2020 says seven hours", "a")
    first = both.issue()
    first.state = "closed"
    both.by_form("Four hours, they say in 2022")
    assert both.issue() is first


def test_what_waited_for_a_look_is_settled_by_the_service(both: Both) -> None:
    first = both.by_form("hm", passage="")
    assert LOOK in first.labels
    both.by_form("hm")
    send(both.store, "Since the study of 2020 all of it is wrong", passage="")
    work(both.store, both.issues, both.desk)
    assert LOOK not in first.labels


@pytest.mark.parametrize("known", [True, False])
def test_another_account_counts_where_the_settings_name_it(both: Both, known: bool) -> None:
    """The workflow writes as Actions do, the worker as an app: each must know the other."""
    both.hub.store.tokens["other"] = Token(OTHER, harness.WRITES)
    if known:
        settings = both.desk.root / "copydesk.toml"
        settings.write_text(settings.read_text() + f"[feedback]\naccounts = ['{OTHER}', '{harness.ME}']\n")
    both.issues = Issues(
        harness.REPOSITORY,
        "other",
        OTHER,
        api=both.hub.url,
        patience=Patience(longest=0, between_writes=0),
        wait=lambda seconds: None,
        others=[harness.ME] if known else [],
    )
    both.by_form("It is five hours")
    both.by_service("A study of 2020 says seven hours", "a")
    open_now = [one for one in made(both.hub) if one.state == "open" and LABEL in one.labels]
    assert len(open_now) == (1 if known else 2)
