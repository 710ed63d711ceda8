"""``copydesk-bot feedback``: what readers reported, and what a maintainer decides."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.cli.serve import store_option
from bot.feedback.report import Kind, Queue, Risk, Status
from lint.finding import CopydeskError

if TYPE_CHECKING:
    from bot.feedback.store import Connection


@click.group(short_help="See and decide what readers reported.")
def command() -> None:
    """See and decide what readers reported. Reports hold personal data: mind where you show them."""


def _choice(values: type[Enum]) -> click.Choice[str]:
    return click.Choice([str(value.value) for value in values])


@command.command("list")
@store_option
@click.option("--queue", type=_choice(Queue), help="Only what waits there.")
@click.option("--article", default="", metavar="PATH", help="Only of this article.")
@click.option("--kind", type=_choice(Kind), help="Only this kind.")
@click.option("--status", type=_choice(Status), help="Only in this state.")
@click.option("--risk", type=_choice(Risk), help="Only with this risk.")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="The most to list.")
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", help="How to print. [text]")
def list_reports(
    store: str,
    queue: str | None,
    article: str,
    kind: str | None,
    status: str | None,
    risk: str | None,
    limit: int,
    output_format: str,
) -> None:
    """List reports, oldest first: number, day, queue, kind, article, first words."""
    from bot.feedback.store.queues import Filter, entries

    wanted = Filter(
        Queue(queue) if queue else None,
        article,
        Kind(kind) if kind else None,
        Status(status) if status else None,
        Risk(risk) if risk else None,
    )
    with _store(store) as connection:
        found = list(entries(connection, wanted, limit))
    if output_format == "json":
        click.echo(json.dumps([_plain(one) for one in found], indent=2, ensure_ascii=False))
        return
    for one in found:
        words = " ".join((one.redacted or "").split())[:60]
        queue_name = one.queue.value if one.queue else "unread"
        kind_name = one.kind.value if one.kind else "-"
        click.echo(
            f"{one.id:6}  {one.received:%Y-%m-%d}  {queue_name:<10}  {kind_name:<10}  {one.article}  {_shown(words)}"
        )


@command.command()
@store_option
@click.argument("number", type=int)
def show(store: str, number: int) -> None:
    """Show one report whole, with the reader's own words."""
    from bot.feedback.store.queues import entry

    with _store(store) as connection:
        one = entry(connection, number)
    if one is None:
        raise _none(number)
    for name, value in _plain(one).items():
        click.echo(f"{name:<10} {_shown(', '.join(value) if isinstance(value, list) else str(value))}")


@command.command()
@store_option
@click.argument("numbers", type=int, nargs=-1, required=True)
def approve(store: str, numbers: tuple[int, ...]) -> None:
    """Make issues of these reports. What readers wrote goes out redacted."""
    from bot.feedback.store.queues import approve as approved

    with _store(store) as connection:
        for number in numbers:
            if not approved(connection, number, datetime.now(UTC)):
                raise CopydeskError(
                    f"report {number} cannot become an issue: see `copydesk-bot feedback show {number}`"
                )


@command.command()
@store_option
@click.argument("numbers", type=int, nargs=-1, required=True)
@click.option("--reason", required=True, help="What the reader's receipt says.")
def reject(store: str, numbers: tuple[int, ...], reason: str) -> None:
    """Close these reports without an issue. They stay in the store."""
    from bot.feedback.store.queues import reject as rejected

    with _store(store) as connection:
        for number in numbers:
            if not rejected(connection, number, reason, datetime.now(UTC)):
                raise CopydeskError(f"report {number} is not there, or has an issue already: close that one")


@command.command()
@store_option
def export(store: str) -> None:
    """Print all reports as JSON lines, the readers' own words and addresses included."""
    from bot.feedback.store.queues import Filter, entries

    last = 0
    with _store(store) as connection:
        while found := list(entries(connection, Filter(), 500, last)):
            for one in found:
                sys.stdout.write(json.dumps(_plain(one), ensure_ascii=False) + "\n")
            last = found[-1].id


@command.command()
@store_option
@click.option("--days", type=click.IntRange(1, 3650), default=30, show_default=True, help="How far back.")
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", help="How to print. [text]")
def stats(store: str, days: int, output_format: str) -> None:
    """Count the answers by article, and what waits in each queue."""
    from bot.feedback.store.figures import figures
    from bot.feedback.store.queues import counts

    with _store(store) as connection:
        found, waiting = figures(connection, datetime.now(UTC), days), counts(connection)
    if output_format == "json":
        articles = [{"article": one.article, "yes": one.yes, "no": one.no, "kinds": one.kinds} for one in found]
        click.echo(json.dumps({"days": days, "articles": articles, "queues": waiting}, indent=2))
        return
    click.echo(f"The last {days} days:\n   yes     no  article")
    for one in found:
        kinds = ", ".join(f"{number} {kind}" for kind, number in one.kinds.items())
        click.echo(f"{one.yes:6,} {one.no:6,}  {one.article}{f'  ({kinds})' if kinds else ''}")
    click.echo(
        "In the queues: " + (", ".join(f"{number:,} {name}" for name, number in sorted(waiting.items())) or "nothing")
    )


@command.command()
@click.option(
    "--event",
    type=click.Path(path_type=Path),
    metavar="FILE",
    required=True,
    envvar="GITHUB_EVENT_PATH",
    help="What GitHub Actions says has happened.",
)
@click.option("--repo", type=click.Path(path_type=Path), default=Path(), help="The articles. [the working folder's]")
@click.option(
    "--repository", envvar="GITHUB_REPOSITORY", metavar="OWNER/NAME", required=True, help="Its name on GitHub."
)
@click.option("--me", default="github-actions[bot]", show_default=True, help="The account that the token belongs to.")
@click.option("--wait", type=float, default=300, help="The longest rest, in seconds, when GitHub asks for one. [300]")
def triage(event: Path, repo: Path, repository: str, me: str, wait: float) -> None:
    """Read a report that came by the issue form or by repository_dispatch, and act on it. Needs no store.

    The token is read from GITHUB_TOKEN. Exit code 1: the report may not be public, and was published nowhere.
    """
    from bot.cli.review import event_in
    from bot.feedback.desk import checkout
    from bot.feedback.public import Public
    from bot.feedback.settings import feedback_settings
    from bot.feedback.web.articles import articles
    from bot.github.issues import Issues
    from bot.github.patience import Patience
    from bot.github.wire import DEFAULT_API

    token = os.environ.get("GITHUB_TOKEN", "")
    if not token:
        raise CopydeskError("GITHUB_TOKEN is not set: triage speaks to GitHub")
    desk = checkout(repo, os.environ.get("GITHUB_SERVER_URL", "https://github.com"), repository)
    api = os.environ.get("GITHUB_API_URL", "") or DEFAULT_API
    settings = feedback_settings(desk.config.feedback)
    issues = Issues(repository, token, me, api=api, patience=Patience.up_to(wait), others=settings.accounts)
    done = Public(issues, desk, articles(desk.root).find, settings, datetime.now(UTC)).take(event_in(event))
    click.echo(done.what)
    sys.exit(0 if done.is_kept else 1)


def _store(url: str) -> AbstractContextManager["Connection"]:
    from bot.feedback.store import Store

    return Store(url).begin()


def _plain(one: Any) -> dict[str, object]:
    from dataclasses import asdict

    return dict(_fields(asdict(one)))


def _fields(values: dict[str, object]) -> Iterator[tuple[str, object]]:
    for name, value in values.items():
        if isinstance(value, datetime):
            yield name, value.isoformat()
        elif isinstance(value, tuple):
            yield name, [one.value if isinstance(one, Enum) else one for one in value]
        else:
            yield name, value.value if isinstance(value, Enum) else value


def _shown(text: str) -> str:
    """A reader's words on a terminal, which must obey none of them."""
    from lint.formatters.visible import visible

    return visible(text)


def _none(number: int) -> CopydeskError:
    return CopydeskError(f"there is no report {number}: `copydesk-bot feedback list` shows those there are")
