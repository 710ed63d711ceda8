"""``copydesk-bot review``: gathers, decides, and says it on the pull request, or prints what it would say."""

import json
import os
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lint.finding import CopydeskError

if TYPE_CHECKING:
    from bot.session import Asked, Done

UNSAID = 1
"""The exit code where GitHub did not take all of it: run it again."""


@click.command(short_help="Say on a pull request what it changes, blocks and owes.")
@click.option(
    "--dry-run", is_flag=True, help="Print the exact calls of GitHub's API as JSON, and make none that writes."
)
@click.option("--repo", type=click.Path(path_type=Path), default=Path(), help="The repository. [the working folder's]")
@click.option("--repository", envvar="GITHUB_REPOSITORY", metavar="OWNER/NAME", help="Its name on GitHub.")
@click.option("--pull", type=int, metavar="NUMBER", help="The pull request; or give --event.")
@click.option("--event", type=click.Path(path_type=Path), metavar="FILE", help="What GitHub Actions says has happened.")
@click.option("--base", metavar="COMMIT", help="Without GitHub: the base branch.")
@click.option("--head", metavar="COMMIT", help="Without GitHub: the newest commit.")
@click.option("--report", type=click.Path(path_type=Path), metavar="FILE", help="What the check said of the head.")
@click.option("--base-report", type=click.Path(path_type=Path), metavar="FILE", help="What it said of the merge base.")
@click.option("--fetch", is_flag=True, help="Fetch the commits from origin first (objects only).")
@click.option("--wait", type=float, default=300, help="The longest rest, in seconds, when GitHub asks for one. [300]")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Judge dates as on this day.")
def command(
    dry_run: bool,
    repo: Path,
    repository: str | None,
    pull: int | None,
    event: Path | None,
    base: str | None,
    head: str | None,
    report: Path | None,
    base_report: Path | None,
    fetch: bool,
    wait: float,
    today: datetime | None,
) -> None:
    """Review a pull request: one summary, remarks on its lines, two check runs, labels, requests for reviews.

    Takes the reports of `copydesk-bot check`; without them it checks by itself. The settings, the schemas and the
    people file are those of the base branch. The token is read from GITHUB_TOKEN.
    """
    from bot.session import Asked, online

    asked = Asked(
        repo=repo,
        repository=repository or "",
        pull=pull,
        event=_event(event),
        base=base,
        head=head,
        report=report,
        base_report=base_report,
        fetch=fetch,
        today=today.date() if today else date.today(),
        wait=wait,
        token=os.environ.get("GITHUB_TOKEN", ""),
        api=os.environ.get("GITHUB_API_URL", ""),
        server=os.environ.get("GITHUB_SERVER_URL", "https://github.com"),
    )
    done = _offline(asked, dry_run) if base is not None or head is not None else online(asked, dry_run)
    if dry_run:
        click.echo(json.dumps(done.calls, indent=2))
    for line in done.log:
        click.echo(line, err=True)
    _to_job(done.log)
    sys.exit(UNSAID if done.is_unsaid else 0)


def _offline(asked: "Asked", dry_run: bool) -> "Done":
    from bot.session import offline

    if not dry_run:
        raise CopydeskError(
            "--base and --head are for --dry-run; on GitHub, name the pull request with --pull or --event"
        )
    return offline(asked)


def _to_job(log: tuple[str, ...]) -> None:
    """The log in the summary page of a job of GitHub Actions, as text that nothing in it can end."""
    page = os.environ.get("GITHUB_STEP_SUMMARY")
    if page and log:
        from bot.markdown import fence

        with Path(page).open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(f"{fence(chr(10).join(log))}\n")


def _event(path: Path | None) -> dict[str, object]:
    if path is None:
        return {}
    try:
        event = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        raise CopydeskError(f"{path}: the event cannot be read; give the file that GITHUB_EVENT_PATH names") from None
    return event if isinstance(event, dict) else {}
