"""The issues of a repository: found again by marker and account, made once, brought up to date."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from bot.github import to_stderr
from bot.github.patience import Patience
from bot.github.permissions import WRITERS, permission
from bot.github.sure import once
from bot.github.wire import DEFAULT_API, TIMEOUT, Wire, with_token


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue as it stands. ``reason``: of a closed one, ``completed``, ``not_planned`` or what else GitHub says."""

    number: int
    title: str
    body: str
    author: str
    is_open: bool
    reason: str
    labels: tuple[str, ...]
    created: str = ""
    """ISO 8601."""


class Issues:
    """The issues of one repository (``owner/name``), as the account ``me``. Every method may raise `GitHubError`.

    ``others``: further accounts that speak for the publication; "ours" is what any of them wrote.
    """

    def __init__(
        self,
        repository: str,
        token: str,
        me: str,
        *,
        api: str = DEFAULT_API,
        patience: Patience | None = None,
        wait: Callable[[float], None] = time.sleep,
        say: Callable[[str], None] = to_stderr,
        timeout: int = TIMEOUT,
        others: Iterable[str] = (),
    ) -> None:
        self._repository = repository
        self._base = f"/repos/{repository}/issues"
        self._accounts = frozenset((me, *others))
        self._wire = Wire(with_token(token), api, patience or Patience(), wait, say, timeout)

    @property
    def remaining(self) -> int | None:
        """How many calls GitHub still takes this hour, as its last answer said; None before the first."""
        return self._wire.remaining

    def find(self, marker: str, label: str) -> int | None:
        """The number of the issue that a marker stands for, among those with a label."""
        found = self.marked(marker, self.labelled(label))
        return found.number if found else None

    def marked(self, marker: str, listed: Iterable[Issue]) -> Issue | None:
        """The first issue whose text begins with a marker, an open one before a closed one. It counts in an issue of
        ours, and where a comment of ours begins with it as well: what others wrote they may also change."""
        closed = None
        for issue in listed:
            if issue.body.startswith(marker) and (self.is_own(issue) or self.said(issue.number, marker)):
                if issue.is_open:
                    return issue
                closed = closed or issue
        return closed

    def labelled(self, label: str, state: str = "all") -> Iterator[Issue]:
        """The issues with a label, whoever made them, the newest first. ``state``: ``open``, ``closed`` or ``all``."""
        return self._read(f"{self._base}?state={state}&sort=created&direction=desc&labels={quote(label)}")

    def is_own(self, issue: Issue) -> bool:
        """Whether it is ours."""
        return issue.author in self._accounts

    def read(self, number: int) -> Issue:
        """One issue."""
        return _issue(self._wire.send("GET", f"{self._base}/{number}"))

    def create(self, title: str, body: str, labels: tuple[str, ...], assignees: tuple[str, ...]) -> int:
        """The number of a new issue. Never repeated: after `UnansweredError` look for the marker first."""
        wanted = {"title": title, "body": body, "labels": list(labels), "assignees": list(assignees)}
        return int(self._wire.send("POST", self._base, wanted, repeat=False)["number"])

    def update(self, number: int, **changes: Any) -> None:
        """Changes of an issue's ``title``, ``body``, ``labels`` (all of them) or ``state``."""
        self._wire.send("PATCH", f"{self._base}/{number}", changes)

    def said(self, number: int, sign: str) -> bool:
        """Whether a comment of ours begins with a marker."""
        return self._own(number, sign) is not None

    def say(self, number: int, text: str, sign: str) -> None:
        """A comment that begins with a marker, once: one that is there is left as it is."""
        if self._own(number, sign) is None:
            call = {"method": "POST", "path": f"{self._base}/{number}/comments", "body": {"body": text}}
            once(self._wire, call, lambda: self._own(number, sign))

    def own_comments(self, number: int) -> list[str]:
        """What we said, oldest first."""
        return [text for login, text in self.comments(number) if login in self._accounts]

    def may_write(self, login: str) -> bool:
        """Whether somebody has write access."""
        return permission(self._wire, self._repository, login) in WRITERS

    def comments(self, number: int) -> Iterator[tuple[str, str]]:
        """The comments of an issue, oldest first: login and text."""
        for comment in self._wire.pages(f"{self._base}/{number}/comments"):
            yield (comment.get("user") or {}).get("login", ""), comment.get("body") or ""

    def _own(self, number: int, sign: str) -> int | None:
        for comment in self._wire.pages(f"{self._base}/{number}/comments"):
            login = (comment.get("user") or {}).get("login", "")
            if login in self._accounts and (comment.get("body") or "").startswith(sign):
                return int(comment["id"])
        return None

    def _read(self, query: str) -> Iterator[Issue]:
        yield from (_issue(found) for found in self._wire.pages(query) if "pull_request" not in found)


def _issue(found: Any) -> Issue:
    return Issue(
        number=int(found["number"]),
        title=str(found["title"]),
        body=found.get("body") or "",
        author=(found.get("user") or {}).get("login", ""),
        is_open=found["state"] == "open",
        reason=found.get("state_reason") or "",
        labels=tuple(label["name"] if isinstance(label, dict) else label for label in found.get("labels", ())),
        created=found.get("created_at") or "",
    )
