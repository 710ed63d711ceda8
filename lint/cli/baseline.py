"""``copydesk baseline``: the findings that a publication has accepted, for now."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from lint.cli.accepted import counted, is_in, listing, name_gone, refuse, say
from lint.cli.names import complete
from lint.finding import CopydeskError

if TYPE_CHECKING:
    from lint.run import Request

Command = TypeVar("Command", bound=Callable[..., Any])
FIRST = "found when the baseline was created"


@click.group(short_help="Accept the findings of today, so that only new ones fail.")
def command() -> None:
    """Accept the findings of today, so that only new ones fail a check.

    The file copydesk-baseline.jsonl, beside the configuration, holds a line for each accepted finding. Commit it.
    """


def _run_options(function: Command) -> Command:
    """What says which findings are looked at, as in `copydesk check`."""
    for add in (
        click.option("--today", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Judge dates as on this day."),
        click.option("--config", type=click.Path(path_type=Path), metavar="FILE", help="This configuration."),
        click.option("--baseline", type=click.Path(path_type=Path), metavar="FILE", help="This baseline."),
        click.option(
            "--ignore", multiple=True, metavar="RULE|CATEGORY", shell_complete=complete, help="All but these."
        ),
        click.option("--select", multiple=True, metavar="RULE|CATEGORY", shell_complete=complete, help="Only these."),
        click.argument("paths", nargs=-1, metavar="[PATHS]...", type=click.Path()),
    ):
        function = add(function)
    return function


@command.command(short_help="Accept all findings of today.")
@_run_options
@click.option("--reason", default=FIRST, metavar="TEXT", help=f"Why they are accepted. [{FIRST}]")
def create(reason: str, **options: Any) -> None:
    """Accept all findings in PATHS, or in what the configuration includes, in a new baseline.

    In a git repository, a line in .gitattributes has git keep both sides' lines where branches are merged.
    """
    from lint.baseline import files
    from lint.baseline.keep import made

    request, why = _request(options), _one_line(reason)
    for desk in made(request):
        entries = desk.grown(why, request.today)
        files.save(desk.file, entries)
        say(f"wrote  {files.shown(desk.file)}: {counted(len(entries))} accepted")
        if files.have_merged(desk.file):
            attributes = files.shown(desk.file.parent / files.ATTRIBUTES)
            say(f"wrote  {attributes}: git merges the lines of two branches' baselines")


@command.command(short_help="Take out what is gone; with --allow-growth, accept what is new.")
@_run_options
@click.option("--allow-growth", "--grow", "growth", is_flag=True, help="Accept the findings that are new, too.")
@click.option("--reason", metavar="TEXT", help="Why the new ones are accepted; needed with --allow-growth.")
def update(growth: bool, reason: str | None, **options: Any) -> None:
    """Bring the baseline up to date: what is gone is taken out, and articles that were renamed are followed.

    Where there are new findings, nothing is written and the exit code is 1, unless --allow-growth accepts them.
    """
    from lint.baseline import files
    from lint.baseline.keep import kept

    if growth != (reason is not None):
        raise CopydeskError('give both, or neither: --allow-growth --reason "why these are accepted"')
    request, why = _request(options), _one_line(reason)
    found = kept(request)
    new = [finding for desk in found for finding in desk.comparison.new]
    if new and not growth:
        refuse(new)
    for desk in found:
        entries = desk.grown(why, request.today)
        if not entries and not desk.file.exists():
            continue
        files.save(desk.file, entries)
        say(f"{files.shown(desk.file)}: {counted(len(entries))} accepted, {len(desk.comparison.new):,} of them new")
        name_gone(desk.comparison.gone)


@command.command(short_help="Take out what is gone.")
@_run_options
def prune(**options: Any) -> None:
    """Take out the entries whose findings are gone. New findings are neither accepted nor shown.

    A merge that git could not finish is finished: the lines of both sides are kept as far as they still accept
    something.
    """
    from lint.baseline import files
    from lint.baseline.keep import kept

    for desk in kept(_request(options)):
        if not desk.file.exists():
            continue
        entries = desk.kept()
        files.save(desk.file, entries)
        say(f"{files.shown(desk.file)}: {counted(len(entries))} accepted")
        name_gone(desk.comparison.gone)


@command.command(short_help="List what is accepted, since when and why.")
@click.argument("paths", nargs=-1, metavar="[PATHS]...", type=click.Path())
@click.option("--baseline", type=click.Path(path_type=Path), metavar="FILE", help="This baseline.")
@click.option("--config", type=click.Path(path_type=Path), metavar="FILE", help="This configuration.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def show(paths: tuple[str, ...], baseline: Path | None, config: Path | None, as_json: bool) -> None:
    """List what is accepted (for the articles in PATHS), since when and why; the articles are not read."""
    from lint.baseline import files
    from lint.config import load, read_config
    from lint.formatters.visible import readable_json
    from lint.run import path_in

    settings = read_config(config) if config else load(Path.cwd())
    entries = files.load(baseline or settings.baseline_file, required=True) or ()
    inside = [path_in(settings.root, Path(path)).removesuffix("/") for path in paths]
    wanted = [one for one in entries if not inside or any(is_in(one.path, place) for place in inside)]
    if as_json:
        records = [entry._asdict() | {"accepted": entry.accepted.isoformat()} for entry in wanted]
        click.echo(readable_json(records))
        return
    listing(wanted)


def _request(options: dict[str, Any]) -> "Request":
    from lint.cli.check import split_names
    from lint.run import Request

    today: datetime | None = options["today"]
    return Request(
        today=today.date() if today else date.today(),
        paths=options["paths"],
        select=split_names("--select", options["select"]),
        ignore=split_names("--ignore", options["ignore"]),
        config=options["config"],
        baseline=options["baseline"],
    )


def _one_line(reason: str | None) -> str:
    line = " ".join((reason or "").split())
    if not line and reason is not None:
        raise CopydeskError("--reason is empty: say in a few words why these findings are accepted")
    return line
