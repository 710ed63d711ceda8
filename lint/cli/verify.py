"""``copydesk verify``: asks the registries about the sources of articles, and keeps what they answer in the lock."""

import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lint.cli.progress import shown
from lint.cli.references import fix, say, take_in
from lint.finding import CopydeskError

if TYPE_CHECKING:
    from lint.verification.asking.run import Asked, Part
    from lint.verification.collecting import Collected

FINDINGS, INTERRUPTED = 1, 130


@click.command(
    short_help="Ask the registries about the sources.",
    epilog="Exit codes: 0 nothing is wrong, 1 sources are mismatched, unknown or retracted, 2 a mistake in the call or "
    "the configuration, 3 a fault of Copydesk, 130 stopped. What could not be checked is no error, and no pass.",
)
@click.argument("paths", nargs=-1, metavar="[PATHS]...", type=click.Path())
@click.option("--changed", is_flag=True, help="Only the sources that this branch has changed.")
@click.option("--base", metavar="BRANCH", default="", help="With --changed: the branch to compare with. [main]")
@click.option("--max-age", metavar="AGE", help="Ask again about what is older, such as 180d. [180d, or max_age]")
@click.option("--refresh", is_flag=True, help="Ask about everything again.")
@click.option(
    "--retractions", type=click.Path(path_type=Path), metavar="FILE", help="Take in Retraction Watch's table."
)
@click.option(
    "--fix-references", is_flag=True, help="Write missing DOIs into the articles, where record and entry agree."
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found.")
@click.option("-q", "--quiet", is_flag=True, help="No progress, no table.")
@click.option("--config", type=click.Path(path_type=Path), metavar="FILE", help="This configuration for all files.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="As on this day.")
def command(
    paths: tuple[str, ...],
    changed: bool,
    base: str,
    max_age: str | None,
    refresh: bool,
    retractions: Path | None,
    fix_references: bool,
    exit_zero: bool,
    quiet: bool,
    config: Path | None,
    today: datetime | None,
) -> None:
    """Ask the registries (Crossref, DataCite, doi.org, PubMed, arXiv, the web) about every source that the articles
    in PATHS cite, and write what they answer into references.lock.json beside copydesk.toml.

    Only what the lock lacks, and what is older than --max-age, is asked. A run can be stopped at any time: the next one
    goes on where it ended. `copydesk check` then judges from the lock, without the network.

    With --fix-references, an entry whose record has its title, first author and year gets its missing DOI, and links of
    verified DOIs their usual form. Nothing else is written into an article, and nothing that the two disagree on.

    With --retractions, no registry is asked: the table is turned into a list beside the lock, by which `copydesk check`
    knows retracted sources.
    """
    day = today.date() if today else date.today()
    if retractions:
        take_in(retractions, paths, config, day)
        return
    if base and not changed:
        raise CopydeskError("--base says what --changed compares with: give --changed too")
    age = _age(max_age)
    wrong = False
    for collected in _collected(paths, config, day):
        part = _changed(collected, base) if changed else None
        asked = _ask(collected, day, age, refresh, part, whole=not paths and not changed, quiet=quiet)
        if asked.stopped:
            say(f"Stopped after {asked.questions:,} of {asked.stopped:,}; nothing is lost: run it again to go on.")
            sys.exit(INTERRUPTED)
        wrong = _report(collected, asked, part, quiet) or wrong
        if fix_references:
            fix(collected, asked)
    sys.exit(FINDINGS if wrong and not exit_zero else 0)


def _age(text: str | None) -> int | None:
    import re

    from lint.config.units import days

    if text is None:
        return None
    if not re.fullmatch(r"\d{1,5} ?[dwmy]?", text, re.ASCII):
        raise CopydeskError(f'--max-age: "{text}" is no length of time; write it as in 180d, 6m or 1y')
    return int(text) if text.isdecimal() else days(text)


def _collected(paths: tuple[str, ...], config: Path | None, today: date) -> "Iterator[Collected]":
    from lint.config import read_config
    from lint.run import Request, files
    from lint.verification.collecting import collect

    fixed = read_config(config) if config else None
    found = list(collect(files(Request(today, paths, config=config)), fixed))
    for one in found:
        yield one
        for path in one.unread:
            say(f"Not read, so its sources were not asked about: {path} (`copydesk check {path}` says why).")
    if not found:
        say("No articles were found.")


def _changed(collected: "Collected", base: str) -> "Part | None":
    import os

    from lint.finding import Unknown
    from lint.verification.changed import changed

    found = changed(collected, base or os.environ.get("GITHUB_BASE_REF", ""))
    if isinstance(found, Unknown):
        say(f"--changed: {found.why}, so all that the lock lacks is asked.")
        return None
    return found


def _ask(
    collected: "Collected", today: date, age: int | None, refresh: bool, part: "Part | None", whole: bool, quiet: bool
) -> "Asked":
    from lint.verification.asking.run import Order, ask

    settings = collected.config.verify
    order = Order(today, settings.max_age if age is None else age, refresh, part, whole)
    with shown(quiet) as tell:
        asked = ask(collected, order, tell)
    if asked.questions and not settings.mailto:
        say('The registries ask for an address at which to reach you: [verify] mailto = "…" in copydesk.toml.')
    return asked


def _report(collected: "Collected", asked: "Asked", part: "Part | None", quiet: bool) -> bool:
    """Prints the table; whether something is wrong."""
    from lint.formatters.visible import visible
    from lint.verification import retractions
    from lint.verification.judging import Held
    from lint.verification.shelf import LOCK
    from lint.verification.showing.table import lines
    from lint.verification.standing import WRONG, judged

    sources = collected.sources if part is None else part.sources
    listed = retractions.read(collected.config.root / retractions.NAME)
    found = list(judged(sources, Held(asked.lock, listed, LOCK)))
    if not quiet:
        for text in lines(found, collected.articles, asked.questions):
            click.echo(visible(text))
    return any(one.standing in WRONG for one in found)
