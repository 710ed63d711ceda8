"""Whether something was said already: looked for by marker and by account, since anyone can quote a marker."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.github import reading
from bot.github.wire import Wire
from bot.state import Comment, Review


@dataclass(frozen=True, slots=True)
class Traces:
    """What the account ``me`` left on one pull request. Each look gives the id, or None."""

    wire: Wire
    repository: str
    number: int
    me: str

    def comment(self, marker: str) -> int | None:
        return self._mine(reading.comments(self.wire, self.repository, self.number), marker)

    def inline(self, marker: str) -> int | None:
        return self._mine(reading.inline_comments(self.wire, self.repository, self.number), marker)

    def review(self, marker: str) -> int | None:
        return self._mine(reading.reviews(self.wire, self.repository, self.number), marker)

    def check_run(self, name: str, commit: str, external_id: str) -> int | None:
        runs = reading.own_check_runs(self.wire, self.repository, commit, self.me)
        return next((run.id for run in runs if (run.name, run.external_id) == (name, external_id)), None)

    def annotations(self, check_run: int) -> int:
        """How many a check run holds."""
        answer = self.wire.send("GET", f"/repos/{self.repository}/check-runs/{check_run}")
        return int(answer["output"]["annotations_count"])

    def _mine(self, entries: Iterable[Comment | Review], marker: str) -> int | None:
        return next((entry.id for entry in entries if entry.author == self.me and entry.body.startswith(marker)), None)
