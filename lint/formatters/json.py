"""One JSON document: what the bot and other programs read (``schemas/report.schema.json``)."""

from collections.abc import Iterator

from lint.finding import Report
from lint.formatters import Presentation
from lint.formatters.records import Json, coverage_record, dump, fault_record, finding_record, shard_record


def lines(report: Report, show: Presentation) -> Iterator[str]:
    """The whole report, suppressed findings included and marked; that of a shard with what it takes to merge it."""
    document: Json = {
        "version": 1,
        "findings": [finding_record(finding) for finding in report.findings],
        "coverage": coverage_record(report.coverage),
        "faults": [fault_record(fault) for fault in report.faults],
    }
    if report.shard is not None:
        document["shard"] = shard_record(report, report.shard, show)
    yield dump(document)
