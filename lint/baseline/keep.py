"""Keeping a baseline: what creating, updating and pruning would write. Nothing is written here."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from lint.baseline import files
from lint.baseline.apply import Scope, compared, scopes
from lint.baseline.compare import Comparison
from lint.baseline.entries import Entry
from lint.finding import CopydeskError, Finding
from lint.run import Outcome, Request, Source, run


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


def made(request: Request) -> list[Desk]:
    """The baselines that are not there yet; what is accepted elsewhere stays as it is."""
    outcome = _run(request)
    all_scopes = tuple(scopes(outcome, request))
    missing = [scope for scope in all_scopes if not scope.file.exists()]
    if not missing:
        raise files.mistake(all_scopes[0].file, "it is there already; `copydesk baseline update` brings it up to date")
    return [_desk(outcome, request, scope, ()) for scope in missing]


def kept(request: Request) -> list[Desk]:
    """The baselines as they are, a part that has none yet with an empty one; one at least must be there."""
    outcome = _run(request)
    all_scopes = tuple(scopes(outcome, request))
    alone = not any(scope.file.exists() for scope in all_scopes)
    loaded = [(scope, files.load(scope.file, scope.named or alone, merging=True) or ()) for scope in all_scopes]
    return [_desk(outcome, request, scope, entries) for scope, entries in loaded]


def _run(request: Request) -> Outcome:
    outcome = run(request)
    for fault in outcome.report.faults:
        raise CopydeskError(f"{fault.path}: {fault.rule} broke, so nothing is written; `copydesk check` says more")
    return outcome


def _desk(outcome: Outcome, request: Request, scope: Scope, entries: tuple[Entry, ...]) -> Desk:
    return Desk(scope.file, compared(outcome, request, scope, entries), _paths(outcome.sources))


def _paths(sources: tuple[Source, ...]) -> dict[str, str]:
    return {source.shown: source.path for source in sources}


def _entry(finding: Finding, path: str, reason: str, today: date) -> Entry:
    return Entry(path, finding.rule, finding.fingerprint, today, reason, finding.message)
