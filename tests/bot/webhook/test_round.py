"""From GitHub's delivery to the review on the pull request, over HTTP; the remote is a repository on the disk."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from sqlalchemy import select, update

from bot.cli import main
from bot.clock import now
from bot.feedback.store import Store, deliveries
from bot.feedback.store.tables import errands
from bot.github.app import PERMISSIONS
from bot.webhook.worker import App, Reviewer
from tests.bot.scenarios.newsroom import UNCITED, Newsroom, article
from tests.bot.webhook.conftest import Hook
from tests.github import faults, harness

ROOT = Path(__file__).parents[3]
PATH = "articles/walking.md"
INSTALLATION = 42


def keys() -> tuple[str, str]:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    public = key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    return private.decode(), public.decode()


PRIVATE, PUBLIC = keys()


@dataclass
class Round:
    """A newsroom with the app installed; what is pushed there is what the app fetches."""

    room: Newsroom
    hook: Hook
    store: Store
    folder: Path
    said: list[str] = field(default_factory=list)

    @property
    def server(self) -> str:
        return f"file://{self.folder}/server"

    @property
    def clones(self) -> Path:
        return self.folder / "clones"

    def push(self) -> None:
        """A commit with a finding, as the pull request's newest."""
        self.room.push({PATH: article("Walking", UNCITED, f"\nMore {self.room.hub.store.requests}.\n\n")})
        self.room.git("update-ref", "refs/pull/1/head", "HEAD")

    def reviewer(self, key: str = PRIVATE, lease: float = 300) -> Reviewer:
        app = App("123", key, self.room.hub.url, self.server, wait=0)
        return Reviewer(self.store, app, self.clones, lease, self.said.append)

    def deliver(self, event: str = "pull_request", **payload: object) -> None:
        about = {"action": "synchronize", "pull_request": {"number": 1}} if event == "pull_request" else {}
        named = {"repository": {"full_name": harness.REPOSITORY}, "installation": {"id": INSTALLATION}}
        assert self.hook.deliver(event, {**about, **named, **payload})[0] == 202

    def left(self) -> list[tuple[str, int, str | None, datetime | None]]:
        """What is still to be done: about, attempts, why it failed, when it is due."""
        with self.store.begin() as connection:
            rows = connection.execute(select(errands)).all()
        return [(row.about, row.attempts, row.error, row.due) for row in rows]

    def hurry(self) -> None:
        """What waits is due."""
        with self.store.begin() as connection:
            connection.execute(update(errands).values(due=now() - timedelta(seconds=1)))


@pytest.fixture
def at(tmp_path: Path, store: Store, hook: Hook) -> Iterator[Round]:
    with harness.hub() as hub:
        hub.store.app_key, hub.store.installations[INSTALLATION] = PUBLIC, PERMISSIONS
        hub.store.repositories[harness.REPOSITORY].collaborators["frida-example"] = "write"
        place = tmp_path / "server" / f"{harness.REPOSITORY}.git"
        place.parent.mkdir(parents=True)
        room = Newsroom(hub, place)
        room.begin({PATH: article("Walking"), "articles/sitting.md": article("Sitting")})
        made = Round(room, hook, store, tmp_path)
        made.push()
        yield made


def test_a_delivery_becomes_a_review(at: Round) -> None:
    at.deliver()
    reviewer = at.reviewer()
    assert reviewer.step()
    assert "uncited-section" in at.room.summary
    assert [thread.path for thread in at.room.threads] == [PATH]
    assert {comment.author for comment in at.room.repository.comments.values()} == {"copydesk[bot]"}
    assert at.room.check("Copydesk") == "failure"
    assert (at.left(), reviewer.step()) == ([], False)


def test_the_mirror_is_bare_and_laid_out_nowhere(at: Round) -> None:
    at.deliver()
    at.reviewer().step()
    mirror = at.clones / f"{harness.REPOSITORY}.git"
    git = ("git", "-C", str(mirror))
    assert subprocess.check_output([*git, "rev-parse", "--is-bare-repository"]) == b"true\n"
    head = subprocess.check_output([*git, "rev-parse", "refs/copydesk/1/head"], text=True).strip()
    assert head == at.room.pull.head
    assert not (mirror / "hooks").exists()
    assert not [path for path in at.clones.rglob("*") if path.suffix == ".md"]


def test_a_token_is_asked_for_this_repository_alone(at: Round) -> None:
    at.deliver()
    at.reviewer().step()
    (asked,) = [call for call in at.room.hub.calls if call.path.endswith("/access_tokens")]
    assert asked.path == f"/app/installations/{INSTALLATION}/access_tokens"
    assert asked.body == {"repositories": ["health"], "permissions": PERMISSIONS}


def test_what_the_payload_claims_does_not_count(at: Round) -> None:
    """Only GitHub itself is asked what the pull request is."""
    at.deliver(pull_request={"number": 1, "state": "closed", "head": {"sha": "f" * 40}, "base": {"ref": "other"}})
    at.reviewer().step()
    assert at.room.check("Copydesk") == "failure"


def test_many_deliveries_are_one_review(at: Round) -> None:
    for _ in range(5):
        at.deliver()
    reviewer = at.reviewer()
    assert [reviewer.step(), reviewer.step()] == [True, False]
    assert len([call for call in at.room.hub.calls if call.path.endswith("/access_tokens")]) == 1


def test_a_delivery_during_a_review_is_not_lost(at: Round) -> None:
    at.deliver()
    at.room.hub.faults.add(faults.meanwhile(r"POST /repos/.*/reviews", at.deliver))
    reviewer = at.reviewer()
    assert [reviewer.step(), reviewer.step(), reviewer.step()] == [True, True, False]
    assert len(at.room.summaries) == len(at.room.threads) == 1


@pytest.mark.parametrize("event", ["check_run", "check_suite"])
def test_run_again(at: Round, event: str) -> None:
    at.deliver(event, action="rerequested", **{event: {"head_sha": at.room.pull.head, "pull_requests": []}})
    reviewer = at.reviewer()
    assert [reviewer.step(), reviewer.step(), reviewer.step()] == [True, True, False]
    assert at.room.check("Copydesk") == "failure"


def test_a_push_to_the_base_branch(at: Round) -> None:
    at.deliver("push", ref="refs/heads/elsewhere")
    at.deliver("push", ref="refs/heads/main")
    reviewer = at.reviewer()
    assert [reviewer.step() for _ in range(4)] == [True, True, True, False]
    assert at.room.check("Copydesk") == "failure"


def test_a_failure_is_said_and_tried_again_later(at: Round) -> None:
    at.deliver()
    (at.room.folder / ".git").rename(at.folder / "away")
    reviewer = at.reviewer()
    began = now()
    assert [reviewer.step(), reviewer.step()] == [True, False]
    ((about, attempts, error, due),) = at.left()
    assert (about, attempts) == ("pull/1", 1)
    assert "git cannot fetch" in str(error)
    assert error in at.said[-1]
    assert due is not None and due > began + timedelta(seconds=30)
    (at.folder / "away").rename(at.room.folder / ".git")
    at.hurry()
    assert reviewer.step()
    assert (at.left(), at.room.check("Copydesk")) == ([], "failure")


def test_a_wrong_key_is_said_and_no_secret_with_it(at: Round) -> None:
    at.deliver()
    at.reviewer(key=keys()[0]).step()
    ((_, _, error, _),) = at.left()
    assert "401" in str(error)
    at.hurry()
    at.reviewer(key="-----BEGIN secret").step()
    ((_, attempts, error, _),) = at.left()
    assert (attempts, "private key" in str(error), "BEGIN secret" in str(error)) == (2, True, False)


def test_what_always_fails_is_given_up_until_it_is_asked_for_again(at: Round) -> None:
    at.deliver()
    del at.room.hub.store.installations[INSTALLATION]
    reviewer = at.reviewer()
    for _ in range(deliveries.MOST):
        at.hurry()
        assert reviewer.step()
    ((_, _, error, due),) = at.left()
    assert (due, "404" in str(error), reviewer.step()) == (None, True, False)
    at.room.hub.store.installations[INSTALLATION] = PERMISSIONS
    at.deliver()
    assert reviewer.step()
    assert at.left() == []


def test_a_fault_of_ours_holds_nobody_up(at: Round) -> None:
    """The app is told of a folder for its mirrors that is a file."""
    at.deliver()
    at.clones.write_text("")
    assert at.reviewer().step()
    ((_, _, error, _),) = at.left()
    assert "no repository can be made there" in str(error)


def worker(at: Round, *options: str) -> subprocess.Popen[bytes]:
    surroundings = {
        "COPYDESK_APP_ID": "123",
        "COPYDESK_APP_PRIVATE_KEY": PRIVATE.replace("\n", "\\n"),
        "GITHUB_API_URL": at.room.hub.url,
        "GITHUB_SERVER_URL": at.server,
        "PYTHONPATH": str(ROOT),
    }
    at.clones.mkdir(exist_ok=True)
    store = f"sqlite:///{at.folder}/feedback.db"
    command = ("worker", "--store", store, "--repo", str(at.room.folder), "--clones", str(at.clones), "--once")
    return subprocess.Popen(
        [sys.executable, "-m", "bot.cli", *command, *options],
        env={**os.environ, **surroundings},
        stderr=subprocess.PIPE,
    )


def test_a_worker_that_is_killed_loses_nothing(at: Round) -> None:
    """Killed once it has spoken for the first time; the next one goes on after the lease."""
    at.deliver()
    with worker(at, "--lease", "2") as first:
        while len(at.room.hub.writes) < 2 and first.poll() is None:
            time.sleep(0.005)
        assert first.poll() is None
        first.send_signal(signal.SIGKILL)
    assert [about for about, *_ in at.left()] == ["pull/1"]
    for _ in range(60):
        with worker(at, "--lease", "2") as next_one:
            assert next_one.stderr is not None
            said = next_one.stderr.read()
        assert next_one.returncode == 0, said
        if not at.left():
            break
        time.sleep(0.5)
    assert at.left() == []
    assert len(at.room.summaries) == len(at.room.threads) == 1
    assert at.room.check("Copydesk") == "failure"


def test_the_command_says_what_an_app_needs(
    at: Round, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("COPYDESK_APP_ID", "COPYDESK_APP_PRIVATE_KEY", "COPYDESK_APP_PRIVATE_KEY_FILE", "GITHUB_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    usual = ["worker", "--once", "--store", f"sqlite:///{at.folder}/other.db", "--repo", str(at.room.folder)]

    def said(*options: str) -> str:
        with pytest.raises(SystemExit) as ended:
            main([*usual, *options])
        assert ended.value.code == 2
        return capsys.readouterr().err

    assert "COPYDESK_APP_ID" in said("--clones", str(at.clones))
    monkeypatch.setenv("COPYDESK_APP_ID", "123")
    assert "--clones" in said()
    assert "COPYDESK_APP_PRIVATE_KEY" in said("--clones", str(at.clones))
    monkeypatch.setenv("COPYDESK_APP_PRIVATE_KEY_FILE", str(at.folder / "missing.pem"))
    assert "missing.pem" in said("--clones", str(at.clones))
