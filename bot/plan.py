"""A plan: what to say and do on a pull request, decided without any I/O; `bot.github` performs it as it stands.

Whatever is created carries a marker in its text (or an external id), so that a repetition finds it instead of making it
twice.
"""

from dataclasses import dataclass

ANNOTATIONS_A_CALL = 50


@dataclass(frozen=True, slots=True)
class CreateComment:
    """A new comment in the conversation. ``marker`` stands in the body: look for it before repeating the call."""

    body: str
    marker: str


@dataclass(frozen=True, slots=True)
class UpdateComment:
    """Another text for a comment of ours. ``before``: the text that the plan was made upon; where it is another by now,
    a later run was there, and the plan is to be made anew."""

    comment: int
    body: str
    before: str


@dataclass(frozen=True, slots=True)
class Inline:
    """A comment beside lines of the head's version of a file (1-based; ``start`` only where there are several)."""

    path: str
    line: int
    body: str
    marker: str
    start: int | None = None
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class CreateReview:
    """One review of the kind ``COMMENT``; refused as a whole, its comments are sent one by one."""

    commit: str
    comments: tuple[Inline, ...]
    body: str
    marker: str


@dataclass(frozen=True, slots=True)
class ResolveThread:
    """Marks a thread of ours as resolved. Nothing is ever deleted."""

    thread: str


@dataclass(frozen=True, slots=True)
class ReplyComment:
    """A reply in a thread, to its first comment."""

    comment: int
    body: str
    marker: str


@dataclass(frozen=True, slots=True)
class React:
    """A sign on somebody's comment that it was heard; repeating it changes nothing."""

    comment: int
    content: str = "eyes"
    in_thread: bool = False


@dataclass(frozen=True, slots=True)
class Annotation:
    """A notice beside lines of a file in a check run. ``level``: ``notice``, ``warning`` or ``failure``."""

    path: str
    start: int
    end: int
    level: str
    title: str
    message: str


@dataclass(frozen=True, slots=True)
class CreateCheckRun:
    """A completed check run; annotations beyond the first 50 are added by further calls, in order.

    ``external_id`` is made of the annotations: a run with it and fewer of them was broken off in the middle.
    """

    name: str
    commit: str
    conclusion: str
    title: str
    summary: str
    external_id: str
    annotations: tuple[Annotation, ...] = ()


@dataclass(frozen=True, slots=True)
class UpdateCheckRun:
    """Another conclusion or text for a check run of ours; ``annotations`` are those it does not hold yet."""

    check_run: int
    name: str
    conclusion: str
    title: str
    summary: str
    annotations: tuple[Annotation, ...] = ()


@dataclass(frozen=True, slots=True)
class CreateLabel:
    """A label that the repository does not have yet. ``color``: six hexadecimal digits."""

    name: str
    color: str
    description: str


@dataclass(frozen=True, slots=True)
class AddLabels:
    """Labels for the pull request that it does not have."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RemoveLabel:
    """Takes a label of ours off the pull request."""

    name: str


@dataclass(frozen=True, slots=True)
class RequestReviewers:
    """Asks people (by login) for their review."""

    logins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RemoveReviewers:
    """Takes back requests."""

    logins: tuple[str, ...]


Step = (
    CreateComment
    | UpdateComment
    | CreateReview
    | ResolveThread
    | ReplyComment
    | React
    | CreateCheckRun
    | UpdateCheckRun
    | CreateLabel
    | AddLabels
    | RemoveLabel
    | RequestReviewers
    | RemoveReviewers
)


@dataclass(frozen=True, slots=True)
class Plan:
    """The steps, in the order in which to take them, for one head of one pull request.

    It is only to be performed while the pull request's head is still ``head_sha``: an older run never overwrites what a
    newer one said. ``why_silent`` says why there are no steps.
    """

    repository: str
    number: int
    head_sha: str
    steps: tuple[Step, ...] = ()
    why_silent: str = ""
