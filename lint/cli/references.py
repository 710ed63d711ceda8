"""What ``copydesk verify`` writes beside the lock: fixes of references into articles, and the retraction list."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from lint.config import Config
    from lint.verification.asking.run import Asked
    from lint.verification.collecting import Collected


def fix(collected: "Collected", asked: "Asked") -> None:
    """Writes into the articles what the registries and the entries agree on."""
    from lint.verification.mending.files import rewrite
    from lint.verification.showing.table import counted

    made = 0
    for done in rewrite(collected, asked.lock):
        if done.why_not:
            say(f"Not fixed: {done.path}: {done.why_not}.")
            continue
        made += len(done.mended.fixes)
        for one in done.mended.fixes:
            say(f"{done.path}: {one.title}.")
        for one in done.mended.left:
            say(f"{done.path}: not done, since it would change something else: {one.title}.")
    say(f"{counted(made, 'reference')} fixed." + (" Run `copydesk verify` again to verify them." if made else ""))


def take_in(table: Path, paths: tuple[str, ...], config: Path | None, today: date) -> None:
    """Turns Retraction Watch's table into the list beside the lock."""
    from lint.config import load, read_config
    from lint.fixes.files import write
    from lint.verification.retractions import NAME
    from lint.verification.retractions.table import index
    from lint.verification.showing.table import counted

    settings: Config = read_config(config) if config else load(Path(paths[0]) if paths else Path.cwd())
    made = index(table, today)
    target = settings.root / NAME
    write(target, (made.data,))
    click.echo(f"Wrote {NAME}: {counted(made.works, 'work')} retracted or under a concern.")


def say(text: str) -> None:
    """A line for people, apart from what programs read."""
    from lint.formatters.visible import visible

    click.echo(f"copydesk: {visible(text)}", err=True)
