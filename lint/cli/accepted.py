"""What ``copydesk baseline`` says: of accepted findings, new ones, and those that are gone."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from lint.baseline import Entry
    from lint.finding import Finding

GROWTH = 1
SHOWN = 20


def is_in(path: str, place: str) -> bool:
    return place in (".", path) or path.startswith(f"{place}/")


def listing(entries: "Sequence[Entry]") -> None:
    """Each article with what is accepted in it, and the count of each rule."""
    from collections import Counter
    from itertools import groupby

    from lint.cli.terminal import columns
    from lint.formatters.visible import visible, wrapped

    width = columns()
    for path, group in groupby(entries, key=lambda entry: entry.path):
        click.echo(visible(path))
        for entry in group:
            said = f"{entry.rule}: {entry.message} Accepted on {entry.accepted}: {entry.reason}"
            for line in wrapped(said, width, "  ", "    "):
                click.echo(line)
    click.echo(f"{counted(len(entries))} accepted" + (":" if entries else "."))
    counts = Counter(entry.rule for entry in entries)
    for rule, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        click.echo(f"{count:6,}  {rule}")


def refuse(new: "Sequence[Finding]") -> None:
    """Says which findings would make the baseline grow, and ends."""
    from lint.formatters.visible import visible

    for finding in new[:SHOWN]:
        place = f"{finding.path}:{finding.start.line}:{finding.start.column}"
        click.echo(visible(f"{place}: {finding.severity} {finding.rule} {finding.message}"))
    if len(new) > SHOWN:
        click.echo(f"and {len(new) - SHOWN:,} more")
    say(
        f"The baseline would grow by {counted(len(new))}, so nothing is written. Settle them, or accept them:\n"
        'copydesk baseline update --allow-growth --reason "why these are accepted"'
    )
    sys.exit(GROWTH)


def name_gone(gone: "Sequence[Entry]") -> None:
    for entry in gone[:SHOWN]:
        say(f"  gone: {entry.path}: {entry.rule}: {entry.message}")
    if len(gone) > SHOWN:
        say(f"  and {len(gone) - SHOWN:,} more")


def say(text: str) -> None:
    from lint.formatters.visible import visible

    for line in text.splitlines():
        click.echo(visible(line), err=True)


def counted(count: int) -> str:
    return f"{count:,} finding{'' if count == 1 else 's'}"
