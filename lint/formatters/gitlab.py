"""GitLab code quality (GitLab docs, "Code Quality report format"; a subset of Code Climate's)."""

from collections.abc import Iterator

from lint.finding import Report, Severity
from lint.formatters import Presentation
from lint.formatters.records import advice, dump

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.SUGGESTION: "info"}


def lines(report: Report, show: Presentation) -> Iterator[str]:
    """An array with an object for each finding that is not suppressed."""
    issues = [
        {
            "description": advice(finding),
            "check_name": finding.rule,
            "fingerprint": finding.fingerprint,
            "severity": _SEVERITIES[finding.severity],
            "location": {"path": finding.path, "lines": {"begin": finding.start.line, "end": finding.end.line}},
        }
        for finding in report.active
    ]
    yield dump(issues)
