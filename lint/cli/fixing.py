"""``--fix`` and ``--diff`` of ``copydesk check``: applies fixes, or shows what they would change."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from lint.cli import FAULT
from lint.finding import CopydeskError, Fault

if TYPE_CHECKING:
    from lint.fixes.articles import Rewrite
    from lint.run import Request

CHANGES = 1


@dataclass(frozen=True, slots=True)
class Fixing:
    """What was asked for."""

    fix: bool = False
    unsafe: bool = False
    diff: bool = False
    quiet: bool = False

    def __post_init__(self) -> None:
        if self.unsafe and not (self.fix or self.diff):
            raise CopydeskError("--unsafe-fixes adds to --fix or --diff: give one of them too")

    def __bool__(self) -> bool:
        return self.fix or self.diff


def show(request: "Request", fixing: Fixing) -> int:
    """Prints what would change; the exit code, as `ruff` has it: 1 where anything would."""
    from lint.fixes.articles import rewrites

    found = list(rewrites(request, fixing.unsafe))
    for one in found:
        for line in one.diff() if one.changed else ():
            sys.stdout.buffer.write(line.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()
    _say("Would fix", found, fixing)
    faults = [one.fault for one in found if one.fault]
    _admit(faults)
    return FAULT if faults else CHANGES if any(one.changed for one in found) else 0


def apply(request: "Request", fixing: Fixing) -> tuple["Request", list[Fault]]:
    """Fixes the articles; what is to be checked now, and our own mistakes. Standard input goes fixed to stdout."""
    from lint.fixes.articles import rewrites

    done = []
    for one in rewrites(request, fixing.unsafe):
        if request.stdin is not None:
            request = request._replace(stdin=(request.stdin[0], one.after))
        elif one.changed and (why := one.save()):
            click.echo(f"{one.shown}: not fixed: {why}.", err=True)
            continue
        done.append(one)
    if request.stdin is not None:
        sys.stdout.buffer.write(request.stdin[1])
        sys.stdout.buffer.flush()
    _say("Fixed", done, fixing)
    return request, [one.fault for one in done if one.fault]


def _say(verb: str, done: Iterable["Rewrite"], fixing: Fixing) -> None:
    from lint.formatters.visible import visible

    listed = [one for one in done if one.changed]
    if fixing.quiet:
        return
    for one in done:
        for finding, why in one.mended.left:
            click.echo(visible(f"{one.shown}:{finding.start.line}: {finding.rule} left alone: {why}."), err=True)
    count = sum(len(one.mended.fixed) for one in listed)
    if not listed:
        click.echo(f"{verb} nothing.", err=True)
        return
    click.echo(f"{verb} {_counted(count, 'finding')} in {_counted(len(listed), 'article')}.", err=True)


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"


def _admit(faults: Iterable[Fault]) -> None:
    from lint.formatters.visible import visible

    for fault in faults:
        click.echo(visible(f"copydesk: our fault: {fault.path}: {fault.rule}: {fault.error}"), err=True)
