"""``copydesk check``: reads the options, runs the check, prints the report, and exits with what it means."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from lint.cli import FAULT
from lint.cli.fixing import Fixing, apply, show
from lint.cli.terminal import columns, painter
from lint.corpus.discover import SUFFIXES
from lint.finding import CopydeskError, Fault, Report, Severity
from lint.formatters import FORMATS, Presentation, formatter

if TYPE_CHECKING:
    from lint.run import Outcome

LEVELS = {"error": Severity.ERROR, "warning": Severity.WARNING, "suggestion": Severity.SUGGESTION, "never": None}
FINDINGS = 1


@click.command(
    short_help="Check articles and report what is wrong.",
    epilog="Exit codes: 0 clean, 1 findings, 2 a mistake in the call or the configuration, 3 a fault of Copydesk.",
)
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--select", multiple=True, metavar="RULE|CATEGORY", help="Only these; repeat it or separate with commas.")
@click.option("--ignore", multiple=True, metavar="RULE|CATEGORY", help="All but these.")
@click.option("--fail-on", type=click.Choice(list(LEVELS)), help="The least severity that exits with 1. [error]")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found.")
@click.option(
    "--output-format", type=click.Choice(list(FORMATS)), help="How to show findings. [full on a terminal, else concise]"
)
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write the findings to a file.")
@click.option("-q", "--quiet", is_flag=True, help="Only findings: no notices, no coverage statement.")
@click.option("--statistics", is_flag=True, help="Count the findings of each rule.")
@click.option("--fix", is_flag=True, help="Apply the safe fixes, and report what is left.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: the fixes too that need a look afterwards.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--show-files", is_flag=True, help="List the files that would be checked, and check nothing.")
@click.option("--stdin-filename", metavar="PATH", help="The name of the text on standard input (PATHS is -).")
@click.option("--config", type=click.Path(path_type=Path), metavar="FILE", help="This configuration for all files.")
@click.option(
    "--sources",
    type=click.Path(path_type=Path),
    multiple=True,
    metavar="DIR",
    help="Source texts (plain text, markdown) that no article may copy.",
)
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Judge dates as on this day.")
@click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="When to use colour. [auto]"
)
def command(
    paths: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    exit_zero: bool,
    output_format: str | None,
    output: Path | None,
    quiet: bool,
    statistics: bool,
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    show_files: bool,
    stdin_filename: str | None,
    config: Path | None,
    sources: tuple[Path, ...],
    today: datetime | None,
    color: str,
) -> None:
    """Check the markdown articles in PATHS (files and folders; - reads standard input).

    Without PATHS, checks what the configuration includes.
    """
    from lint.run import Request, files, run

    request = Request(
        paths=paths,
        stdin=_standard_input(paths, stdin_filename),
        today=today.date() if today else date.today(),
        select=_split("--select", select),
        ignore=_split("--ignore", ignore),
        config=config,
        sources=sources,
    )
    if show_files:
        for path in files(request):
            click.echo(path)
        return
    fixing = Fixing(fix, unsafe_fixes, diff, quiet)
    if diff:
        sys.exit(show(request, fixing))
    faults: list[Fault] = []
    if fix:
        request, faults = apply(request, fixing)
    outcome = run(request)
    if faults:
        outcome = outcome._replace(report=replace(outcome.report, faults=(*faults, *outcome.report.faults)))
    aside = fix and request.stdin is not None and output is None  # the fixed text has taken its place
    name = output_format or outcome.output_format or ("full" if _is_terminal(output) and not aside else "concise")
    _print(outcome, name, output, color, aside)
    _faults(outcome.report)
    if statistics:
        _statistics(outcome.report)
    if not quiet:
        _coverage(outcome.report, aside=name != "full" or output is not None)
    sys.exit(_exit_code(outcome, LEVELS[fail_on] if fail_on else outcome.fail_on, exit_zero))


def _split(option: str, names: tuple[str, ...]) -> tuple[str, ...]:
    parts = tuple(part.strip() for name in names for part in name.split(",") if part.strip())
    if names and not parts:
        raise CopydeskError(f"{option} names no rule")
    return parts


def _standard_input(paths: tuple[str, ...], name: str | None) -> tuple[str, bytes] | None:
    if "-" not in paths:
        if name is not None:
            raise CopydeskError("--stdin-filename names the text on standard input: give - as the path")
        return None
    if len(paths) > 1:
        raise CopydeskError("- reads standard input and stands alone: leave the other paths out")
    if sys.stdin is None:
        raise CopydeskError("standard input is closed")
    return name or "stdin.md", sys.stdin.buffer.read()


def _is_terminal(output: Path | None) -> bool:
    return output is None and sys.stdout.isatty()


def _print(outcome: "Outcome", name: str, output: Path | None, color: str, aside: bool) -> None:
    from lint import __version__

    show = Presentation(columns(), painter(color, output is None), outcome.rules, __version__)
    with _sink(output, aside) as file:
        for line in formatter(name).lines(outcome.report, show):
            print(line, file=file)


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


def _exit_code(outcome: "Outcome", fail_on: Severity | None, exit_zero: bool) -> int:
    if outcome.report.faults:
        return FAULT
    if exit_zero or fail_on is None:
        return 0
    return FINDINGS if any(finding.severity >= fail_on for finding in outcome.report.active) else 0
