"""A change in the articles of a run: chooses what to judge, and tells new findings from those that were there."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Self

from lint.article.parsed import Parsed
from lint.change.affected import Known, Touched, affected
from lint.change.before import Before
from lint.change.corpus import plain
from lint.change.settings import differ
from lint.finding import CopydeskError, Finding, Severity, Since
from lint.history.base import Base, base, is_commit
from lint.passages.facts import facts
from lint.run import Outcome, Request, Source

Marks = Mapping[str, tuple[Severity, bool]]
"""By fingerprint: how grave a finding was, and whether it was allowed."""


class Change:
    """What differs from the merge base, among the articles of one run. Used in a ``with``: it ends with a cleaning."""

    def __init__(self, since: Base, request: Request) -> None:
        self._base = since
        self._request = request
        self._folder = TemporaryDirectory(prefix="copydesk-")
        self._before: Before | None = None
        self._marks: dict[str, Marks] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._before is not None:
            self._before.close()
        self._base.close()
        self._folder.cleanup()

    def choose(self, sources: Sequence[Source], parsed: Sequence[tuple[Source, Parsed]]) -> Sequence[Source]:
        """The articles that differ and those that this affects."""
        names = {source.shown: self._name(source) for source in sources}
        own = {name for name in names.values() if self._base.touched(name) or name not in self._base.tree}
        known = [_known(names[source.shown], one) for source, one in parsed]
        touched = Touched(self._base.names, [one for one in known if one.name in own])
        reached = own | set(affected(known, touched))
        configs = {id(source.project.config): source.project.config for source in sources}
        anew = {key for key, config in configs.items() if differ(config, self._base)}
        self._before = Before(self._base, Path(self._folder.name), self._request, parsed)
        return [one for one in sources if names[one.shown] in reached or id(one.project.config) in anew]

    def is_new(self, source: Source, finding: Finding) -> bool:
        """Whether a finding was not there at the merge base, or was less grave, or was allowed there."""
        if source.shown not in self._marks:
            assert self._before is not None
            there = self._before.findings(source)
            self._marks[source.shown] = {
                one.fingerprint: (one.severity, one.suppressed_by is not None) for one in there
            }
        severity, allowed = self._marks[source.shown].get(finding.fingerprint, (None, False))
        is_active = finding.suppressed_by is None or finding.accepted is not None
        return severity is None or finding.severity > severity or (is_active and allowed)

    def narrowed(self, outcome: Outcome) -> Outcome:
        """The outcome with the findings that are new."""
        sources = {source.shown: source for source in outcome.judged}
        report = outcome.report
        kept = tuple(one for one in report.findings if self.is_new(sources[one.path], one))
        older = len(report.active) - sum(one.suppressed_by is None for one in kept)
        since = Since(self._base.ref, self._base.commit, len(outcome.sources), older)
        held = report.coverage.baseline
        held = held and replace(held, accepted=sum(one.accepted is not None for one in kept))
        coverage = replace(report.coverage, changed=since, baseline=held)
        return outcome._replace(report=replace(report, findings=kept, coverage=coverage))

    def _name(self, source: Source) -> str:
        name = self._base.name(source.file)
        if name is None:
            raise CopydeskError(
                f"{source.shown}: not in the git repository at {self._base.top}, so --changed cannot compare it"
            )
        return name


def comparing(request: Request) -> tuple[Request, Change]:
    """What a request for changes compares with, and the request with the articles that it means.

    ``--changed a.md`` means the article: a word that is no branch or commit, but a file or folder, is one.
    """
    if request.stdin is not None:
        raise CopydeskError("--changed compares files in git, and standard input is none: leave one of the two out")
    named = request.changed or ""
    folder = Path(next(iter(request.paths), "."))
    folder = folder if folder.is_dir() else folder.parent
    if named and Path(named).exists() and not is_commit(folder, named):
        return comparing(request._replace(changed="", paths=(named, *request.paths)))
    return request, Change(base(folder, named), request)


def _known(name: str, parsed: Parsed) -> Known:
    article = parsed.article
    title = plain(article.document["title"] or "")
    return Known(name, title, article.text, article.document, facts(article).kept())
