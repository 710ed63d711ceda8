"""One JSON object a line: each finding as in ``json``, then ``{"coverage": …, "faults": …}``."""

from collections.abc import Iterator

from lint.finding import Report
from lint.formatters import Presentation
from lint.formatters.records import coverage_record, dump, fault_record, finding_record


def lines(report: Report, show: Presentation) -> Iterator[str]:
    """Every finding, suppressed ones included and marked, and the coverage last."""
    for finding in report.findings:
        yield dump(finding_record(finding), indent=None)
    faults = [fault_record(fault) for fault in report.faults]
    yield dump({"coverage": coverage_record(report.coverage), "faults": faults}, indent=None)
