"""The coverage statement: what was looked at and what could not be, in words."""

from collections import Counter
from collections.abc import Iterator

from lint.finding import Coverage, Report, Unchecked
from lint.formatters.visible import wrapped


def statement(coverage: Coverage, width: int = 80) -> Iterator[str]:
    """A few lines, at most ``width`` columns wide."""
    counts = [
        _count(coverage.articles, "article"),
        f"{_count(coverage.claim_sections, 'claim section')} ({coverage.cited} cited, {coverage.uncited} uncited)",
        _count(coverage.exempt, "exempt section") + (f" ({coverage.short} short)" if coverage.short else ""),
        _count(coverage.claims, "claim"),
        _count(coverage.citations, "citation"),
        _count(coverage.references, "reference"),
    ]
    yield from wrapped(f"Checked {', '.join(counts)}.", width, then="  ")
    for unchecked in coverage.unchecked:
        yield from wrapped(f"Not checked: {_describe(unchecked)}", width, then="  ")


def _describe(unchecked: Unchecked) -> str:
    where = ""
    if len(unchecked.paths) == 1:
        where = f" in {unchecked.paths[0]}"
    elif unchecked.paths:
        where = f" in {_count(len(unchecked.paths), 'article')}"
    return f"{unchecked.what}{where}: {unchecked.why.rstrip('.')}."


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def summary(report: Report) -> Iterator[str]:
    """One line: how many findings of each severity that occurs, how many allowed."""
    if not report.findings and not report.coverage.articles:
        yield "No articles were checked."
        return
    severities = Counter(finding.severity for finding in report.active)
    counts = (_count(severities[severity], str(severity)) for severity in sorted(severities, reverse=True))
    allowed = len(report.findings) - len(report.active)
    more = f" ({_count(allowed, 'finding')} allowed in the text)" if allowed else ""
    yield f"Found {', '.join(counts)}{more}." if severities else f"No findings{more}."
