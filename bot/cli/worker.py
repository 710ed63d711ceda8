"""``copydesk-bot worker``: reads reports, writes issues, erases what is over."""

import os
import time
from pathlib import Path

import click

from bot.cli.serve import store_option
from lint.finding import CopydeskError

IDLE = 2.0
"""Seconds of rest when there is nothing to do."""


@click.command(short_help="Make issues of the reports that came in.")
@store_option
@click.option("--repo", type=click.Path(path_type=Path), default=Path(), help="The articles. [the working folder's]")
@click.option("--repository", envvar="GITHUB_REPOSITORY", metavar="OWNER/NAME", help="Its name on GitHub.")
@click.option("--me", default="github-actions[bot]", show_default=True, help="The account that the token belongs to.")
@click.option(
    "--lease", type=float, default=300, show_default=True, help="Seconds until work of a dead worker is taken up."
)
@click.option("--once", is_flag=True, help="Work off what is there, and end.")
def command(store: str, repo: Path, repository: str | None, me: str, lease: float, once: bool) -> None:
    """Read reports, and make or update their issues on GitHub. Any number of workers may share one store.

    The token is read from GITHUB_TOKEN. Without one, reports are read and wait in their queues.
    """
    from bot.feedback.worker.loop import Loop

    server = os.environ.get("GITHUB_SERVER_URL", "https://github.com")
    token = os.environ.get("GITHUB_TOKEN", "")
    if token and not repository:
        raise CopydeskError("--repository is missing: name it as owner/name, or set GITHUB_REPOSITORY")
    loop = Loop(store, repo, repository or "", token, me, os.environ.get("GITHUB_API_URL", ""), server, lease)
    while True:
        busy = loop.step()
        if not busy and once:
            return
        if not busy:
            time.sleep(IDLE)
