"""What became of a plan: what was said, and what GitHub did not take, in full."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.github.errors import GitHubError, RefusedError
from bot.plan import (
    AddLabels,
    CreateCheckRun,
    CreateComment,
    CreateLabel,
    CreateReview,
    Inline,
    RemoveLabel,
    RemoveReviewers,
    ReplyComment,
    RequestReviewers,
    Step,
    UpdateCheckRun,
    UpdateComment,
)


@dataclass(frozen=True, slots=True)
class Unsaid:
    """A text or change that did not reach GitHub. ``fingerprint``: of the finding whose inline comment was refused."""

    what: str
    why: str
    text: str = ""
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """``overtaken``: why the steps that are ``left`` were not taken: a newer push, another run that spoke meanwhile, a
    comment whose refusal the summary must tell."""

    unsaid: tuple[Unsaid, ...] = ()
    overtaken: str = ""
    left: tuple[Step, ...] = ()

    @property
    def refused(self) -> frozenset[str]:
        """The findings that have no inline comment because GitHub refused it: another plan puts them elsewhere."""
        return frozenset(one.fingerprint for one in self.unsaid if one.fingerprint)

    def given_up(self, error: GitHubError) -> "Outcome":
        """What it comes to when no other plan can be made."""
        return Outcome((*self.unsaid, *(one for step in self.left for one in unsaid(step, error))), self.overtaken)


def leftovers(outcome: Outcome) -> str:
    """All that was not said, for the job's log: no line starts with what the log would take for a command."""
    lines = [line for one in outcome.unsaid for line in (f"{one.what}: {one.why}", *one.text.splitlines(), "")]
    return "".join(f"│ {line}".rstrip() + "\n" for line in lines)


def unsaid(step: Step, error: GitHubError) -> Iterator[Unsaid]:
    """All of a step that did not reach GitHub."""
    if isinstance(step, CreateReview):
        yield from (unsaid_inline(comment, error) for comment in step.comments)
        if not step.body:
            return
    yield Unsaid(_what(step), str(error), _text(step))


def unsaid_inline(comment: Inline, error: GitHubError) -> Unsaid:
    """A comment beside a line that did not reach GitHub."""
    what = f"The comment on line {comment.line} of {comment.path}"
    return Unsaid(what, str(error), comment.body, comment.fingerprint if isinstance(error, RefusedError) else "")


def _what(step: Step) -> str:
    match step:
        case CreateComment() | UpdateComment():
            return "The summary comment"
        case CreateReview():
            return "The review's own text"
        case ReplyComment():
            return "A reply"
        case CreateCheckRun(name) | UpdateCheckRun(_, name):
            return f"The check run {name}"
        case CreateLabel(name) | RemoveLabel(name):
            return f"The label {name}"
        case AddLabels(names):
            return f"The labels {', '.join(names)}"
        case RequestReviewers(logins) | RemoveReviewers(logins):
            return f"The request for a review by {', '.join(logins)}"
        case _:
            return "A mark on a comment or a thread"


def _text(step: Step) -> str:
    match step:
        case CreateComment(body) | UpdateComment(_, body) | ReplyComment(_, body) | CreateReview(_, _, body):
            return body
        case CreateCheckRun() | UpdateCheckRun():
            notes = [f"{note.path}:{note.start}: {note.title}: {note.message}" for note in step.annotations]
            return "\n".join([step.title, step.summary, *notes])
        case _:
            return ""
