"""What each event asks for, and what of a payload is believed."""

import json
from typing import Any

import pytest

from bot.webhook.delivery import Delivery, DeliveryError, read
from bot.webhook.errand import Errand

SHA = "a" * 40
PULL = {"pull_request": {"number": 7}}
ON_PULL = {"issue": {"number": 7, "pull_request": {}}}
COMMAND = {"comment": {"body": "/copydesk recheck"}}
HERE = {"repository": {"full_name": "example/health"}, "installation": {"id": 42}}
BOT = {"sender": {"type": "Bot"}}


def about(event: str, payload: dict[str, Any]) -> str:
    found = read("guid", event, json.dumps({**HERE, **payload}).encode())
    assert found is not None
    return found.about[0].about if found.about else ""


@pytest.mark.parametrize(
    ("event", "payload", "wanted"),
    [
        *(("pull_request", {"action": action, **PULL}, "pull/7") for action in ("opened", "synchronize", "reopened")),
        ("pull_request", {"action": "ready_for_review", **PULL}, "pull/7"),
        ("pull_request", {"action": "edited", "changes": {"base": {"ref": {"from": "old"}}}, **PULL}, "pull/7"),
        ("pull_request", {"action": "edited", "changes": {"title": {"from": "old"}}, **PULL}, ""),
        ("pull_request", {"action": "labeled", **PULL}, ""),
        ("pull_request", {"action": "closed", **PULL}, ""),
        ("issue_comment", {"action": "created", **ON_PULL, **COMMAND}, "pull/7"),
        ("issue_comment", {"action": "deleted", **ON_PULL, **COMMAND}, "pull/7"),
        ("issue_comment", {"action": "created", "issue": {"number": 7}, **COMMAND}, ""),
        ("issue_comment", {"action": "created", **ON_PULL, "comment": {"body": "Thanks"}}, ""),
        ("issue_comment", {"action": "created", **ON_PULL, **COMMAND, **BOT}, ""),
        (
            "issue_comment",
            {
                "action": "edited",
                **ON_PULL,
                "comment": {"body": ""},
                "changes": {"body": {"from": "/copydesk dismiss"}},
            },
            "pull/7",
        ),
        ("pull_request_review_comment", {"action": "created", **PULL, **COMMAND}, "pull/7"),
        ("pull_request_review", {"action": "submitted", **PULL}, "pull/7"),
        ("pull_request_review", {"action": "dismissed", **PULL}, "pull/7"),
        ("pull_request_review", {"action": "submitted", **PULL, **BOT}, ""),
        ("check_run", {"action": "rerequested", "check_run": {"head_sha": SHA}}, f"commit/{SHA}"),
        ("check_run", {"action": "completed", "check_run": {"head_sha": SHA}}, ""),
        ("check_run", {"action": "rerequested", "check_run": {"head_sha": "main; rm"}}, ""),
        ("check_suite", {"action": "rerequested", "check_suite": {"head_sha": SHA}}, f"commit/{SHA}"),
        ("push", {"ref": "refs/heads/main"}, "branch/main"),
        ("push", {"ref": "refs/heads/release/2026"}, "branch/release/2026"),
        ("push", {"ref": "refs/heads/main", "deleted": True}, ""),
        ("push", {"ref": "refs/tags/v1"}, ""),
        ("push", {"ref": 1}, ""),
        ("ping", {"zen": "Example"}, ""),
        ("installation", {"action": "created"}, ""),
    ],
)
def test_what_an_event_asks_for(event: str, payload: dict[str, Any], wanted: str) -> None:
    assert about(event, payload) == wanted


@pytest.mark.parametrize(
    "claimed",
    [
        {"repository": {"full_name": name}}
        for name in (
            "../../etc",
            "example",
            "example/..",
            "example/.",
            "a/b/c",
            "-x/y",
            "e/h\n",
            "",
            None,
            3,
            "e/" + "h" * 101,
        )
    ]
    + [{"installation": {"id": number}} for number in (0, -1, True, "42", None, 1 << 63, 1.5)]
    + [{"pull_request": {"number": number}} for number in (0, -7, True, "7", None, 1 << 31)]
    + [{"repository": None}, {"installation": []}, {"pull_request": "7"}],
)
def test_what_cannot_be_is_not_believed(claimed: dict[str, Any]) -> None:
    assert about("pull_request", {"action": "opened", **PULL, **claimed}) == ""


def test_a_repository_may_begin_with_a_dot() -> None:
    body = json.dumps({"action": "opened", **HERE, **PULL, "repository": {"full_name": "example/.github"}}).encode()
    assert read("guid", "pull_request", body) == Delivery(
        "guid", "pull_request", (Errand("example/.github", "pull/7", 42),)
    )


REPORTS = {"issue": {"number": 7, "labels": [{"name": "kind: outdated"}, {"name": "reader feedback"}]}}
MAIN = {"repository": {"full_name": "example/health", "default_branch": "main"}}


@pytest.mark.parametrize(
    ("event", "payload", "is_news"),
    [
        ("issues", {"action": "closed", **REPORTS}, True),
        ("issues", {"action": "opened", **REPORTS}, False),
        ("issues", {"action": "closed", "issue": {"number": 7, "labels": []}}, False),
        ("issues", {"action": "closed", "issue": {"number": 7, "labels": "reader feedback"}}, False),
        ("issues", {"action": "closed", "issue": None}, False),
        ("push", {"ref": "refs/heads/main", **MAIN}, True),
        ("push", {"ref": "refs/heads/draft", **MAIN}, False),
        ("push", {"ref": "refs/heads/main"}, False),
        ("push", {"ref": "refs/heads/main", **MAIN, "deleted": True}, False),
        ("pull_request", {"action": "opened", **PULL}, False),
    ],
)
def test_what_may_move_receipts_needs_no_app(event: str, payload: dict[str, Any], is_news: bool) -> None:
    body = {**HERE, **payload}
    del body["installation"]
    found = read("guid", event, json.dumps(body).encode())
    assert found is not None
    assert found.news_of == ("example/health" if is_news else "")
    assert found.about == ()


def test_an_installation_that_is_removed() -> None:
    assert read("g", "installation", b'{"action": "deleted", "installation": {"id": 5}}') == Delivery(
        "g", "installation", left=5
    )


def test_an_unknown_event() -> None:
    assert read("guid", "star", b"{}") is None


@pytest.mark.parametrize(
    ("guid", "event", "body"),
    [("", "ping", b"{}"), ("g", "", b"{}"), ("g", "ping", b"1" * 10_000), ("g", "ping", b"null"), ("é", "ping", b"{}")],
)
def test_what_cannot_be_read(guid: str, event: str, body: bytes) -> None:
    with pytest.raises(DeliveryError):
        read(guid, event, body)
