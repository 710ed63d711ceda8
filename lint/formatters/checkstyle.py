"""Checkstyle XML, as its consumers read it: a file element for each article, an error element for each finding."""

from collections.abc import Iterator
from itertools import groupby

from lint.finding import Finding, Report, Severity
from lint.formatters import Presentation
from lint.formatters.records import advice
from lint.formatters.xml import DECLARATION, element, tag

_SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "info"}


def lines(report: Report, show: Presentation) -> Iterator[str]:
    """The findings that are not suppressed."""
    yield DECLARATION
    yield from element("checkstyle", _files(report), version="4.3")


def _files(report: Report) -> Iterator[str]:
    for path, findings in groupby(report.active, key=lambda finding: finding.path):
        yield from element("file", (_error(finding) for finding in findings), name=path)


def _error(finding: Finding) -> str:
    place = {"line": finding.start.line, "column": finding.start.column, "severity": _SEVERITIES[finding.severity]}
    return f"<{tag('error', **place, message=advice(finding), source=f'copydesk.{finding.rule}')}/>"
