"""What GitHub says of a pull request right now: what a plan is made of, as plain data."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PullRequest:
    """One pull request; ``repository`` and ``head_repository`` are ``owner/name`` (the latter empty once it is deleted)."""

    repository: str
    number: int
    author: str
    head: str
    """The newest commit of its branch."""
    base: str
    """The newest commit of the branch that it is for."""
    head_branch: str
    base_branch: str
    head_repository: str
    is_open: bool = True
    is_draft: bool = False
    labels: tuple[str, ...] = ()
    requested: tuple[str, ...] = ()
    """The GitHub names of the people whose review is asked for and has not come."""

    @property
    def is_fork(self) -> bool:
        return self.head_repository != self.repository


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment in the conversation or in a review thread; ``mine`` says that the bot's own account wrote it."""

    id: int
    author: str
    body: str
    mine: bool = False
    created: str = ""
    """ISO 8601, in UTC."""


@dataclass(frozen=True, slots=True)
class Thread:
    """A conversation on lines of an article; its first comment opened it. ``id`` is what GraphQL calls it."""

    id: str
    path: str
    comments: tuple[Comment, ...]
    line: int | None = None
    is_resolved: bool = False
    is_outdated: bool = False

    @property
    def mine(self) -> bool:
        return bool(self.comments) and self.comments[0].mine


@dataclass(frozen=True, slots=True)
class Review:
    """A review that was handed in. ``state``: approved, changes_requested, commented or dismissed."""

    id: int
    author: str
    state: str
    commit: str
    """The commit that it judged."""
    body: str = ""
    mine: bool = False
    submitted: str = ""
    """ISO 8601, in UTC."""


@dataclass(frozen=True, slots=True)
class CheckRun:
    """A check run on the head commit; only its own app may change it."""

    id: int
    name: str
    status: str
    conclusion: str = ""
    external_id: str = ""
    mine: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """All that was read of one pull request, oldest first; ``me`` is the bot's own account."""

    me: str
    pull: PullRequest
    comments: tuple[Comment, ...] = ()
    threads: tuple[Thread, ...] = ()
    reviews: tuple[Review, ...] = ()
    checks: tuple[CheckRun, ...] = ()
    permissions: Mapping[str, str] = field(default_factory=dict)
    """admin, write, read or none, for each account that was asked about."""
