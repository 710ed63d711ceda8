"""``copydesk-bot check``: checks both sides of a pull request by the base branch's settings, and writes two reports."""

from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import click


@click.command(short_help="Check both sides of a pull request; write two reports.")
@click.option("--repo", type=click.Path(path_type=Path), default=Path(), help="The repository. [the working folder's]")
@click.option("--base", required=True, metavar="COMMIT", help="The base branch; its settings count.")
@click.option("--head", default="HEAD", metavar="COMMIT", help="The pull request's newest commit. [HEAD]")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, metavar="FOLDER", help="For the reports."
)
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Judge dates as on this day.")
def command(repo: Path, base: str, head: str, output: Path, today: datetime | None) -> None:
    """Check the articles of the head and of the merge base; nothing is checked out.

    Writes head.json and base.json: what `copydesk-bot review` takes. Needs no token and no network.
    """
    from bot.checking import check
    from bot.gathering import commits
    from lint.history.trees import opened

    output.mkdir(parents=True, exist_ok=True)
    with closing(opened(repo)) as trees:
        found = check(trees, commits(trees, head, base), today.date() if today else date.today(), output)
    click.echo(f"{len(found.head['findings']):,} findings in the head, {len(found.base['findings']):,} in the base.")
