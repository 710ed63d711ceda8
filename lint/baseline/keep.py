"""Keeping a baseline: what creating, updating and pruning would write. Nothing is written here."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from lint.baseline import files
from lint.baseline.apply import compared, scopes
from lint.baseline.compare import Comparison
from lint.baseline.entries import Entry
from lint.finding import CopydeskError, Finding
from lint.run import Request, Source, run


class Desk(NamedTuple):
    """A baseline's file and what a run says of its entries. ``paths``: of the articles, by what people are shown."""

    file: Path
    comparison: Comparison
    paths: dict[str, str]

    def kept(self) -> tuple[Entry, ...]:
        """The entries without those that accept nothing."""
        return tuple(sorted((*self.comparison.accepted.values(), *self.comparison.others)))

    def grown(self, reason: str, today: date) -> tuple[Entry, ...]:
        """The entries that are left, and one for each finding that is new."""
        new = (_entry(finding, self.paths[finding.path], reason, today) for finding in self.comparison.new)
        return tuple(sorted((*self.kept(), *new)))


def desks(request: Request, creating: bool = False) -> Iterator[Desk]:
    """Each baseline of a run, compared with its findings; ``creating``: there must be none yet."""
    outcome = run(request)
    if outcome.report.faults:
        fault = outcome.report.faults[0]
        raise CopydeskError(f"{fault.path}: {fault.rule} failed, so nothing is known of its findings: {fault.error}")
    for scope in scopes(outcome, request):
        entries = files.load(scope.file, required=not creating, merging=True) or ()
        if creating and scope.file.exists():
            raise files.mistake(scope.file, "it is there already; `copydesk baseline update` brings it up to date")
        yield Desk(scope.file, compared(outcome, request, scope, entries), _paths(outcome.sources))


def _paths(sources: tuple[Source, ...]) -> dict[str, str]:
    return {source.shown: source.path for source in sources}


def _entry(finding: Finding, path: str, reason: str, today: date) -> Entry:
    return Entry(path, finding.rule, finding.fingerprint, today, reason, finding.message)
