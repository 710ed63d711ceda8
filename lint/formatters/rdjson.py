"""reviewdog's diagnostic format, ``DiagnosticResult`` (reviewdog, proto/rdf); columns count UTF-8 bytes from 1."""

import json
from collections.abc import Iterator
from typing import Any

from lint.finding import Finding, Position, Report, Severity
from lint.formatters import Presentation

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.SUGGESTION: "INFO"}


def lines(report: Report, show: Presentation) -> Iterator[str]:
    """The findings that are not suppressed."""
    result = {"source": {"name": "copydesk"}, "diagnostics": [_diagnostic(finding) for finding in report.active]}
    yield json.dumps(result, indent=2, ensure_ascii=False)


def _diagnostic(finding: Finding) -> dict[str, Any]:
    code = {"value": finding.rule} | ({"url": finding.url} if finding.url else {})
    return {
        "message": f"{finding.message} {finding.help}".rstrip(),
        "location": {"path": finding.path, "range": _range(finding)},
        "severity": _SEVERITIES[finding.severity],
        "code": code,
    }


def _range(finding: Finding) -> dict[str, Any]:
    """The end's column is only known within the first line: beyond it the whole line is meant."""
    start = {"line": finding.start.line, "column": _bytes(finding, finding.start)}
    end: dict[str, Any] = {"line": finding.end.line}
    if finding.end.line == finding.start.line:
        end["column"] = _bytes(finding, finding.end)
    return {"start": start, "end": end}


def _bytes(finding: Finding, position: Position) -> int:
    return len(finding.source_line[: position.column - 1].encode("utf-8", "surrogatepass")) + 1
