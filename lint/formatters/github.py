"""GitHub Actions workflow commands (GitHub docs, "Workflow commands": error, warning, notice)."""

from collections.abc import Iterator

from lint.finding import Finding, Report, Severity
from lint.formatters import Presentation
from lint.formatters.records import advice
from lint.formatters.visible import visible

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "notice"}


def lines(report: Report, show: Presentation) -> Iterator[str]:
    """A command for each finding that is not suppressed."""
    for finding in report.active:
        message = _data(visible(advice(finding)))
        yield f"::{_COMMANDS[finding.severity]} {_properties(finding)}::{message}"


def _properties(finding: Finding) -> str:
    properties = {"file": finding.path, "line": str(finding.start.line), "endLine": str(finding.end.line)}
    if finding.end.line == finding.start.line:  # columns are only understood within one line
        properties |= {"col": str(finding.start.column), "endColumn": str(finding.end.column)}
    properties["title"] = finding.rule
    return ",".join(f"{name}={_property(value)}" for name, value in properties.items())


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
