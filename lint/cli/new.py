"""``copydesk new``: a draft article, and what it still owes."""

from datetime import date, datetime
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING

import click

from lint.cli.init import TEMPLATE
from lint.finding import CopydeskError

if TYPE_CHECKING:
    from lint.config import Config

OWED = (
    "The text: each comment in the draft says what belongs in its place.",
    "A source behind each claim, listed under References.",
    "Your own address behind “Report a problem”.",
)


@click.command(short_help="Start an article: a draft that says what it still owes.")
@click.argument("words", nargs=-1, required=True, metavar="TITLE")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="PATH", help="The draft's file, or its folder."
)
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="As on this day.")
def command(words: tuple[str, ...], output: Path | None, today: datetime | None) -> None:
    """Write a draft of an article with TITLE, and list what it still owes.

    The draft follows article-template.md beside copydesk.toml, if there is one, and lands in the first folder that
    the configuration includes.
    """
    from lint.config import load
    from lint.templates.drafts import draft, slug

    title = " ".join("".join(char if char.isprintable() else " " for char in " ".join(words)).split())
    if not title:
        raise CopydeskError('an article needs a title: copydesk new "What helps against back pain"')
    config = load(output or Path.cwd())
    path = output or _home(config)
    path = path / f"{slug(title)}.md" if path.is_dir() else path
    day = today.date() if today else date.today()
    _write(path, draft(title, config, day, _template(config.root)))
    click.echo(f"Wrote {path}\n\nIt still owes:")
    for line in (*OWED, *_found(path, day)):
        click.echo(fill(line, 80, initial_indent="- [ ] ", subsequent_indent="      ", break_on_hyphens=False))
    click.echo(f"\n`copydesk check {path}` says what is left.")


def _home(config: "Config") -> Path:
    """The first included folder, or the working folder."""
    for place in config.include:
        folder = config.root / place
        if folder.is_dir():
            working = Path.cwd()
            return folder.relative_to(working) if folder.is_relative_to(working) else folder
    return Path()


def _template(root: Path) -> str | None:
    from lint.corpus import Unreadable, read

    path = root / TEMPLATE
    try:
        return read(path, 1_000_000) if path.is_file() else None
    except Unreadable as error:
        raise CopydeskError(f"{path}: {error.message}") from None


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        if path.exists():
            raise CopydeskError(f"{path}: it is there already; give the draft another place with -o") from None
        raise CopydeskError(f"{path}: the draft cannot be written ({(error.strerror or '').lower()})") from None


def _found(path: Path, day: date) -> list[str]:
    """What a check of the draft says."""
    from lint.run import Request, run

    report = run(Request(today=day, paths=(str(path),))).report
    said = [f"{finding.message} ({finding.rule})" for finding in report.active]
    return list(dict.fromkeys(said + ["A check: this one could not be finished."] * bool(report.faults)))
