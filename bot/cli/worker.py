"""``copydesk-bot worker``: reads reports, writes issues, erases what is over, reviews as a GitHub App."""

import os
import threading
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING

import click

from bot.cli.serve import store_option
from lint.finding import CopydeskError

if TYPE_CHECKING:
    from bot.feedback.worker.loop import Loop
    from bot.webhook.worker import Reviewer

IDLE = 2.0
"""Seconds of rest when there is nothing to do."""


@click.command(short_help="Make issues of reports, and review as a GitHub App.")
@store_option
@click.option("--repo", type=click.Path(path_type=Path), default=Path(), help="The articles. [the working folder's]")
@click.option("--repository", envvar="GITHUB_REPOSITORY", metavar="OWNER/NAME", help="Its name on GitHub.")
@click.option("--me", default="github-actions[bot]", show_default=True, help="The account that the token belongs to.")
@click.option(
    "--lease", type=float, default=300, show_default=True, help="Seconds until work of a dead worker is taken up."
)
@click.option("--clones", type=click.Path(path_type=Path), metavar="DIR", help="Where a GitHub App keeps its mirrors.")
@click.option("--metrics", metavar="HOST:PORT", default="", help="Counts for Prometheus, at /metrics there. [off]")
@click.option("--once", is_flag=True, help="Work off what is there, and end.")
def command(
    store: str, repo: Path, repository: str | None, me: str, lease: float, clones: Path | None, metrics: str, once: bool
) -> None:
    """Read reports, and make or update their issues on GitHub. Any number of workers may share one store.

    The token is read from GITHUB_TOKEN. Without one, reports are read and wait in their queues.

    With COPYDESK_APP_ID and COPYDESK_APP_PRIVATE_KEY (or COPYDESK_APP_PRIVATE_KEY_FILE) it also reviews the pull
    requests that `copydesk-bot serve` hears of, as that GitHub App, beside the reports and not in their way.
    """
    from bot.feedback.worker.loop import Loop

    server = os.environ.get("GITHUB_SERVER_URL", "https://github.com")
    token = os.environ.get("GITHUB_TOKEN", "")
    if token and not repository:
        raise CopydeskError("--repository is missing: name it as owner/name, or set GITHUB_REPOSITORY")
    loop = Loop(store, repo, repository or "", token, me, os.environ.get("GITHUB_API_URL", ""), server, lease)
    reviewer = _reviewer(store, clones, lease)
    steps = (loop.step, *([reviewer.step] if reviewer else []))
    with _metrics(metrics, store, loop, reviewer):
        beside(steps, once)


def beside(steps: Sequence[Callable[[], bool]], once: bool) -> None:
    """Repeats each step in a thread of its own, so that a long one holds up no other. ``once``: until it finds nothing
    to do. What one of them raises ends all: what the others had claimed is taken up again, as after a crash."""
    over = threading.Event()
    ended: SimpleQueue[BaseException | None] = SimpleQueue()

    def repeat(step: Callable[[], bool]) -> None:
        try:
            while not over.is_set():
                if not step():
                    if once:
                        break
                    over.wait(IDLE)
            ended.put(None)
        except BaseException as error:  # noqa: BLE001 - raised again below
            ended.put(error)

    for step in steps:
        threading.Thread(target=repeat, args=(step,), daemon=True).start()
    try:
        for _ in steps:
            if (error := ended.get()) is not None:
                raise error
    finally:
        over.set()


def _metrics(address: str, store: str, loop: "Loop", reviewer: "Reviewer | None") -> AbstractContextManager[object]:
    if not address:
        return nullcontext()
    from bot.feedback.metrics.worker import Worker, served
    from bot.feedback.store import Store

    counts = [loop.counts, *([reviewer.counts] if reviewer else [])]
    return served(address, Worker(Store(store), counts, lambda: loop.remaining))


def _reviewer(store: str, clones: Path | None, lease: float) -> "Reviewer | None":
    """Who reviews as the GitHub App; None where there is no app."""
    app = os.environ.get("COPYDESK_APP_ID", "")
    if not app and clones is None:
        return None
    if not app or clones is None:
        raise CopydeskError("a GitHub App needs both: COPYDESK_APP_ID, and --clones DIR for the mirrors")
    from bot.feedback.store import Store
    from bot.webhook.worker import App, Reviewer

    server, api = os.environ.get("GITHUB_SERVER_URL", "https://github.com"), os.environ.get("GITHUB_API_URL", "")
    return Reviewer(Store(store), App(app, _private_key(), api, server, lease / 5), clones, lease)


def _private_key() -> str:
    path = os.environ.get("COPYDESK_APP_PRIVATE_KEY_FILE", "")
    try:
        key = Path(path).read_text(encoding="ascii") if path else os.environ.get("COPYDESK_APP_PRIVATE_KEY", "")
    except (OSError, ValueError):
        raise CopydeskError(f"{path}: the private key of the GitHub App cannot be read") from None
    if not key.strip():
        raise CopydeskError("set COPYDESK_APP_PRIVATE_KEY, or COPYDESK_APP_PRIVATE_KEY_FILE to the file of the key")
    return key.replace("\\n", "\n")  # as it is where an environment's values have one line
