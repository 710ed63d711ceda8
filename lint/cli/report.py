"""Showing a report: the options that commands share for it, the printing, and the exit code."""

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from lint.cli import FAULT
from lint.cli.telling import Telling
from lint.cli.terminal import columns, painter
from lint.corpus.discover import SUFFIXES
from lint.finding import CopydeskError, Report, Severity
from lint.formatters import FORMATS, Presentation, formatter

if TYPE_CHECKING:
    from lint.run import Outcome

Command = TypeVar("Command", bound=Callable[..., Any])
LEVELS = {"error": Severity.ERROR, "warning": Severity.WARNING, "suggestion": Severity.SUGGESTION, "never": None}
FINDINGS = 1
EXIT_CODES = "Exit codes: 0 clean, 1 findings, 2 a mistake in the call or the configuration, 3 a fault of Copydesk."


def reporting(function: Command) -> Command:
    """Adds the options of a `Showing`."""
    for add in (
        click.option(
            "--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="When to use colour. [auto]"
        ),
        click.option("--statistics", is_flag=True, help="Count the findings of each rule."),
        click.option("-q", "--quiet", is_flag=True, help="Only findings: no notices, no coverage statement."),
        click.option(
            "-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write the findings to a file."
        ),
        click.option(
            "--output-format",
            type=click.Choice(list(FORMATS)),
            help="How to show findings. [full on a terminal, else concise]",
        ),
        click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found."),
        click.option(
            "--fail-on", type=click.Choice(list(LEVELS)), help="The least severity that exits with 1. [error]"
        ),
    ):
        function = add(function)
    return function


@dataclass(frozen=True, slots=True)
class Showing:
    """How a report is asked for."""

    fail_on: str | None
    exit_zero: bool
    output_format: str | None
    output: Path | None
    quiet: bool
    statistics: bool
    color: str

    def show(self, outcome: "Outcome", aside: bool = False, telling: Telling | None = None) -> int:
        """Prints the report, findings to stderr where they stand ``aside``; the exit code."""
        telling = telling or Telling()
        full = self.output is None and sys.stdout.isatty() and not aside
        name = self.output_format or outcome.output_format or ("full" if full else "concise")
        self._print(outcome, name, aside, telling)
        _faults(outcome.report)
        if self.statistics:
            _statistics(outcome.report, telling)
        if not self.quiet:
            _coverage(outcome.report, name != "full" or self.output is not None, telling)
        return self._exit_code(outcome)

    def presentation(self, outcome: "Outcome") -> Presentation:
        """How to show a report: the terminal's width and colours, the rules, our version."""
        from lint import __version__

        return Presentation(columns(), painter(self.color, self.output is None), outcome.rules, __version__)

    def _print(self, outcome: "Outcome", name: str, aside: bool, telling: Telling) -> None:
        lines = formatter(name).lines(outcome.report, self.presentation(outcome))
        if self.output is not None:
            _write(self.output, lines)
            return
        for line in lines:
            telling.line(line, aside)

    def _exit_code(self, outcome: "Outcome") -> int:
        if outcome.report.faults:
            return FAULT
        least = LEVELS[self.fail_on] if self.fail_on else outcome.fail_on
        if self.exit_zero or least is None:
            return 0
        return FINDINGS if any(finding.severity >= least for finding in outcome.report.active) else 0


def _write(output: Path, lines: Iterable[str]) -> None:
    if output.exists() and output.suffix.lower() in SUFFIXES:
        raise CopydeskError(f"{output}: this is an article; name another file for the report")
    try:
        with output.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.writelines(f"{line}\n" for line in lines)
    except OSError as error:
        raise CopydeskError(f"{output}: cannot be written ({error.strerror})") from error


def _faults(report: Report) -> None:
    for fault in report.faults:
        from lint.formatters.visible import visible

        click.echo(visible(f"copydesk: our fault: {fault.path}: {fault.rule}: {fault.error}"), err=True)


def _coverage(report: Report, aside: bool, telling: Telling) -> None:
    """The coverage statement, below ``full`` findings on stdout and apart from those for programs on stderr."""
    from lint.formatters.coverage import statement, summary

    for line in (*summary(report), *statement(report.coverage, columns())):
        telling.line(line, aside)


def _statistics(report: Report, telling: Telling) -> None:
    from collections import Counter

    counts = Counter((finding.severity, finding.rule) for finding in report.active)
    for (severity, rule), count in sorted(counts.items(), key=lambda item: (-item[1], -item[0][0], item[0][1])):
        telling.line(f"{count:6,}  {severity!s:<10}  {rule}", True)
