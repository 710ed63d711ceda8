"""One order for a report, however its articles were judged: at once, in parts or side by side."""

from collections.abc import Mapping
from dataclasses import replace

from lint.finding import Report, Unchecked


def ordered(report: Report, articles: Mapping[str, int]) -> Report:
    """The report in the order of the articles (their number by path); what was not checked by what and why."""

    def number(path: str) -> tuple[int, str]:
        return articles.get(path, -1), path

    def within(unchecked: Unchecked) -> Unchecked:
        return replace(unchecked, paths=tuple(sorted(unchecked.paths, key=number)))

    unchecked = sorted(map(within, report.coverage.unchecked), key=lambda one: (one.what, one.why))
    return replace(
        report,
        findings=tuple(sorted(report.findings, key=lambda one: number(one.path))),
        coverage=replace(report.coverage, unchecked=tuple(unchecked)),
        faults=tuple(sorted(report.faults, key=lambda one: number(one.path))),
    )
