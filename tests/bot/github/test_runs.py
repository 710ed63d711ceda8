"""Which pull request a workflow run belongs to, and what it left."""

import pytest

from bot.github import CheckedRun, GitHub, GitHubError
from tests.github import faults
from tests.github.faults import Reply
from tests.github.harness import HEAD, REPOSITORY, open_pull
from tests.github.server import Hub
from tests.github.store import Pull, Repository, Run

FORK = "stranger-example/health"
ZIP = b"PK" + b"\0" * 98


@pytest.fixture
def run(repository: Repository) -> Run:
    repository.runs[5] = Run(5, HEAD, "back-pain", REPOSITORY, artifacts={"copydesk-report": ZIP, "other": b""})
    return repository.runs[5]


@pytest.fixture
def fork(hub: Hub, repository: Repository) -> Pull:
    """A pull request from a fork whose branch has the same name and the same commit."""
    pull = open_pull(hub, 2)
    pull.author, pull.head_repository = "stranger-example", FORK
    repository.runs[6] = Run(6, HEAD, "back-pain", FORK)
    return pull


def test_a_run_leads_to_its_pull_request(run: Run, github: GitHub) -> None:
    assert github.pull_of(github.checked_run(5)) == 1


def test_a_fork_with_the_same_commit_is_another_pull_request(run: Run, fork: Pull, github: GitHub) -> None:
    assert github.pull_of(github.checked_run(5)) == 1
    assert github.pull_of(github.checked_run(6)) == 2
    assert github.state(2).pull.head_repository == FORK


def test_a_run_of_an_older_commit_leads_nowhere(run: Run, repository: Repository, github: GitHub) -> None:
    pull = repository.issues[1]
    assert isinstance(pull, Pull)
    pull.head = "c" * 40
    assert github.pull_of(github.checked_run(5)) is None


def test_a_closed_pull_request_is_left_alone(run: Run, repository: Repository, github: GitHub) -> None:
    repository.issues[1].state = "closed"
    assert github.pull_of(github.checked_run(5)) is None


def test_a_fork_that_is_gone(fork: Pull, repository: Repository, github: GitHub) -> None:
    fork.head_repository = repository.runs[6].repository = ""
    assert github.checked_run(6) == CheckedRun(HEAD, "back-pain", "", "pull_request", "success")
    assert github.state(2).pull.head_repository == ""
    assert github.pull_of(github.checked_run(6)) == 2


def test_an_artifact_is_fetched_without_the_token(hub: Hub, run: Run, github: GitHub) -> None:
    assert github.artifact(5, "copydesk-report", 100) == ZIP


def test_an_artifact_that_is_too_large_is_refused(run: Run, github: GitHub) -> None:
    with pytest.raises(GitHubError, match="larger than 99 bytes"):
        github.artifact(5, "copydesk-report", 99)


def test_an_artifact_that_is_not_there_is_said(run: Run, github: GitHub) -> None:
    with pytest.raises(GitHubError, match="there is none"):
        github.artifact(5, "copydesk", 100)


@pytest.mark.parametrize("place", ["", "file:///etc/passwd", "http://evil.example/"])
def test_an_artifact_is_fetched_from_nowhere_else(hub: Hub, run: Run, github: GitHub, place: str) -> None:
    hub.faults.add(faults.Fault(r"GET .*/zip", Reply(302, None, {"Location": place} if place else {})))
    with pytest.raises(GitHubError, match="no address that can be read"):
        github.artifact(5, "copydesk-report", 100)


def test_a_store_that_does_not_answer_is_said(hub: Hub, run: Run, github: GitHub) -> None:
    hub.faults.add(faults.broken_off(r"GET /_storage/.*"))
    with pytest.raises(GitHubError, match="did not answer the artifact copydesk-report"):
        github.artifact(5, "copydesk-report", 100)


def test_the_store_sees_no_token(hub: Hub, run: Run, github: GitHub) -> None:
    secrets = []
    hub.faults.add(faults.meanwhile(r"GET /_storage/.*", lambda: secrets.append(hub.secret)))
    github.artifact(5, "copydesk-report", 100)
    assert secrets == [""]
