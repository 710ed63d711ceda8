"""A newsroom for each scenario."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bot.scenarios.newsroom import Newsroom, article
from tests.github import harness


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where processes find modules that others compiled before."""
    return tmp_path_factory.mktemp("compiled")


@pytest.fixture
def newsroom(tmp_path: Path, compiled: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Newsroom]:
    """Two sound articles on main, and a branch without changes."""
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
    monkeypatch.setenv("PYTHONPYCACHEPREFIX", str(compiled))
    with harness.hub() as hub:
        repository = hub.store.repositories[harness.REPOSITORY]
        repository.collaborators["frida-example"] = "write"
        room = Newsroom(hub, tmp_path / "health")
        room.begin({"articles/walking.md": article("Walking"), "articles/sitting.md": article("Sitting")})
        yield room
