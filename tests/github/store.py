"""What the fake GitHub knows: repositories, pull requests, what was said on them, and who holds which token."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count

import jwt

BEGIN = datetime(2026, 5, 26, 12, 0, tzinfo=UTC)

Lines = Mapping[str, Mapping[int, str]]
"""By path, the lines of the new version that a diff shows, with their text."""


@dataclass
class Token:
    """Who a token speaks for, and what it may do: ``{"issues": "write", …}``."""

    login: str
    permissions: Mapping[str, str]


@dataclass
class Comment:
    id: int
    author: str
    body: str
    number: int
    """The issue or pull request."""
    created: str
    shown_from: int = 0
    """The request from which listings show it."""
    reactions: list[tuple[str, str]] = field(default_factory=list)
    """Content and login."""
    is_minimized: bool = False


@dataclass
class Inline(Comment):
    path: str = ""
    line: int | None = None
    start: int | None = None
    original_line: int = 0
    commit: str = ""
    text: str = ""
    """The line that it stands beside: a push moves the comment with it."""
    review: int = 0
    reply_to: int | None = None
    is_resolved: bool = False


@dataclass
class Review:
    id: int
    author: str
    body: str
    state: str
    commit: str
    number: int
    submitted: str
    shown_from: int = 0


@dataclass
class CheckRun:
    id: int
    name: str
    commit: str
    app: str
    status: str = "queued"
    conclusion: str | None = None
    external_id: str = ""
    title: str | None = None
    summary: str | None = None
    annotations: list[dict[str, object]] = field(default_factory=list)
    shown_from: int = 0


@dataclass
class Issue:
    number: int
    title: str
    author: str
    created: str
    body: str = ""
    state: str = "open"
    reason: str | None = None
    labels: list[str] = field(default_factory=list)
    assignees: list[str] = field(default_factory=list)
    updated: str = ""
    shown_from: int = 0


@dataclass
class Pull(Issue):
    head: str = ""
    head_branch: str = ""
    head_repository: str = ""
    base: str = ""
    base_branch: str = "main"
    commits: tuple[str, ...] = ()
    lines: Lines = field(default_factory=dict)
    requested: list[str] = field(default_factory=list)
    is_draft: bool = False


@dataclass
class Run:
    """A workflow run and what it left, as name to the bytes of a zip file."""

    id: int
    commit: str
    branch: str
    repository: str
    event: str = "pull_request"
    conclusion: str = "success"
    artifacts: dict[str, bytes] = field(default_factory=dict)


@dataclass
class Label:
    name: str
    color: str = "ededed"
    description: str = ""


@dataclass
class Repository:
    full_name: str
    collaborators: dict[str, str] = field(default_factory=dict)
    """Login to role: read, triage, write, maintain or admin."""
    labels: dict[str, Label] = field(default_factory=dict)
    """By the name in lower case, as GitHub compares them."""
    issues: dict[int, Issue] = field(default_factory=dict)
    comments: dict[int, Comment] = field(default_factory=dict)
    inlines: dict[int, Inline] = field(default_factory=dict)
    reviews: dict[int, Review] = field(default_factory=dict)
    checks: dict[int, CheckRun] = field(default_factory=dict)
    runs: dict[int, Run] = field(default_factory=dict)

    @property
    def pulls(self) -> list[Pull]:
        return [issue for issue in self.issues.values() if isinstance(issue, Pull)]

    def push(self, number: int, head: str, commits: tuple[str, ...], lines: Lines) -> None:
        """New commits: a comment goes with its line, and is outdated where the diff shows it no longer."""
        pull = self.issues[number]
        assert isinstance(pull, Pull)
        pull.head, pull.commits, pull.lines = head, commits, lines
        for comment in self.inlines.values():
            if comment.number == number:
                here = [line for line, text in lines.get(comment.path, {}).items() if text == comment.text]
                comment.line = min(here, key=lambda line: abs(line - comment.original_line)) if here else None


@dataclass
class Store:
    repositories: dict[str, Repository] = field(default_factory=dict)
    tokens: dict[str, Token] = field(default_factory=dict)
    installations: dict[int, Mapping[str, str]] = field(default_factory=dict)
    """What each installation of the app was granted."""
    app: str = "copydesk"
    """The slug of the app that asks for installation tokens."""
    app_key: str = ""
    """Its public key."""
    requests: int = 0
    lag: int = 0
    """How many requests pass before listings show what is new."""
    ids: Iterator[int] = field(default_factory=lambda: count(1001))

    def token(self, secret: str) -> Token | None:
        """Whom a token speaks for: one that was handed out, or one that the app signed itself."""
        if secret.count(".") != 2 or not self.app_key:
            return self.tokens.get(secret)
        try:
            jwt.decode(secret, self.app_key, algorithms=["RS256"], options={"require": ["iat", "exp", "iss"]})
        except jwt.PyJWTError:
            return None
        return Token(self.app, {"app": "write"})

    def now(self) -> str:
        """A clock that moves with the requests."""
        return (BEGIN + timedelta(seconds=self.requests)).strftime("%Y-%m-%dT%H:%M:%SZ")

    def shown_from(self) -> int:
        return self.requests + self.lag
