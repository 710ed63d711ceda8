"""One JSON object a line: each finding as in ``json``, then ``{"coverage": …, "faults": …}``."""

import json
from collections.abc import Iterator

from lint.finding import Report
from lint.formatters import Presentation
from lint.formatters.records import coverage_record, fault_record, finding_record


def lines(report: Report, show: Presentation) -> Iterator[str]:
    """Every finding, suppressed ones included and marked, and the coverage last."""
    for finding in report.findings:
        yield json.dumps(finding_record(finding), ensure_ascii=False)
    faults = [fault_record(fault) for fault in report.faults]
    yield json.dumps({"coverage": coverage_record(report.coverage), "faults": faults}, ensure_ascii=False)
