"""``copydesk-bot serve``: the web service that takes in reader feedback and what GitHub delivers."""

import os
from pathlib import Path

import click

STORE = "sqlite:///copydesk-feedback.db"


def store_option(command: click.decorators.FC) -> click.decorators.FC:
    """``--store``, the same for every command that needs it."""
    text = "The database: sqlite:///FILE or postgresql://…"
    return click.option("--store", envvar="COPYDESK_STORE", default=STORE, metavar="URL", show_default=True, help=text)(
        command
    )


@click.command(short_help="Take reader feedback and GitHub's deliveries in, over HTTP.")
@store_option
@click.option("--repo", type=click.Path(path_type=Path), default=Path(), help="The articles. [the working folder's]")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="The port; 0 takes a free one."
)
@click.option("--forwarded", metavar="ADDRESSES", default="", help="Proxies whose X-Forwarded-For counts, by comma.")
@click.option(
    "--processes", type=click.IntRange(1, 64), default=1, show_default=True, help="How many share the work: one a core."
)
def command(store: str, repo: Path, host: str, port: int, forwarded: str, processes: int) -> None:
    """Serve the feedback form, receipts, the widget's files and the maintainer's page.

    Run as many as you like on one PostgreSQL store, behind a proxy that speaks HTTPS. `copydesk-bot worker` makes the
    issues; this process needs no token for GitHub. COPYDESK_DESK_TOKEN opens the maintainer's page.
    COPYDESK_WEBHOOK_SECRET lets the deliveries of a GitHub App in, at /github/webhook.
    """
    from bot.feedback.web.serve import serve

    desk_token, secret = (os.environ.get(name, "") for name in ("COPYDESK_DESK_TOKEN", "COPYDESK_WEBHOOK_SECRET"))
    serve(store, repo, host, port, forwarded, desk_token, secret, processes)
