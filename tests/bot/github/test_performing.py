"""Each step of a plan reaches GitHub once, whatever goes wrong on the way."""

import pytest

from bot.github import GitHub, Outcome
from bot.plan import (
    AddLabels,
    Annotation,
    CreateCheckRun,
    CreateComment,
    CreateLabel,
    CreateReview,
    Inline,
    Plan,
    React,
    RemoveLabel,
    RemoveReviewers,
    ReplyComment,
    RequestReviewers,
    ResolveThread,
    Step,
    UpdateCheckRun,
    UpdateComment,
)
from tests.github import faults
from tests.github.harness import HEAD, ME, READS, REPOSITORY, TOKEN
from tests.github.server import Hub
from tests.github.store import Comment, Pull, Repository, Token

PATH = "articles/back-pain.md"
COMMENT = CreateComment("<!-- copydesk summary --> What this changes.", "<!-- copydesk summary -->")
NOTES = tuple(Annotation(PATH, line, line, "warning", "A title", f"Note {line}") for line in range(1, 121))
CHECK = CreateCheckRun("Copydesk", HEAD, "failure", "3 errors", "What is wrong.", "copydesk-abc", NOTES)
POSTS = r"POST /repos/example/health/"
GOES_WRONG = [
    faults.bad_gateway(f"{POSTS}.*"),
    faults.bad_gateway(f"{POSTS}.*", after=True),
    faults.broken_off(f"{POSTS}.*"),
    faults.broken_off(f"{POSTS}.*", after=True),
    faults.secondary_limit(f"{POSTS}.*"),
    faults.too_many(f"{POSTS}.*"),
]
NAMES = ["502", "502-after", "broken", "broken-after", "limit", "429"]


def inline(line: int, path: str = PATH) -> Inline:
    return Inline(
        path, line, f"<!-- copydesk f{line} --> About line {line}.", f"<!-- copydesk f{line} -->", None, f"f{line}"
    )


def review(*lines: int) -> CreateReview:
    return CreateReview(HEAD, tuple(map(inline, lines)), "<!-- copydesk review -->", "<!-- copydesk review -->")


def perform(github: GitHub, *steps: Step) -> Outcome:
    return github.perform(Plan(REPOSITORY, 1, HEAD, steps), ME)


@pytest.fixture(params=range(len(GOES_WRONG)), ids=NAMES)
def trouble(request: pytest.FixtureRequest, hub: Hub) -> Hub:
    """A hub with one kind of trouble on the first call that makes something."""
    one = GOES_WRONG[request.param]
    hub.faults.add(faults.Fault(one.matches, one.reply, one.after))
    return hub


@pytest.mark.parametrize("lag", [0, 2])
def test_a_comment_is_made_once(trouble: Hub, repository: Repository, github: GitHub, lag: int) -> None:
    trouble.store.lag = lag
    assert perform(github, COMMENT) == Outcome()
    assert [comment.body for comment in repository.comments.values()] == [COMMENT.body]


@pytest.mark.parametrize("lag", [0, 2])
def test_a_review_is_made_once(trouble: Hub, repository: Repository, github: GitHub, lag: int) -> None:
    trouble.store.lag = lag
    assert perform(github, review(3, 4)) == Outcome()
    assert [comment.line for comment in repository.inlines.values()] == [3, 4]
    assert len(repository.reviews) == 1


def test_a_check_run_has_each_annotation_once(trouble: Hub, repository: Repository, github: GitHub) -> None:
    assert perform(github, CHECK) == Outcome()
    (run,) = repository.checks.values()
    assert [note["start_line"] for note in run.annotations] == list(range(1, 121))
    assert (run.status, run.conclusion, run.title) == ("completed", "failure", "3 errors")


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("passes", [0, 1])
def test_a_lost_answer_to_further_annotations(
    hub: Hub, repository: Repository, github: GitHub, after: bool, passes: int
) -> None:
    hub.faults.add(faults.bad_gateway(r"PATCH .*/check-runs/.*", after=after, passes=passes))
    assert perform(github, CHECK) == Outcome()
    (run,) = repository.checks.values()
    assert [note["start_line"] for note in run.annotations] == list(range(1, 121))


def test_a_broken_check_run_is_continued(repository: Repository, github: GitHub) -> None:
    assert perform(github, CreateCheckRun(**{**_fields(CHECK), "annotations": NOTES[:30]})) == Outcome()
    (run,) = repository.checks.values()
    assert perform(github, UpdateCheckRun(run.id, "Copydesk", "failure", "t", "s", NOTES[30:])) == Outcome()
    assert [note["start_line"] for note in run.annotations] == list(range(1, 121))


def test_a_reply_is_made_once(trouble: Hub, repository: Repository, github: GitHub) -> None:
    trouble.faults.waiting[0].passes = 1
    perform(github, review(3))
    (first,) = repository.inlines
    assert perform(github, ReplyComment(first, "<!-- r --> Dismissed.", "<!-- r -->")) == Outcome()
    assert [comment.reply_to for comment in repository.inlines.values()] == [None, first]


def test_comments_that_stand_survive_the_one_that_does_not(
    repository: Repository, github: GitHub, log: list[str]
) -> None:
    outcome = perform(github, review(3, 99, 5))
    assert [comment.line for comment in repository.inlines.values()] == [3, 5]
    assert outcome.refused == {"f99"}
    assert "About line 99." in outcome.unsaid[0].text
    assert any("one by one" in line for line in log)


def test_single_comments_are_made_once(hub: Hub, repository: Repository, github: GitHub) -> None:
    hub.faults.add(faults.bad_gateway(f"{POSTS}pulls/1/comments", after=True))
    assert perform(github, review(3, 99)).refused == {"f99"}
    assert [comment.line for comment in repository.inlines.values()] == [3]


def test_a_newer_push_silences_an_older_run(hub: Hub, repository: Repository, github: GitHub) -> None:
    pull = repository.issues[1]
    assert isinstance(pull, Pull)
    pull.head = "c" * 40
    assert "moved on to cccc" in perform(github, COMMENT, review(3)).overtaken
    assert not hub.writes


def test_a_second_run_does_not_repeat_the_first_ones_comment(repository: Repository, github: GitHub) -> None:
    perform(github, COMMENT)
    assert "another run" in perform(github, COMMENT).overtaken
    assert len(repository.comments) == 1


@pytest.mark.parametrize("is_first", [True, False])
def test_of_two_runs_at_the_same_moment_one_comment_stays(
    hub: Hub, repository: Repository, github: GitHub, is_first: bool
) -> None:
    other = Comment(1 if is_first else 10_000, ME, COMMENT.body, 1, "2026-05-26T12:00:00Z")
    hub.faults.add(faults.meanwhile(r"POST .*/comments", lambda: repository.comments.update({other.id: other})))
    outcome = perform(github, COMMENT)
    assert bool(outcome.overtaken) is is_first
    assert (other.id in repository.comments, len(repository.comments)) == (True, 1 if is_first else 2)


def test_a_review_that_another_run_has_written_is_not_repeated(repository: Repository, github: GitHub) -> None:
    for _ in range(2):
        assert perform(github, review(3)) == Outcome()
    assert len(repository.reviews) == 1


def test_a_quoted_marker_of_somebody_else_is_no_comment_of_ours(repository: Repository, github: GitHub) -> None:
    perform(github, COMMENT)
    (first,) = repository.comments.values()
    first.author = "omar-example"
    assert perform(github, COMMENT) == Outcome()
    assert len(repository.comments) == 2


def test_a_comment_is_changed_in_place(repository: Repository, github: GitHub) -> None:
    perform(github, COMMENT)
    (comment,) = repository.comments.values()
    assert perform(github, UpdateComment(comment.id, "<!-- copydesk summary --> New.", COMMENT.body)) == Outcome()
    assert comment.body.endswith("New.")
    stale = perform(github, UpdateComment(comment.id, "Newer.", COMMENT.body))
    assert "another run" in stale.overtaken
    assert comment.body.endswith("New.")


def test_threads_labels_reviewers_and_signs(hub: Hub, repository: Repository, github: GitHub) -> None:
    perform(github, COMMENT, review(3))
    (comment,), (first,) = repository.comments, repository.inlines
    steps = (
        ResolveThread(f"PRRT_{first}"),
        React(comment),
        React(first, in_thread=True),
        CreateLabel("needs citation", "d93f0b", "A claim has no source"),
        CreateLabel("needs citation", "d93f0b", "A claim has no source"),
        AddLabels(("needs citation",)),
        RequestReviewers(("maria-example", "omar-example")),
        RemoveReviewers(("omar-example",)),
    )
    for _ in range(2):
        assert perform(github, *steps) == Outcome()
    state = github.state(1)
    assert state.threads[0].is_resolved
    assert (state.labels, state.known_labels, state.requested) == (
        {"needs citation"},
        {"needs citation"},
        {"maria-example"},
    )
    assert state.comments[0].is_heard and state.threads[0].comments[0].is_heard
    for _ in range(2):
        assert perform(github, RemoveLabel("needs citation")) == Outcome()
    assert not github.state(1).labels


def test_one_reviewer_who_cannot_be_asked_does_not_lose_the_others(repository: Repository, github: GitHub) -> None:
    outcome = perform(github, RequestReviewers(("maria-example", "stranger-example")))
    pull = repository.issues[1]
    assert isinstance(pull, Pull)
    assert pull.requested == ["maria-example"]
    assert [one.what for one in outcome.unsaid] == ["The request for a review by stranger-example"]


def test_a_token_that_may_only_read_loses_nothing(hub: Hub, github: GitHub) -> None:
    hub.store.tokens[TOKEN] = Token(ME, READS)
    steps = (
        review(3),
        COMMENT,
        CHECK,
        ReplyComment(1, "A reply.", "x"),
        CreateLabel("needs citation", "d93f0b", ""),
        AddLabels(("needs citation",)),
        RequestReviewers(("maria-example",)),
        React(1),
        ResolveThread("PRRT_1"),
    )
    outcome = perform(github, *steps)
    texts = "\n".join(one.text for one in outcome.unsaid)
    assert all(
        part in texts for part in ("About line 3.", "What this changes.", "What is wrong.", "Note 120", "A reply.")
    )
    assert [one.what for one in outcome.unsaid][2:] == [
        "The summary comment",
        "The check run Copydesk",
        "A reply",
        "The label needs citation",
        "The labels needs citation",
        "The request for a review by maria-example",
        "A mark on a comment or a thread",
        "A mark on a comment or a thread",
    ]
    assert "permission" in outcome.unsaid[0].why
    assert len(hub.writes) == len(steps)


def test_a_text_that_is_too_long_costs_only_itself(repository: Repository, github: GitHub) -> None:
    outcome = perform(github, CreateComment("x" * 65_537, "x"), AddLabels(("needs citation",)))
    assert [one.what for one in outcome.unsaid] == ["The summary comment"]
    assert repository.issues[1].labels == ["needs citation"]


def test_github_that_stays_down_ends_the_run_with_all_in_the_outcome(
    hub: Hub, github: GitHub, rests: list[float]
) -> None:
    hub.faults.add(faults.bad_gateway(r"POST .*", times=10_000))
    outcome = perform(github, review(3), COMMENT, AddLabels(("needs citation",)))
    assert [one.what for one in outcome.unsaid] == [
        f"The comment on line 3 of {PATH}",
        "The review's own text",
        "The summary comment",
        "The labels needs citation",
    ]
    assert not outcome.refused
    assert len(hub.writes) == 5
    assert sum(rests) < 60


def test_a_call_that_never_arrives_is_given_up(hub: Hub, github: GitHub) -> None:
    hub.faults.add(faults.broken_off(r"POST .*", times=10_000))
    assert "did not answer" in perform(github, COMMENT).unsaid[0].why


def test_a_label_whose_form_is_refused_costs_only_itself(repository: Repository, github: GitHub) -> None:
    outcome = perform(github, RemoveLabel("x"), CreateLabel("y", "d93f0b", "z" * 101), AddLabels(("w",)))
    assert [one.what for one in outcome.unsaid] == ["The label y"]
    assert repository.issues[1].labels == ["w"]


def test_a_rest_that_is_too_long_is_not_taken(hub: Hub, github: GitHub, rests: list[float]) -> None:
    hub.faults.add(faults.secondary_limit(r"POST .*", seconds=3600))
    outcome = perform(github, COMMENT)
    assert "3600 seconds of rest" in outcome.unsaid[0].why
    assert not rests


def _fields(step: CreateCheckRun) -> dict[str, object]:
    return {name: getattr(step, name) for name in step.__dataclass_fields__}
