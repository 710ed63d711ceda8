"""One JSON document: what the bot and other programs read (``schemas/report.schema.json``)."""

from collections.abc import Iterator

from lint.finding import Report
from lint.formatters import Presentation
from lint.formatters.records import coverage_record, dump, fault_record, finding_record


def lines(report: Report, show: Presentation) -> Iterator[str]:
    """The whole report, suppressed findings included and marked."""
    document = {
        "version": 1,
        "findings": [finding_record(finding) for finding in report.findings],
        "coverage": coverage_record(report.coverage),
        "faults": [fault_record(fault) for fault in report.faults],
    }
    yield dump(document)
