"""What a run has looked at: an entry without a finding accepts nothing only where a rule did look and had an answer."""

import os
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from lint.baseline.entries import Entry
from lint.finding import Fault, Finding, Unchecked
from lint.project import Selection
from lint.run import Outcome, Request, Source

COMPARING = ("copied-passage", "repeated-title")
"""Rules that hold articles against each other: only a run of all of them tells what is gone."""

WHOLE = ("the text", "the file")
"""What of an article, when it could not be checked, leaves no rule an answer."""


class Looked:
    """What a run has seen of the projects below some roots."""

    def __init__(self, outcome: Outcome, request: Request, roots: Collection[Path]) -> None:
        self._outcome = outcome
        self._request = request
        self._roots = roots
        self._selection = Selection(request.select, request.ignore)
        ours = [source for source in outcome.sources if source.project.config.root in roots]
        shown = {source.shown for source in outcome.judged}
        self._known = {source.path for source in ours}
        self.judged: Mapping[str, Source] = {source.path: source for source in ours if source.shown in shown}
        self._silent = _silent(outcome.report.coverage.unchecked, outcome.report.faults)

    def findings(self) -> dict[str, list[Finding]]:
        """The findings of each article, by its path."""
        paths = {source.shown: path for path, source in self.judged.items()}
        found: dict[str, list[Finding]] = {}
        for finding in self._outcome.report.findings:
            if finding.path in paths:
                found.setdefault(paths[finding.path], []).append(finding)
        return found

    def is_gone(self, entry: Entry, path: str) -> bool:
        """Whether an entry that no finding needs accepts nothing any more; ``path``: of its article today."""
        if not self._wanted(entry) or (self._request.paths and entry.rule in COMPARING):
            return False
        if path in self.judged:
            return self._silent.get(self.judged[path].shown, set()).isdisjoint((entry.rule, *WHOLE))
        return path not in self._known and self._is_covered(path)

    def _wanted(self, entry: Entry) -> bool:
        """Whether the command's selection holds the rule; one that is no more is only missed by a run of all."""
        rule = self._outcome.rules.get(entry.rule)
        return not (self._selection.select or self._selection.ignore) if rule is None else self._selection.wants(rule)

    def _is_covered(self, path: str) -> bool:
        """Whether the run would have found an article at this path."""
        if self._request.stdin is not None:
            return False
        places = [Path(os.path.normpath(Path(place).absolute())) for place in self._request.paths]
        files = [root / path for root in self._roots]
        return not places or any(file.is_relative_to(place) for file in files for place in places)


def _silent(unchecked: Iterable[Unchecked], faults: Iterable[Fault]) -> dict[str, set[str]]:
    """The rules without an answer for an article, by its shown path."""
    found: dict[str, set[str]] = {}
    for one in unchecked:
        for path in one.paths:
            found.setdefault(path, set()).update(one.what.split(", "))
    for fault in faults:
        found.setdefault(fault.path, set()).add(WHOLE[0])
    return found
