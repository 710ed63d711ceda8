"""A store, a checkout and GitHub on loopback."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.feedback.report import Kind, Report
from bot.feedback.store import Store
from bot.feedback.store.intake import Incoming, accept, new_token
from bot.feedback.worker import Desk
from bot.github.issues import Issues
from bot.github.patience import Patience
from tests.github import harness
from tests.github.server import Hub

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
ARTICLE = """---
title: Coffee
authors:
  - name: Nora Example
last_modified: 2026-01-01
---

## Sleep

Caffeine keeps you awake for six hours.
"""
PASSAGE = "Caffeine keeps you awake for six hours"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    root = tmp_path / "publication"
    (root / "articles").mkdir(parents=True)
    (root / "copydesk.toml").write_text('people = "people.yaml"\n')
    (root / "people.yaml").write_text("- name: Nora Example\n  github: nora-example\n")
    (root / "articles" / "coffee.md").write_text(ARTICLE)
    return Desk(root, "https://github.example/example/health", "abc1234")


@pytest.fixture
def hub() -> Iterator[Hub]:
    with harness.hub() as fake:
        yield fake


@pytest.fixture
def issues(hub: Hub) -> Issues:
    return Issues(
        harness.REPOSITORY,
        harness.TOKEN,
        harness.ME,
        api=hub.url,
        patience=Patience(longest=0, between_writes=0),
        wait=lambda seconds: None,
        say=lambda line: None,
    )


def send(store: Store, comment: str = "The figure of six hours is wrong", sender: str = "a", **fields: object) -> str:
    """A report in the store; the token of its receipt."""
    said: dict[str, object] = {
        "received": NOON,
        "helpful": False,
        "kind": Kind.INACCURATE,
        "passage": PASSAGE,
        "elapsed": 20.0,
    }
    report = Report("articles/coffee.md", comment=comment, **{**said, **fields})  # type: ignore[arg-type]
    token = new_token()
    with store.begin() as connection:
        accept(connection, [Incoming(report, token, sender)])
    return token
