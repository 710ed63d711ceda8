"""reviewdog's diagnostic format, ``DiagnosticResult`` (reviewdog, proto/rdf); columns count UTF-8 bytes from 1."""

from collections.abc import Iterator
from typing import Any

from lint.finding import Finding, Position, Report, Severity
from lint.formatters import Presentation
from lint.formatters.records import advice, dump

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.SUGGESTION: "INFO"}


def lines(report: Report, show: Presentation) -> Iterator[str]:
    """The findings that are not suppressed."""
    result = {"source": {"name": "copydesk"}, "diagnostics": [_diagnostic(finding) for finding in report.active]}
    yield dump(result)


def _diagnostic(finding: Finding) -> dict[str, Any]:
    code = {"value": finding.rule} | ({"url": finding.url} if finding.url else {})
    return {
        "message": advice(finding),
        "location": {"path": finding.path, "range": _range(finding)},
        "severity": _SEVERITIES[finding.severity],
        "code": code,
    }


def _range(finding: Finding) -> dict[str, Any]:
    """Columns where the place ends in its first line, the only one that is known here; else whole lines."""
    if finding.end.line > finding.start.line:
        return {"start": {"line": finding.start.line}, "end": {"line": finding.end.line}}
    return {"start": _position(finding, finding.start), "end": _position(finding, finding.end)}


def _position(finding: Finding, position: Position) -> dict[str, int]:
    line, before = finding.source_line, position.column - 1
    if not line.isascii():
        before = len(line[:before].encode("utf-8"))
    return {"line": position.line, "column": before + 1}
