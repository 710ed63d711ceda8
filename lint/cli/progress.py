"""Progress on the terminal: a line that is written anew, and is gone at the end."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from lint.cli.terminal import columns

_OFTEN = 0.1


@contextmanager
def shown(quiet: bool) -> Iterator[Callable[[int, int], None]]:
    """Takes how much is done, and of how much; where there is no terminal, nothing is shown."""
    from lint.verification.progress import line

    start = last = time.monotonic()
    visible = not quiet and sys.stderr.isatty()

    def tell(done: int, total: int) -> None:
        nonlocal last
        now = time.monotonic()
        if visible and (now - last > _OFTEN or done == total):
            last = now
            click.echo(f"\r\x1b[K{line(done, total, now - start, columns())}", nl=False, err=True)

    try:
        yield tell
    finally:
        if visible:
            click.echo("\r\x1b[K", nl=False, err=True)
