"""The coverage statement: what was looked at and what could not be, in words."""

from collections import Counter
from collections.abc import Iterator, Sequence

from lint.finding import Coverage, Gone, Report, Since, Unchecked
from lint.formatters.visible import wrapped

SHOWN = 3
"""How many of the baseline's entries that accept nothing are named."""


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
    if coverage.changed is not None:
        yield from wrapped(_since(coverage.changed), width, then="  ")
    for unchecked in coverage.unchecked:
        yield from wrapped(f"Not checked: {_describe(unchecked)}", width, then="  ")
    if coverage.baseline is not None and coverage.baseline.gone:
        yield from wrapped(_gone(coverage.baseline.gone), width, then="  ")


def _since(changed: Since) -> str:
    """What a check of changes has left out."""
    older = f"; {_count(changed.older, 'older finding')} not shown" if changed.older else ""
    return (
        f"Of {_count(changed.articles, 'article')}, only those were checked that differ from {changed.ref} "
        f"(merge base {changed.commit[:9]}) or that such a change affects, and only for what is new{older}."
    )


def _gone(gone: Sequence[Gone]) -> str:
    """What the baseline accepts in vain, and the way out."""
    named = ", ".join(f"{one.rule} in {one.path}" for one in gone[:SHOWN])
    more = f" and {len(gone) - SHOWN:,} more" if len(gone) > SHOWN else ""
    count = f"{_count(len(gone), 'finding')} {'is' if len(gone) == 1 else 'are'} gone"
    return f"Baseline: {count} ({named}{more}); `copydesk baseline prune` removes what accepts nothing."


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
    accepted = sum(finding.accepted is not None for finding in report.findings)
    allowed = len(report.findings) - len(report.active) - accepted
    counted = (
        f"{_count(number, 'finding')} {where}"
        for number, where in ((allowed, "allowed in the text"), (accepted, "accepted in the baseline"))
        if number
    )
    more = f" ({said})" if (said := ", ".join(counted)) else ""
    yield f"Found {', '.join(counts)}{more}." if severities else f"No findings{more}."
