"""A run that goes on: when an article is saved, it is judged again, and what that changes is told."""

import os
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from lint.finding import Finding, Report
from lint.inputs import Seen, rest, watch
from lint.projects import forget
from lint.run import Outcome, Request, Run
from lint.watch.changes import Watched, changes


class News(NamedTuple):
    """What a change brought: findings that are gone, findings that are new, and the whole report as it is now."""

    gone: tuple[Finding, ...]
    new: tuple[Finding, ...]
    report: Report


class Watching:
    """A run and what became of it since. An article that changes is judged alone; any other change begins anew."""

    def __init__(self, request: Request, today: Callable[[], date]) -> None:
        self._request = request
        self._today = today
        self._begin()

    def outcome(self) -> Outcome:
        return self._run.outcome()

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
        self._run.work.close()

    def _begin(self) -> None:
        self._seen: Seen = watch()
        self._run = Run(self._request)
        self._run.work.first()
        self._run.work.again()
        rest()
        self._run.work.commit()
        self._numbers = {os.path.abspath(source.file): at for at, source in enumerate(self._run.asked)}  # noqa: PTH100
        for project in self._run.projects.all():
            project.prepare()
        self._run.work.warm()

    def _anew(self) -> News:
        before = self._run.outcome().report.active
        self.close()
        forget()
        self._request = self._request._replace(today=self._today())
        self._begin()
        return _news(before, self._run.outcome().report.active, self._run.outcome().report)

    def _renewed(self, numbers: set[int]) -> News:
        verdicts = self._run.work.verdicts
        was = list(verdicts)
        judged = sorted(self._run.work.renew(numbers))
        before = [finding for at in judged for finding in was[at].findings]
        after = [finding for at in judged for finding in verdicts[at].findings]
        return _news(_active(before), _active(after), self._run.outcome().report)


def _active(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if finding.suppressed_by is None)


def _news(before: tuple[Finding, ...], after: tuple[Finding, ...], report: Report) -> News:
    """Findings are the same that have the same fingerprint, wherever they have moved."""
    old, new = ({finding.fingerprint for finding in findings} for findings in (before, after))
    gone = tuple(finding for finding in before if finding.fingerprint not in new)
    return News(gone, tuple(finding for finding in after if finding.fingerprint not in old), report)
