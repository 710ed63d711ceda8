"""One worker's round: triage, one issue; what became of the issues, now and then or when GitHub tells of something; the
erasing of what is over."""

import os
import secrets
import socket
from collections import Counter
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from bot.clock import now
from bot.feedback.desk import checkout
from bot.feedback.settings import feedback_settings
from bot.feedback.store import Store
from bot.feedback.store.deliveries import nudged
from bot.feedback.store.retention import erase
from bot.feedback.worker.closing import settle
from bot.feedback.worker.notices import notify
from bot.feedback.worker.publish import publish
from bot.feedback.worker.triage import triage
from bot.github import to_stderr
from bot.github.errors import GitHubError
from bot.github.issues import Issues
from bot.github.patience import Patience
from bot.github.wire import DEFAULT_API

_ERASE_EVERY = timedelta(hours=1)
_POLL_EVERY = timedelta(minutes=10)


class Loop:
    """A worker. Without a ``token`` nothing goes to GitHub."""

    def __init__(
        self, url: str, repo: Path, repository: str, token: str, me: str, api: str, server: str, lease: float
    ) -> None:
        self._store = Store(url)
        self._repository = repository
        self._checkout = partial(checkout, repo, server, repository)
        self._desk = self._checkout()
        self._settings = feedback_settings(self._desk.config.feedback)
        self._issues: Issues | None = None
        if token:
            api, others = api or DEFAULT_API, self._settings.accounts
            self._issues = Issues(repository, token, me, api=api, patience=_patience(lease), others=others)
        self._name = f"{socket.gethostname()}-{os.getpid()}-{secrets.token_hex(4)}"
        self._lease = timedelta(seconds=lease)
        self.counts: Counter[tuple[str, str]] = Counter()
        """What was done, and how: ``("issue", "created")``."""
        self._erased: datetime | None = None
        self._polled: datetime | None = None

    def step(self) -> bool:
        """Does what is next; False when there was nothing to do."""
        at = now()
        read = triage(self._store, self._desk, self._settings.thresholds, at)
        wrote = self._publish(at)
        self._poll(at)
        self._erase(at)
        return bool(read) or wrote

    @property
    def remaining(self) -> int | None:
        """How many calls GitHub still takes this hour; None where it is not known."""
        return self._issues.remaining if self._issues else None

    def close(self) -> None:
        """Lets go of the store."""
        self._store.close()

    def _publish(self, at: datetime) -> bool:
        if self._issues is None:
            return False
        outcome = publish(self._store, self._issues, self._desk, self._name, at, self._lease)
        if outcome:
            self.counts["issue", outcome.value] += 1
        return bool(outcome)

    def _poll(self, at: datetime) -> None:
        """Now and then: what became of the issues, and the day's notice. What fails is tried again the next time."""
        if self._issues is None or not (self._is_time(at) or self._is_nudged()):
            return
        self._polled = at
        self._desk = self._checkout()  # somebody may have pulled meanwhile
        try:
            self.counts["receipt", "moved"] += settle(self._store, self._issues, self._desk, at)
            notify(self._store, self._issues, at, self._lease)
        except GitHubError as error:
            self.counts["poll", "failed"] += 1
            to_stderr(f"Issues are looked at again in ten minutes: {error}")

    def _is_time(self, at: datetime) -> bool:
        return self._polled is None or at - self._polled >= _POLL_EVERY

    def _is_nudged(self) -> bool:
        """Whether GitHub told of a closed issue or a new commit, and no other worker has seen to it."""
        with self._store.begin() as connection:
            return nudged(connection, self._repository)

    def _erase(self, at: datetime) -> None:
        if self._erased is not None and at - self._erased < _ERASE_EVERY:
            return
        self._erased = at
        with self._store.begin() as connection:
            erase(connection, at, self._settings.contact_days, self._settings.words_days)


def _patience(lease: float) -> Patience:
    """No rest may outlast the claim: another worker would take the work up meanwhile."""
    return Patience(longest=lease / 20, between_writes=min(1.0, lease / 20))
