"""``copydesk check``: reads the options, runs the check, prints the report, and exits with what it means."""

import os
import re
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from lint.cli.bar import progress
from lint.cli.fixing import Fixing, apply, show
from lint.cli.names import complete
from lint.cli.report import EXIT_CODES, Showing, reporting
from lint.cli.telling import Telling
from lint.finding import CopydeskError, Fault


@click.command(short_help="Check articles and report what is wrong.", epilog=EXIT_CODES)
@click.argument("paths", nargs=-1, metavar="[PATHS]...", type=click.Path())
@click.option(
    "--select",
    multiple=True,
    metavar="RULE|CATEGORY",
    shell_complete=complete,
    help="Only these; repeat it or separate with commas.",
)
@click.option("--ignore", multiple=True, metavar="RULE|CATEGORY", shell_complete=complete, help="All but these.")
@reporting
@click.option("--fix", is_flag=True, help="Apply the safe fixes, and report what is left.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: the fixes too that need a look afterwards.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option(
    "--changed",
    is_flag=False,
    flag_value="",
    metavar="[REF]",
    help="Only articles that differ from the branch or commit REF, and only what is new. [the default branch]",
)
@click.option("--baseline", type=click.Path(path_type=Path), metavar="FILE", help="Accept the findings in this file.")
@click.option("--no-baseline", is_flag=True, help="Accept none: show the findings in the baseline, too.")
@click.option("--shard", metavar="I/N", help="Only part I of N; `copydesk merge` puts the JSON reports together.")
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
@click.option("--no-cache", is_flag=True, help="Neither use nor keep what was worked out before (.copydesk_cache/).")
@click.option("-j", "--jobs", type=click.IntRange(1), help="How many processes may work. [all processors]")
@click.option("--watch", is_flag=True, help="Go on: check again what is saved, and say what that changes.")
@click.option("--dask", metavar="ADDRESS", help="Let the workers of this dask scheduler judge (tcp://host:8786).")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Judge dates as on this day.")
def command(
    paths: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    changed: str | None,
    baseline: Path | None,
    no_baseline: bool,
    shard: str | None,
    show_files: bool,
    stdin_filename: str | None,
    config: Path | None,
    sources: tuple[Path, ...],
    no_cache: bool,
    jobs: int | None,
    watch: bool,
    dask: str | None,
    today: datetime | None,
    **shown: Any,
) -> None:
    """Check the markdown articles in PATHS (files and folders; - reads standard input).

    Without PATHS, checks what the configuration includes.
    """
    from lint.check import check
    from lint.narrow import files
    from lint.run import Request

    context = click.get_current_context()
    telling = Telling(context.find_root().obj, context.params)
    if baseline and no_baseline:
        raise CopydeskError("--baseline and --no-baseline exclude each other: give one of them")
    request = Request(
        paths=paths,
        stdin=_standard_input(paths, stdin_filename),
        today=today.date() if today else date.today(),
        select=split_names("--select", select),
        ignore=split_names("--ignore", ignore),
        config=config,
        baseline=baseline,
        accepting=not no_baseline,
        changed=changed,
        shard=_part(shard),
        sources=sources,
        cache=not no_cache,
        jobs=jobs or _processors(),
        cluster=dask,
    )
    if show_files:
        for path in files(request):
            click.echo(path)
        return
    showing = Showing(**shown)
    bar = progress(showing.quiet)
    request = request._replace(told=bar) if bar else request
    fixing = Fixing(fix, unsafe_fixes, diff, showing.quiet)
    if diff:
        sys.exit(show(request, fixing))
    faults: list[Fault] = []
    if fix:
        request, faults = apply(request, fixing)
    if watch:
        if fixing or showing.output or request.stdin or changed is not None or shard:
            raise CopydeskError(
                "--watch looks at all, and only reports: leave --fix, --diff, --output, --changed, … out"
            )
        from lint.cli.watching import watched

        watched(request, (lambda: request.today) if today else date.today, showing, bar)
        return
    aside = fix and request.stdin is not None and showing.output is None  # the fixed text has taken its place
    try:
        outcome = check(request, faults)
    finally:
        if bar:
            bar.end()
    code = showing.show(outcome, aside, telling)
    telling.end(code)
    sys.exit(code)


def _processors() -> int:
    """Those that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _part(shard: str | None) -> tuple[int, int] | None:
    """``2/5``: the second of five."""
    if shard is None:
        return None
    found = re.fullmatch(r"(\d{1,9})/(\d{1,9})", shard)
    if not found or not 1 <= int(found[1]) <= int(found[2]):
        raise CopydeskError(f'--shard is a part and the number of parts, such as 2/5, not "{shard}"')
    return int(found[1]), int(found[2])


def split_names(option: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """The rules and categories of an option, which may be repeated and separated with commas."""
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
