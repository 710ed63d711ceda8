"""``copydesk merge``: the reports of the shards of one check, as the report of the whole."""

import sys
from pathlib import Path
from typing import Any

import click

from lint.cli.report import EXIT_CODES, Showing, reporting


@click.command(short_help="Put the reports of shards together.", epilog=EXIT_CODES)
@click.argument("reports", nargs=-1, required=True, metavar="REPORT...", type=click.Path(path_type=Path))
@reporting
def command(reports: tuple[Path, ...], **shown: Any) -> None:
    """Put the JSON reports of all shards of one check together, and go on as that check would have.

    Each REPORT was made by `copydesk check --shard I/N --output-format json`. The articles are not needed.
    """
    from lint.merge import merge, read

    sys.exit(Showing(**shown).show(merge([read(report) for report in reports])))
