"""JUnit XML: a test suite for each article, a failed test for each finding, skipped where it is suppressed."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from lint.finding import Fault, Finding, Report
from lint.formatters import Presentation
from lint.formatters.records import advice
from lint.formatters.xml import DECLARATION, element, tag, text


def lines(report: Report, show: Presentation) -> Iterator[str]:
    """Every finding, and what broke as an error; without either one passed test, lest it look like a run of nothing."""
    yield DECLARATION
    counts = _counts(report.findings, report.faults)
    counts["tests"] = max(counts["tests"], 1)
    yield from element("testsuites", _suites(report), name="copydesk", **counts)


def _suites(report: Report) -> Iterator[str]:
    for path, group in groupby(report.findings, key=lambda finding: finding.path):
        findings = tuple(group)
        yield from element("testsuite", _cases(findings), name=path, **_counts(findings))
    if report.faults:
        yield from element("testsuite", _broken(report.faults), name="copydesk", **_counts((), report.faults))
    elif not report.findings:
        case = f"<{tag('testcase', classname='copydesk', name=f'{report.coverage.articles} articles')}/>"
        yield from element("testsuite", iter([case]), name="copydesk", **_counts(()) | {"tests": 1})


def _counts(findings: Sequence[Finding], faults: Sequence[Fault] = ()) -> dict[str, int]:
    failures = sum(finding.suppressed_by is None for finding in findings)
    return {
        "tests": len(findings) + len(faults),
        "failures": failures,
        "errors": len(faults),
        "skipped": len(findings) - failures,
    }


def _cases(findings: Sequence[Finding]) -> Iterator[str]:
    for finding in findings:
        name = f"{finding.rule} at {finding.start.line}:{finding.start.column}"
        yield from element("testcase", _outcome(finding), classname=finding.path, name=name)


def _outcome(finding: Finding) -> Iterator[str]:
    if finding.suppressed_by is not None:
        yield f"<{tag('skipped', message=finding.suppressed_by or 'suppressed without a reason')}/>"
        return
    opening = tag("failure", message=finding.message, type=finding.severity)
    place = f"{finding.path}:{finding.start.line}:{finding.start.column}"
    yield f"<{opening}>{text(f'{place}: {advice(finding)}')}</failure>"


def _broken(faults: Sequence[Fault]) -> Iterator[str]:
    for fault in faults:
        error = f"<{tag('error', message=fault.error, type='fault')}/>"
        yield from element("testcase", iter([error]), classname=fault.path, name=fault.rule)
