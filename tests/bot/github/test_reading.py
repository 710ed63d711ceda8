"""What GitHub knows arrives as plain facts."""

from bot.github import GitHub
from tests.github.harness import ME
from tests.github.server import Hub
from tests.github.store import Comment, Repository


def test_the_state_of_a_new_pull_request(hub: Hub, github: GitHub) -> None:
    state = github.state(1)
    assert state.me == ME
    assert (state.pull.author, state.pull.is_open, state.pull.head_ref) == ("nora-example", True, "back-pain")
    assert not state.comments and not state.threads and not state.check_runs
    assert state.assignable == {"maria-example", "nora-example", "omar-example"}
    assert not hub.writes


def test_every_page_is_read(repository: Repository, github: GitHub) -> None:
    for number in range(250):
        repository.comments[number] = Comment(number, "omar-example", f"Note {number}", 1, "2026-05-26T12:00:00Z")
    assert [comment.body for comment in github.state(1).comments] == [f"Note {number}" for number in range(250)]


def test_in_a_large_organisation_nobody_is_listed(hub: Hub, repository: Repository, github: GitHub) -> None:
    repository.collaborators.update({f"person-{number}": "read" for number in range(1000)})
    assert github.state(1).assignable is None
    assert len([seen for seen in hub.calls if "/assignees" in seen.path]) == 11
