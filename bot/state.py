"""State: what the bot knows of a pull request before it speaks. Facts as GitHub tells them; the adapter fills them in.

Logins are as the REST API writes them (an app is ``name[bot]``; GraphQL leaves the ``[bot]`` out). Texts are raw: what
a marker in them means is decided in `bot.markers`, by marker *and* account.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PullRequest:
    """The pull request itself. Names of repositories are ``owner/name``."""

    repository: str
    number: int
    head_sha: str
    base_sha: str
    """The tip of the base branch, not the merge base."""
    base_ref: str = "main"
    head_ref: str = ""
    head_repository: str = ""
    """Empty where the fork is gone."""
    author: str = ""
    title: str = ""
    is_draft: bool = False
    is_open: bool = True


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment of the conversation, or one of a thread."""

    id: int
    author: str
    body: str
    created_at: str = ""
    """ISO 8601."""
    is_heard: bool = False
    """Whether it has the reaction ``eyes``: the bot's sign that it heard a command."""


@dataclass(frozen=True, slots=True)
class Thread:
    """A thread of review comments beside a line, oldest comment first."""

    id: str
    """GraphQL's node id: what resolving takes."""
    path: str
    comments: tuple[Comment, ...]
    is_resolved: bool = False
    is_outdated: bool = False


@dataclass(frozen=True, slots=True)
class Review:
    """A submitted review."""

    author: str
    state: str
    """``APPROVED``, ``CHANGES_REQUESTED``, ``COMMENTED`` or ``DISMISSED``."""
    commit: str
    """The head that it was given for."""
    submitted_at: str = ""
    body: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class CheckRun:
    """A check run of the bot's own app on the head commit; the newest of each name."""

    id: int
    name: str
    head_sha: str
    external_id: str = ""
    status: str = "completed"
    conclusion: str = ""
    title: str = ""
    summary: str = ""
    annotations: int = 0
    """How many it holds."""


@dataclass(frozen=True, slots=True)
class State:
    """All that was said and done on the pull request before this run."""

    pull: PullRequest
    me: str = "github-actions[bot]"
    """The bot's own account."""
    comments: tuple[Comment, ...] = ()
    """Of the conversation, oldest first, all of them."""
    threads: tuple[Thread, ...] = ()
    reviews: tuple[Review, ...] = ()
    """Oldest first."""
    check_runs: tuple[CheckRun, ...] = ()
    labels: frozenset[str] = frozenset()
    """On the pull request."""
    known_labels: frozenset[str] = frozenset()
    """In the repository."""
    requested: frozenset[str] = frozenset()
    """Logins whose review is asked for at present."""
    writers: frozenset[str] = frozenset()
    """Of those who gave the bot a command, who has write access (`bot.commands.askers` says whom to ask about)."""
    assignable: frozenset[str] | None = None
    """Logins who can be asked for a review (collaborators); None where that is not known."""
