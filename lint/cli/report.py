"""Showing a report: the options that commands share for it, the printing, and the exit code."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO, TypeVar

import click

from lint.cli import FAULT
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

    def show(self, outcome: "Outcome", aside: bool = False) -> int:
        """Prints the report, findings to stderr where they stand ``aside``; the exit code."""
        full = self.output is None and sys.stdout.isatty() and not aside
        name = self.output_format or outcome.output_format or ("full" if full else "concise")
        self._print(outcome, name, aside)
        _faults(outcome.report)
        if self.statistics:
            _statistics(outcome.report)
        if not self.quiet:
            _coverage(outcome.report, aside=name != "full" or self.output is not None)
        return self._exit_code(outcome)

    def _print(self, outcome: "Outcome", name: str, aside: bool) -> None:
        from lint import __version__

        show = Presentation(columns(), painter(self.color, self.output is None), outcome.rules, __version__)
        with _sink(self.output, aside) as file:
            for line in formatter(name).lines(outcome.report, show):
                print(line, file=file)

    def _exit_code(self, outcome: "Outcome") -> int:
        if outcome.report.faults:
            return FAULT
        least = LEVELS[self.fail_on] if self.fail_on else outcome.fail_on
        if self.exit_zero or least is None:
            return 0
        return FINDINGS if any(finding.severity >= least for finding in outcome.report.active) else 0


@contextmanager
def _sink(output: Path | None, aside: bool) -> Iterator[TextIO]:
    if output is None:
        yield sys.stderr if aside else sys.stdout
        return
    if output.exists() and output.suffix.lower() in SUFFIXES:
        raise CopydeskError(f"{output}: this is an article; name another file for the report")
    try:
        with output.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            yield file
    except OSError as error:
        raise CopydeskError(f"{output}: cannot be written ({error.strerror})") from error


def _faults(report: Report) -> None:
    for fault in report.faults:
        from lint.formatters.visible import visible

        click.echo(visible(f"copydesk: our fault: {fault.path}: {fault.rule}: {fault.error}"), err=True)


def _coverage(report: Report, aside: bool) -> None:
    """The coverage statement, below ``full`` findings on stdout and apart from those for programs on stderr."""
    from lint.formatters.coverage import statement, summary

    for line in (*summary(report), *statement(report.coverage, columns())):
        click.echo(line, err=aside)


def _statistics(report: Report) -> None:
    from collections import Counter

    counts = Counter((finding.severity, finding.rule) for finding in report.active)
    for (severity, rule), count in sorted(counts.items(), key=lambda item: (-item[1], -item[0][0], item[0][1])):
        click.echo(f"{count:6,}  {severity!s:<10}  {rule}", err=True)
