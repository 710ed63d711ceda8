"""Issues on the fake GitHub: made, changed, listed and found as the description has it."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.github import harness
from tests.github.server import Hub

ROOT = f"/repos/{harness.REPOSITORY}/issues"


@pytest.fixture
def hub() -> Iterator[Hub]:
    with harness.hub() as fake:
        yield fake


def send(hub: Hub, method: str, path: str, body: object = None) -> Any:
    data = None if body is None else json.dumps(body).encode()
    headers = {"Authorization": f"Bearer {harness.TOKEN}", "Content-Type": "application/json"}
    with urlopen(Request(f"{hub.url}{path}", data, headers, method=method), timeout=30) as answer:
        return json.loads(answer.read())


def test_an_issue_from_beginning_to_end(hub: Hub) -> None:
    made = send(hub, "POST", ROOT, {"title": "A wrong dose", "body": "In the second section.", "labels": ["feedback"]})
    assert (made["number"], made["state"]) == (1, "open")
    assert [one["title"] for one in send(hub, "GET", f"{ROOT}?labels=feedback&state=open")] == ["A wrong dose"]
    found = send(hub, "GET", f"/search/issues?q=repo:{harness.REPOSITORY}+is:issue+label:feedback+dose")
    assert (found["total_count"], found["items"][0]["number"]) == (1, 1)
    changed = {"state": "closed", "state_reason": "completed", "assignees": ["nora-example"]}
    assert send(hub, "PATCH", f"{ROOT}/1", changed)["assignees"][0]["login"] == "nora-example"
    assert not send(hub, "GET", ROOT)
    assert send(hub, "GET", f"{ROOT}/1")["state_reason"] == "completed"
    send(hub, "POST", f"{ROOT}/1/comments", {"body": "Thank you."})
    assert send(hub, "GET", f"{ROOT}/1")["comments"] == 1


def test_listings_lag(hub: Hub) -> None:
    hub.store.lag = 2
    send(hub, "POST", ROOT, {"title": "A wrong dose"})
    assert [len(send(hub, "GET", ROOT)) for _ in range(3)] == [0, 1, 1]
    assert send(hub, "GET", f"{ROOT}/1")["title"] == "A wrong dose"


@pytest.mark.parametrize(
    "body", [{"title": " "}, {"title": "A", "body": "x" * 65_537}, {"title": "A", "assignees": ["stranger-example"]}]
)
def test_what_github_refuses(hub: Hub, body: dict[str, object]) -> None:
    with pytest.raises(HTTPError, match="422"):
        send(hub, "POST", ROOT, body)
