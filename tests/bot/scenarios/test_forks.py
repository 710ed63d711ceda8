"""The way that is safe for forks: a check without rights leaves a report, and a job with a token reads it as data."""

import json
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from tests.bot.scenarios.newsroom import UNCITED, Newsroom, article
from tests.github.harness import REPOSITORY

PATH = "articles/walking.md"
FORK = "stranger-example/health"


@pytest.fixture
def fork(newsroom: Newsroom) -> Newsroom:
    """A pull request of a fork, and a clone of the publication that holds nothing but main."""
    newsroom.push({PATH: article("Walking", UNCITED)}, fork=FORK)
    newsroom.pull.author = "stranger-example"
    newsroom.git("update-ref", "refs/pull/1/head", "HEAD")
    newsroom.git("clone", "--quiet", "--branch", "main", "--single-branch", f"file://{newsroom.folder}", "../clone")
    return newsroom


def speak(newsroom: Newsroom, event: Path) -> int:
    """The job with the token, on what GitHub tells has happened."""
    named = ["--repo", str(newsroom.folder.parent / "clone"), "--repository", REPOSITORY, "--event", str(event)]
    return newsroom.invoke("review", *named, "--fetch", "--today", "2026-05-26", "--wait", "0")


def test_a_fork_is_reviewed_from_its_report(fork: Newsroom) -> None:
    assert speak(fork, fork.leave_artifact(7)) == 0, fork.log
    assert len(fork.threads) == 1
    assert fork.check("Copydesk") == "failure"
    clone = fork.folder.parent / "clone"
    assert "How to begin" not in (clone / PATH).read_text(encoding="utf-8")


def test_nothing_of_the_fork_decides(fork: Newsroom) -> None:
    fork.push({"copydesk.toml": 'ignore = ["uncited-section"]\n', "people.yaml": "[]\n"}, fork=FORK)
    fork.git("update-ref", "refs/pull/1/head", "HEAD")
    assert speak(fork, fork.leave_artifact(7)) == 0, fork.log
    assert fork.check("Copydesk") == "failure"
    assert fork.check("Editorial review") == "action_required"
    assert "### This weakens the checks" in fork.summary


def test_a_report_of_an_older_commit_is_left_alone(fork: Newsroom) -> None:
    event = fork.leave_artifact(7)
    fork.push({PATH: article("Walking")}, fork=FORK)
    assert speak(fork, event) == 0
    assert "nothing to review" in fork.log
    assert not fork.hub.writes


@pytest.mark.parametrize(
    ("names", "content", "words"),
    [
        (["head.json", "base.json", "../../evil.sh"], "{}", "nothing else"),
        (["/etc/head.json", "base.json"], "{}", "nothing else"),
        (["head.json", "base.json"], "{}", "no report of copydesk check"),
        (["head.json", "base.json"], "[" * 100_000, "no JSON"),
        (["head.json", "base.json"], " " * 60_000_000, "larger than 50 MB"),
        ([], "", "nothing else"),
    ],
    ids=["extra", "absolute", "no-report", "deep", "bomb", "empty"],
)
def test_a_hostile_artifact_is_refused(fork: Newsroom, names: list[str], content: str, words: str) -> None:
    event = fork.leave_artifact(7)
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, content)
    fork.repository.runs[7].artifacts["copydesk-report"] = packed.getvalue()
    assert speak(fork, event) == 2
    assert words in fork.log
    assert not fork.hub.writes


def test_the_number_in_an_event_of_a_run_is_not_believed(fork: Newsroom) -> None:
    event = fork.leave_artifact(7)
    told = json.loads(event.read_text(encoding="utf-8"))
    told["workflow_run"]["pull_requests"] = [{"number": 999}]
    event.write_text(json.dumps(told), encoding="utf-8")
    assert speak(fork, event) == 0, fork.log
    assert len(fork.threads) == 1


def test_both_commands_run_as_processes(newsroom: Newsroom, tmp_path: Path) -> None:
    newsroom.push({PATH: article("Walking", UNCITED)})
    assert newsroom.process() == 0, newsroom.log
    assert len(newsroom.threads) == 1
    assert newsroom.process("--dry-run") == 0
    done = subprocess.run(["git", "status", "--porcelain"], cwd=newsroom.folder, capture_output=True, check=True)
    assert not done.stdout
