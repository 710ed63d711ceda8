"""Findings and reports made by hand."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from lint.finding import Finding, Fix, Pointer, Position, Report, Severity, Span
from lint.formatters import Presentation, formatter
from lint.text import Text


def finding(
    source: str,
    marked: str,
    *,
    message: str = "This says too much.",
    rule: str = "absolute-claim",
    severity: Severity = Severity.WARNING,
    path: str = "articles/sleep.md",
    pointer: Pointer = ("sections", 0),
    help: str = "",  # noqa: A002 - the field's name
    fix: Fix | None = None,
    suppressed_by: str | None = None,
) -> Finding:
    """A finding at the first place of ``marked`` in ``source``."""
    text, start = Text(source), source.index(marked)
    first = Position(*text.position(start))
    return Finding(
        rule=rule,
        severity=severity,
        message=message,
        path=path,
        span=Span(start, start + len(marked)),
        pointer=pointer,
        fingerprint="0123456789abcdef" * 2,
        start=first,
        end=Position(*text.position(start + len(marked))),
        source_line=text.line(first.line),
        help=help,
        fix=fix,
        suppressed_by=suppressed_by,
    )


def shown(name: str, *findings: Finding, report: Report | None = None, **show: Any) -> list[str]:
    """The lines of a format."""
    report = replace(report or Report(), findings=findings or (report.findings if report else ()))
    return list(formatter(name).lines(report, Presentation(**show)))


def whole(lines: Sequence[str]) -> str:
    """Lines as they are printed."""
    return "".join(f"{line}\n" for line in lines)
