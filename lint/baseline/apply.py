"""A run held against the baselines of its projects: what they accept is marked, what they accept in vain is named."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from lint.baseline import files
from lint.baseline.compare import Comparison, compare
from lint.baseline.entries import Entry
from lint.baseline.looked import Looked
from lint.baseline.moves import follow
from lint.config import load, read_config
from lint.finding import Finding, Gone, Held
from lint.run import Outcome, Request


class Scope(NamedTuple):
    """A baseline's file and the projects whose findings it accepts. ``named``: somebody asked for this file."""

    file: Path
    roots: tuple[Path, ...]
    named: bool


def held_against(outcome: Outcome, request: Request) -> Outcome:
    """The outcome with the findings that a baseline accepts marked; as it was where no baseline counts."""
    if not request.accepting:
        return outcome
    accepted: dict[str, Entry] = {}
    gone: list[Gone] = []
    counts = False
    for scope in scopes(outcome, request):
        entries = files.load(scope.file, scope.named)
        if entries is None:
            continue
        counts = True
        comparison = compared(outcome, request, scope, entries)
        accepted |= comparison.accepted
        gone += (Gone(entry.path, entry.rule, entry.fingerprint) for entry in comparison.gone)
    if not counts:
        return outcome
    report = outcome.report
    findings = tuple(_marked(finding, accepted.get(finding.fingerprint)) for finding in report.findings)
    held = Held(sum(finding.accepted is not None for finding in findings), tuple(sorted(gone, key=_order)))
    coverage = replace(report.coverage, baseline=held)
    return outcome._replace(report=replace(report, findings=findings, coverage=coverage))


def scopes(outcome: Outcome, request: Request) -> Iterator[Scope]:
    """The baselines that may count for a run, whether their files are there or not."""
    configs = {id(source.project.config): source.project.config for source in outcome.sources}
    found: dict[Path, Scope] = {}
    for config in configs.values() or (read_config(request.config) if request.config else load(Path.cwd()),):
        file = request.baseline or config.baseline_file
        named = request.baseline is not None or config.baseline is not None
        before = found.get(file, Scope(file, (), named))
        found[file] = before._replace(roots=(*before.roots, config.root))
    yield from found.values()


def compared(outcome: Outcome, request: Request, scope: Scope, entries: tuple[Entry, ...]) -> Comparison:
    """The findings of a scope's articles against entries."""
    looked = Looked(outcome, request, scope.roots)
    findings = looked.findings()
    moved, now = follow(entries, scope.roots[0], looked.judged, findings)
    return compare(
        (one for of_one in findings.values() for one in of_one),
        moved,
        lambda entry: looked.is_gone(entry, now.get(entry.path, entry.path)),
    )


def _marked(finding: Finding, entry: Entry | None) -> Finding:
    if entry is None or finding.suppressed_by is not None:
        return finding
    return replace(finding, suppressed_by=entry.reason, accepted=entry.accepted)


def _order(gone: Gone) -> tuple[str, str, str]:
    return gone.path, gone.rule, gone.fingerprint
