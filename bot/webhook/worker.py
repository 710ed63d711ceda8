"""Runs errands: looks at GitHub itself, as the app's installation, and reviews the pull requests that are meant."""

import os
import secrets
import socket
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from bot.clock import now
from bot.feedback.store import Store, deliveries
from bot.feedback.store.deliveries import MOST, Task
from bot.github import GitHub, GitHubError, LimitedError, Patience, to_stderr
from bot.github.app import installation_token
from bot.github.wire import DEFAULT_API
from bot.session import Asked, online
from bot.webhook.clones import Clones
from bot.webhook.errand import Errand
from lint.finding import CopydeskError

_FORGET_EVERY = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class App:
    """The GitHub App: its number or client id, its private key (PEM), and where GitHub is."""

    id: str
    private_key: str
    api: str = ""
    server: str = "https://github.com"
    wait: float = 60.0
    """The longest rest, in seconds, when GitHub asks for one; after that the errand waits in the store."""


class Reviewer:
    """One worker. ``clones``: the folder of the mirrors; ``lease``: seconds until another may take up what it left."""

    def __init__(
        self, store: Store, app: App, clones: Path, lease: float, say: Callable[[str], None] = to_stderr
    ) -> None:
        self._store, self._app, self._say = store, app, say
        self._clones = Clones(clones.resolve(), app.server)
        self._lease = timedelta(seconds=lease)
        self._name = f"{socket.gethostname()}-{os.getpid()}-{secrets.token_hex(4)}"
        self.counts: Counter[tuple[str, str]] = Counter()
        """What was done, and how: ``("review", "failed")``."""
        self._forgot: datetime | None = None

    def step(self) -> bool:
        """Runs what is due longest; False when nothing is. What fails stays in the store and says why."""
        self._forget(now())
        with self._store.begin() as connection:
            task = deliveries.claim(connection, self._name, now(), self._lease)
        if task is None:
            return False
        with self._renewed(task):
            why, rest = self._run(task)
        self.counts["review", "failed" if why else "done"] += 1
        if why:
            self._say(f"{task.errand.repository} {task.errand.about}: {why}")
        with self._store.begin() as connection:
            if why:
                again = now() + rest if task.attempts < MOST else None
                deliveries.failed(connection, task, why, again)
            else:
                deliveries.done(connection, task, now())
        return True

    def _run(self, task: Task) -> tuple[str, timedelta]:
        """Why it has to be tried again (empty: it need not), and after how long."""
        rest = self._lease / 10 * (1 << min(task.attempts, 7))
        try:
            return self._errand(task.errand, now().date()), rest
        except LimitedError as error:
            return str(error), max(rest, timedelta(seconds=error.seconds))
        except (GitHubError, CopydeskError) as error:
            return str(error), rest
        except Exception as error:  # noqa: BLE001 - a fault of ours in one pull request must not hold up the others
            return f"a fault in Copydesk itself: {type(error).__name__}", rest

    def _errand(self, errand: Errand, today: date) -> str:
        app, patience = self._app, Patience.up_to(self._app.wait)
        api = app.api or DEFAULT_API
        token = installation_token(
            app.id, app.private_key, errand.installation, errand.repository, api=api, patience=patience, say=self._say
        )
        if errand.kind == "pull":
            return self._review(errand, token, today)
        hub = GitHub(errand.repository, token, api=api, patience=patience, say=self._say)
        found = hub.open_pulls(**{"head" if errand.kind == "commit" else "base": errand.name})
        with self._store.begin() as connection:
            for number in found:
                deliveries.wish(connection, errand._replace(about=f"pull/{number}"), now())
        return ""

    def _review(self, errand: Errand, token: str, today: date) -> str:
        """Says on a pull request what is to be said; gives what GitHub did not take."""
        asked = Asked(
            repo=self._clones.of(errand.repository),
            today=today,
            repository=errand.repository,
            pull=int(errand.name),
            fetch=True,
            wait=self._app.wait,
            token=token,
            api=self._app.api,
            server=self._app.server,
        )
        done = online(asked, dry_run=False)
        for line in done.log:
            self._say(f"{errand.repository} {errand.about}: {line}")
        return "GitHub did not take all of it" if done.is_unsaid else ""

    @contextmanager
    def _renewed(self, task: Task) -> Iterator[None]:
        """Holds the claim while the work goes on, however long; a worker that was killed holds nothing."""
        over = threading.Event()

        def hold() -> None:
            while not over.wait(self._lease.total_seconds() / 3):
                with self._store.begin() as connection:
                    deliveries.renew(connection, task, now() + self._lease)

        holder = threading.Thread(target=hold, daemon=True)
        holder.start()
        try:
            yield
        finally:
            over.set()
            holder.join()

    def _forget(self, at: datetime) -> None:
        if self._forgot is None or at - self._forgot >= _FORGET_EVERY:
            self._forgot = at
            with self._store.begin() as connection:
                deliveries.forget(connection, at - deliveries.KEPT)
