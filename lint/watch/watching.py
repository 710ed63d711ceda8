"""A run that goes on: when an article is saved, it is judged again, and what that changes is told."""

import os
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from lint.check import held
from lint.finding import Finding, Report
from lint.inputs import Seen, rest, watch
from lint.projects import forget
from lint.run import Request, Run
from lint.watch.changes import Watched, changes


class News(NamedTuple):
    """What a change brought: findings that are gone, findings that are new, and the whole report as it is now."""

    gone: tuple[Finding, ...]
    new: tuple[Finding, ...]
    report: Report


class Watching:
    """A run and what became of it since. An article that changes is judged alone; any other change begins anew.

    ``outcome``: as it is now.
    """

    def __init__(self, request: Request, today: Callable[[], date]) -> None:
        self._request = request
        self._today = today
        self._begin()

    def news(self) -> Iterator[News]:
        """Each change of the report's findings; goes on until someone ends it."""
        while True:
            for changed in changes(Watched(self._seen)):
                numbers = {self._numbers[path] for path in changed if path in self._numbers}
                is_whole = len(numbers) < len(changed) or not all(map(os.path.exists, changed))
                is_whole = is_whole or self._today() != self._request.today
                yield self._anew() if is_whole else self._renewed(numbers)
                if is_whole:
                    break

    def close(self) -> None:
        self._run.close()

    def _begin(self) -> None:
        self._seen: Seen = watch()
        self._run = Run(self._request)
        self._run.work.first()
        self._run.work.again()
        rest()
        self._run.work.commit()
        self.outcome = held(self._run.outcome(), self._request)
        self._numbers = {os.path.abspath(source.file): at for at, source in enumerate(self._run.asked)}  # noqa: PTH100
        for project in self._run.projects.all():
            project.prepare()
        self._run.work.warm()

    def _anew(self) -> News:
        before = self.outcome.report
        self.close()
        forget()
        self._request = self._request._replace(today=self._today())
        self._begin()
        return _news(before, self.outcome.report)

    def _renewed(self, numbers: set[int]) -> News:
        before = self.outcome.report
        self._run.work.renew(numbers)
        self.outcome = held(self._run.outcome(), self._request)
        return _news(before, self.outcome.report)


def _news(before: Report, after: Report) -> News:
    """Findings are the same that have the same fingerprint, wherever they have moved."""
    old, new = ({finding.fingerprint for finding in report.active} for report in (before, after))
    gone = tuple(finding for finding in before.active if finding.fingerprint not in new)
    return News(gone, tuple(finding for finding in after.active if finding.fingerprint not in old), after)
