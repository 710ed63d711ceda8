"""One line a finding: ``path:line:column: severity rule message``."""

from collections.abc import Iterator

from lint.finding import Report
from lint.formatters import Presentation
from lint.formatters.visible import visible


def lines(report: Report, show: Presentation) -> Iterator[str]:
    """The findings that are not suppressed, one a line."""
    for finding in report.active:
        place = f"{visible(finding.path)}:{finding.start.line}:{finding.start.column}:"
        severity = show.paint(str(finding.severity), str(finding.severity))
        yield f"{place} {severity} {finding.rule} {visible(finding.message)}"
