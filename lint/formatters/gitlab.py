"""GitLab code quality (GitLab docs, "Code Quality report format"; a subset of Code Climate's)."""

import json
from collections.abc import Iterator

from lint.finding import Report, Severity
from lint.formatters import Presentation

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.SUGGESTION: "info"}


def lines(report: Report, show: Presentation) -> Iterator[str]:
    """An array with an object for each finding that is not suppressed."""
    issues = [
        {
            "description": finding.message,
            "check_name": finding.rule,
            "fingerprint": finding.fingerprint,
            "severity": _SEVERITIES[finding.severity],
            "location": {"path": finding.path, "lines": {"begin": finding.start.line, "end": finding.end.line}},
        }
        for finding in report.active
    ]
    yield json.dumps(issues, indent=2, ensure_ascii=False)
