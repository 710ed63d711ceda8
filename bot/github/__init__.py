"""GitHub as the bot uses it: reads the state of a pull request and performs a plan. Decides nothing else."""

import sys
import time
from collections.abc import Callable, Iterable
from urllib.parse import quote

from bot.github import reading
from bot.github.artifacts import artifact
from bot.github.errors import GitHubError, LimitedError, RefusedError, UnansweredError
from bot.github.outcome import Outcome, Unsaid, leftovers
from bot.github.patience import Patience
from bot.github.runs import CheckedRun, checked_run, pull_of
from bot.github.speaking import Speaker
from bot.github.wire import DEFAULT_API, TIMEOUT, Wire, with_token
from bot.plan import Plan
from bot.state import State

WRITERS = ("admin", "maintain", "write")


def to_stderr(line: str) -> None:
    """A line for the job's log; a line break of GitHub's own cannot start a command of the log."""
    sys.stderr.write(" ".join(line.split()) + "\n")


class GitHub:
    """One repository (``owner/name``), seen and written to with one token. Every method may raise `GitHubError`."""

    def __init__(
        self,
        repository: str,
        token: str,
        *,
        api: str = DEFAULT_API,
        patience: Patience | None = None,
        wait: Callable[[float], None] = time.sleep,
        say: Callable[[str], None] = to_stderr,
        timeout: int = TIMEOUT,
    ) -> None:
        self.repository = repository
        self._wire = Wire(with_token(token), api, patience or Patience(), wait, say, timeout)

    def state(self, number: int) -> State:
        """All that was said and done on a pull request; `State.writers` is left to `writers`."""
        return reading.read(self._wire, self.repository, number)

    def writers(self, logins: Iterable[str]) -> frozenset[str]:
        """Those who may write to the repository."""
        return frozenset(login for login in sorted(logins) if self._permission(login) in WRITERS)

    def perform(self, plan: Plan, me: str) -> Outcome:
        """Takes the steps of a plan as the account ``me``. Refusals and silence are in the outcome, never raised."""
        return Speaker(self._wire, plan, me).perform()

    def checked_run(self, run: int) -> CheckedRun:
        """The commit, branch and repository that a workflow run was started for, as GitHub has them."""
        return checked_run(self._wire, self.repository, run)

    def pull_of(self, run: CheckedRun) -> int | None:
        """The number of the open pull request with this head, or None where it has moved on or is closed."""
        return pull_of(self._wire, self.repository, run)

    def artifact(self, run: int, name: str, limit: int) -> bytes:
        """The zip file of at most ``limit`` bytes that a workflow run left under this name; not opened here."""
        return artifact(self._wire, self.repository, run, name, limit)

    def _permission(self, login: str) -> str:
        try:
            answer = self._wire.send("GET", f"/repos/{self.repository}/collaborators/{quote(login)}/permission")
        except RefusedError as error:
            if error.status == 404:
                return "none"
            raise
        return str(answer.get("role_name") or answer["permission"])


__all__ = [
    "CheckedRun",
    "GitHub",
    "GitHubError",
    "LimitedError",
    "Outcome",
    "Patience",
    "RefusedError",
    "UnansweredError",
    "Unsaid",
    "leftovers",
]
