"""GitHub on loopback for each test, and the adapter that talks to it."""

from collections.abc import Iterator

import pytest

from bot.github import GitHub, Patience
from tests.github import harness
from tests.github.server import Hub
from tests.github.store import Repository


@pytest.fixture
def hub() -> Iterator[Hub]:
    with harness.hub() as fake:
        harness.open_pull(fake)
        yield fake


@pytest.fixture
def repository(hub: Hub) -> Repository:
    return hub.store.repositories[harness.REPOSITORY]


@pytest.fixture
def log() -> list[str]:
    """The lines that the adapter wrote for the job's log."""
    return []


@pytest.fixture
def rests() -> list[float]:
    """The rests that the adapter took, in seconds; none is really waited for."""
    return []


@pytest.fixture
def github(hub: Hub, log: list[str], rests: list[float]) -> GitHub:
    return GitHub(
        harness.REPOSITORY,
        harness.TOKEN,
        api=hub.url,
        patience=Patience(between_writes=0),
        wait=rests.append,
        say=log.append,
    )
