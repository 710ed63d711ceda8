"""For people: each finding with its source line, a caret under the place, what to do, and where to read more."""

from collections.abc import Iterator

from lint.finding import Finding, Report
from lint.formatters import Presentation
from lint.formatters.visible import head, tail, visible, width, wrapped

NARROWEST = 40
FAR = 1000
"""No terminal shows more characters of a line: what lies further from the place is not looked at."""


def lines(report: Report, show: Presentation) -> Iterator[str]:
    """The findings that are not suppressed, some six lines each."""
    for finding in report.active:
        yield from _finding(finding, show)
        yield ""


def _finding(finding: Finding, show: Presentation) -> Iterator[str]:
    place = f"{visible(finding.path)}:{finding.start.line}:{finding.start.column}"
    severity = show.paint(str(finding.severity), str(finding.severity))
    yield f"{show.paint(place, 'bold')} {severity} {show.paint(finding.rule, 'bold')}"
    yield from _wrapped(finding.message, show)
    yield from _excerpt(finding, show)
    if finding.help:
        yield from _wrapped(f"help: {finding.help}", show)
    if finding.fix is not None:
        yield from _wrapped(f"fix: {finding.fix.title}", show)
    yield show.paint(f"  more: {finding.url or f'copydesk rule {finding.rule}'}", "dim")


def _wrapped(text: str, show: Presentation) -> Iterator[str]:
    return wrapped(text, max(show.width, NARROWEST), "  ", "  ")


def _excerpt(finding: Finding, show: Presentation) -> Iterator[str]:
    """The source line, cut to the width around the place, and a caret line under it."""
    if not finding.source_line or finding.source_line.isspace():
        return
    gutter = f" {finding.start.line} | "
    before, marked, after = _cut(finding, max(show.width, NARROWEST) - len(gutter))
    yield show.paint(gutter, "dim") + before + show.paint(marked, str(finding.severity)) + after
    caret = "^" * max(width(marked), 1)
    yield show.paint(" " * (len(gutter) - 2) + "| ", "dim") + " " * width(before) + show.paint(caret, "bold")


def _cut(finding: Finding, room: int) -> tuple[str, str, str]:
    """The line before, at and after the place, together at most ``room`` columns wide."""
    line, start = finding.source_line, finding.start.column - 1
    end = finding.end.column - 1 if finding.end.line == finding.start.line else len(line)
    marked = head(line[start : min(end, start + FAR)], room * 2 // 3)
    left, after = room - width(marked), line[end : end + FAR]
    before = tail(line[max(start - FAR, 0) : start], max(left - width(head(after, room // 4)), 1))
    return before, marked, head(after, left - width(before))
