"""JUnit XML: a test suite for each article, a failed test for each finding, skipped where it is suppressed."""

from collections.abc import Iterator
from itertools import groupby

from lint.finding import Finding, Report
from lint.formatters import Presentation
from lint.formatters.xml import DECLARATION, element, tag, text


def lines(report: Report, show: Presentation) -> Iterator[str]:
    """Every finding; a report without any holds one passed test, so that no reader takes it for a run of nothing."""
    yield DECLARATION
    counts = {"tests": max(len(report.findings), 1), "failures": len(report.active)}
    yield from element("testsuites", _suites(report), name="copydesk", **counts)


def _suites(report: Report) -> Iterator[str]:
    for path, group in groupby(report.findings, key=lambda finding: finding.path):
        findings = tuple(group)
        failures = sum(finding.suppressed_by is None for finding in findings)
        skipped = len(findings) - failures
        counts = {"tests": len(findings), "failures": failures, "errors": 0, "skipped": skipped}
        yield from element("testsuite", _cases(findings), name=path, **counts)
    if not report.findings:
        case = f"<{tag('testcase', classname='copydesk', name=f'{report.coverage.articles} articles')}/>"
        yield from element("testsuite", iter([case]), name="copydesk", tests=1, failures=0, errors=0, skipped=0)


def _cases(findings: tuple[Finding, ...]) -> Iterator[str]:
    for finding in findings:
        name = f"{finding.rule} at {finding.start.line}:{finding.start.column}"
        yield from element("testcase", _outcome(finding), classname=finding.path, name=name)


def _outcome(finding: Finding) -> Iterator[str]:
    if finding.suppressed_by is not None:
        yield f"<{tag('skipped', message=finding.suppressed_by or 'suppressed without a reason')}/>"
        return
    opening = tag("failure", message=finding.message, type=finding.severity)
    place = f"{finding.path}:{finding.start.line}:{finding.start.column}"
    yield f"<{opening}>{text(f'{place}: {finding.message} {finding.help}'.rstrip())}</failure>"
