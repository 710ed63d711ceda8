"""GitHub's own examples of its deliveries go through the service, with a right and with a wrong signature."""

import json
import os
from collections.abc import Iterator
from typing import Any

import pytest

from bot.feedback.store import Store
from bot.webhook.delivery import EVENTS
from tests.bot.webhook.conftest import Hook, served, signed
from tests.github.openapi.description import MODULES

SOURCE = MODULES / "@octokit" / "webhooks-examples"
NAMED = {"pull_request", "issue_comment", "check_run", "check_suite", "installation", "push", "pull_request_review"}
SERVERS = sorted(path.parent.name for path in SOURCE.glob("*/index.json"))


def examples(server: str) -> Iterator[tuple[str, Any]]:
    for event in json.loads((SOURCE / server / "index.json").read_bytes()):
        yield from ((event["name"], example) for example in event["examples"])


@pytest.fixture(scope="module")
def module_hook(database: Store) -> Iterator[Hook]:
    with served(database) as found:
        yield found


def test_the_examples_are_there() -> None:
    if not SERVERS:
        line = "@octokit/webhooks-examples is missing: `make test` fetches it with npm. No example is delivered"
        if os.environ.get("COPYDESK_CHECK_ALL"):
            pytest.fail(line)
        pytest.skip(line)
    assert {name for name, _ in examples("api.github.com")} >= NAMED


@pytest.mark.parametrize("server", SERVERS)
def test_every_example_is_taken_when_signed_and_refused_when_not(module_hook: Hook, server: str) -> None:
    tried: dict[str, int] = {}
    for name, example in examples(server):
        if name not in EVENTS:
            continue
        before = module_hook.kept
        body = json.dumps(example).encode()
        assert module_hook.deliver(name, body, X_Hub_Signature_256=signed(body, "another"))[0] == 401
        assert module_hook.kept == before
        assert module_hook.deliver(name, body) == (202, {"status": "kept"})
        assert module_hook.kept == before + 1
        tried[name] = tried.get(name, 0) + 1
    assert set(tried) >= NAMED


@pytest.mark.skipif(not SERVERS, reason="@octokit/webhooks-examples is missing: `make test` fetches it with npm")
def test_examples_of_other_events_are_acknowledged(module_hook: Hook) -> None:
    others = {name: example for name, example in examples("api.github.com") if name not in EVENTS}
    assert len(others) > 30
    for name, example in others.items():
        assert module_hook.deliver(name, example) == (202, {"status": "ignored"})
