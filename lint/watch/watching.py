"""A run that goes on: when an article is saved, it is judged again, and what that changes is told."""

import gc
import os
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from lint.check import held
from lint.finding import CopydeskError, Finding, Report
from lint.inputs import Seen, rest, watch
from lint.projects import forget
from lint.run import Request, Run
from lint.watch.changes import Watched, also, changes
from lint.work.verdict import Verdict


class News(NamedTuple):
    """What a change brought: findings that are gone, and findings that are new.

    ``report``: all there is now; None where more news of the same change follow. ``mistake``: what a user must mend
    before there is a report again.
    """

    gone: tuple[Finding, ...]
    new: tuple[Finding, ...]
    report: Report | None = None
    mistake: str = ""


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
                if is_whole:
                    yield self._anew()
                    break
                yield from self._renewed(numbers)

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
        gc.freeze()  # all this stays: to look through it for waste takes longer than to judge an article

    def _anew(self) -> News:
        before = self.outcome.report.active
        self.close()
        gc.unfreeze()
        forget()
        self._request = self._request._replace(today=self._today())
        known = self._seen
        try:
            self._begin()
        except CopydeskError as error:
            rest()
            self._numbers = {}
            self._seen = also(self._seen, known)
            return News((), (), mistake=str(error))
        return _news(before, self.outcome.report.active)._replace(report=self.outcome.report)

    def _renewed(self, numbers: set[int]) -> Iterator[News]:
        """What these articles say comes first; what they have in common with others takes longer to find."""
        yield self._news_of(self._run.work.renew, numbers)
        news = self._news_of(self._run.work.settle, numbers)
        self.outcome = held(self._run.outcome(), self._request)
        yield news._replace(report=self.outcome.report)

    def _news_of(self, work: Callable[[set[int]], set[int]], numbers: set[int]) -> News:
        """What some work has changed: the articles that it judged tell, unless a baseline must be asked."""
        verdicts = self._run.work.verdicts
        was = list(verdicts)
        judged = sorted(work(numbers))
        if self.outcome.report.coverage.baseline is None:
            return _news(*(_active(said[at] for at in judged) for said in (was, verdicts)))
        before = self.outcome.report.active
        self.outcome = held(self._run.outcome(), self._request)
        return _news(before, self.outcome.report.active)


def _active(verdicts: Iterable[Verdict]) -> tuple[Finding, ...]:
    return tuple(finding for one in verdicts for finding in one.findings if finding.suppressed_by is None)


def _news(before: tuple[Finding, ...], after: tuple[Finding, ...]) -> News:
    """Findings are the same that have the same fingerprint, wherever they have moved."""
    old, new = ({finding.fingerprint for finding in findings} for findings in (before, after))
    gone = tuple(finding for finding in before if finding.fingerprint not in new)
    return News(gone, tuple(finding for finding in after if finding.fingerprint not in old))
