"""For people: each finding with its source line, a caret under the place, what to do, and where to read more."""

import textwrap
from collections.abc import Iterator

from lint.finding import Finding, Report
from lint.formatters import Presentation
from lint.formatters.visible import visible, width


def lines(report: Report, show: Presentation) -> Iterator[str]:
    """The findings that are not suppressed, some six lines each."""
    for finding in report.active:
        yield from _finding(finding, show)
        yield ""


def _finding(finding: Finding, show: Presentation) -> Iterator[str]:
    place = f"{visible(finding.path)}:{finding.start.line}:{finding.start.column}"
    severity = show.paint(str(finding.severity), str(finding.severity))
    yield f"{show.paint(place, 'bold')} {severity} {show.paint(finding.rule, 'bold')}"
    yield from _wrapped(visible(finding.message), "  ", show)
    yield from _excerpt(finding, show)
    if finding.help:
        yield from _wrapped(f"help: {visible(finding.help)}", "  ", show)
    if finding.fix is not None:
        yield from _wrapped(f"fix: {visible(finding.fix.title)}", "  ", show)
    yield show.paint(f"  more: {finding.url or f'copydesk rule {finding.rule}'}", "dim")


def _wrapped(text: str, indent: str, show: Presentation) -> Iterator[str]:
    room = max(show.width, 40)
    yield from textwrap.wrap(text, room, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)


def _excerpt(finding: Finding, show: Presentation) -> Iterator[str]:
    """The source line, cut to the width around the place, and a caret line under it."""
    if not finding.source_line.strip():
        return
    gutter = f" {finding.start.line} | "
    before, marked, after = _cut(finding, max(show.width, 40) - len(gutter))
    yield show.paint(gutter, "dim") + before + show.paint(marked, str(finding.severity)) + after
    caret = "^" * max(width(marked), 1)
    yield show.paint(" " * (len(gutter) - 2) + "| ", "dim") + " " * width(before) + show.paint(caret, "bold")


def _cut(finding: Finding, room: int) -> tuple[str, str, str]:
    """The line before, at and after the place, together at most ``room`` columns wide."""
    line, start = finding.source_line, finding.start.column - 1
    end = finding.end.column - 1 if finding.end.line == finding.start.line else len(line)
    before, marked, after = visible(line[:start]), visible(line[start:end]), visible(line[end:])
    marked = _head(marked, room * 2 // 3)
    before = _tail(before, max(room - width(marked) - min(width(after), room // 4), 1))
    return before, marked, _head(after, room - width(before) - width(marked))


def _head(text: str, room: int) -> str:
    if width(text) <= room:
        return text
    while text and width(text) > room - 1:
        text = text[: max(len(text) - max((width(text) - room) // 2, 1), 0)]
    return text + "…" if room > 0 else ""


def _tail(text: str, room: int) -> str:
    if width(text) <= room:
        return text
    while text and width(text) > room - 1:
        text = text[max((width(text) - room) // 2, 1) :]
    return "…" + text
