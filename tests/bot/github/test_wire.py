"""What the adapter makes of answers that are none."""

import pytest

from bot.github import GitHub, GitHubError, Patience, leftovers, to_stderr
from bot.github.outcome import Outcome, Unsaid
from tests.github import faults
from tests.github.faults import Reply
from tests.github.harness import REPOSITORY, TOKEN
from tests.github.server import Hub
from tests.github.store import Comment, Repository

PULL = r"GET /repos/example/health/pulls/1"


@pytest.mark.parametrize(
    "trouble",
    [
        faults.bad_gateway(PULL, times=2),
        faults.broken_off(PULL, times=2),
        faults.secondary_limit(PULL, seconds=3, times=2),
        faults.too_many(PULL, times=2),
        faults.Fault(PULL, Reply(200, b'{"number": 1, "head"'), times=2),
        faults.Fault(PULL, Reply(200, b"<html>Unicorn!</html>"), times=2),
        faults.Fault("POST /graphql", Reply(200, {"errors": [{"type": "RATE_LIMITED", "message": "limit"}]}), times=2),
    ],
    ids=["502", "broken", "limit", "429", "half", "page", "graphql"],
)
def test_reading_is_repeated(hub: Hub, github: GitHub, rests: list[float], trouble: faults.Fault) -> None:
    hub.faults.add(trouble)
    assert github.state(1).pull.number == 1
    assert len(rests) == 2


def test_a_server_that_stays_silent_is_given_up(hub: Hub, rests: list[float]) -> None:
    hub.faults.add(faults.Fault(PULL, Reply(200, None, {"Content-Length": "5"}), times=100))
    github = GitHub(REPOSITORY, TOKEN, api=hub.url, wait=rests.append, say=rests.append, timeout=1)  # type: ignore[arg-type]
    with pytest.raises(GitHubError, match=r"did not answer GET .*Run it again later"):
        github.state(1)


@pytest.mark.parametrize(
    ("path", "reply", "words"),
    [
        (PULL, Reply(404, {"message": "Not Found"}), "Check the name of the repository"),
        (PULL, Reply(401, {"message": "Bad credentials"}), "Check that the token"),
        (PULL, Reply(403, {"message": "Resource not accessible by integration"}), "permissions"),
        (
            PULL,
            Reply(422, {"message": "No", "errors": [{"resource": "Pull", "field": "x", "code": "y"}, "z", 5]}),
            "Pull x y: z: 5",
        ),
        (PULL, Reply(451, b"nothing"), "nothing"),
        (PULL, Reply(451), "no reason given"),
        (
            "POST /graphql",
            Reply(200, {"data": None, "errors": [{"message": "Could not resolve"}]}),
            "Could not resolve",
        ),
    ],
)
def test_a_refusal_says_what_to_do(hub: Hub, github: GitHub, path: str, reply: Reply, words: str) -> None:
    hub.faults.add(faults.Fault(path, reply))
    with pytest.raises(GitHubError, match=words):
        github.state(1)


def test_who_may_write(github: GitHub) -> None:
    people = ["maria-example", "nora-example", "omar-example", "stranger-example", "other-app[bot]"]
    assert github.writers(people) == {"maria-example", "nora-example"}


def test_a_question_about_permissions_that_is_refused(hub: Hub, github: GitHub) -> None:
    hub.faults.add(faults.Fault(r"GET .*/permission", Reply(403, {"message": "Must have push access"})))
    with pytest.raises(GitHubError, match="push access"):
        github.writers(["maria-example"])


def test_pages_without_end_are_left(hub: Hub, github: GitHub, log: list[str]) -> None:
    path = f"/repos/{REPOSITORY}/issues/1/comments"
    here = {"Link": f'<{hub.url}{path}>; rel="next"'}
    hub.faults.add(faults.Fault(f"GET {path}", Reply(200, [], here), times=1000))
    assert not github.state(1).comments
    assert len([seen for seen in hub.calls if seen.path.startswith(path)]) == 100
    assert any("100 pages" in line for line in log)


def test_a_sign_of_somebody_else_is_not_ours(repository: Repository, github: GitHub) -> None:
    repository.comments[4] = Comment(4, "nora-example", "/copydesk recheck", 1, "2026-05-26T12:00:00Z")
    repository.comments[4].reactions.append(("eyes", "omar-example"))
    assert not github.state(1).comments[0].is_heard


def test_what_was_not_said_gives_no_command_to_the_log() -> None:
    text = "::set-output name=x::y\n\n##[error]no\r::warning::z"
    lines = leftovers(Outcome((Unsaid("The summary comment", "refused", text),))).splitlines()
    assert "│ ::set-output name=x::y" in lines
    assert all(line.startswith("│") for line in lines)


def test_a_line_of_the_log_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    to_stderr("GitHub refused\n::error::it\r::warning::all")
    assert capsys.readouterr().err == "GitHub refused ::error::it ::warning::all\n"


def test_writes_are_spaced() -> None:
    assert Patience().between_writes >= 1
