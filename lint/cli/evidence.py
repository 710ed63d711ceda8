"""``copydesk evidence``: the sources of an article beside what the registries say of them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lint.cli.terminal import columns, painter
from lint.finding import CopydeskError

if TYPE_CHECKING:
    from lint.evidence import Lock
    from lint.verification.collecting import Collected, Source
    from lint.verification.showing.retracted import Retracted


@click.command(short_help="Show an article's sources beside what the registries say of them.")
@click.argument("file", metavar="[FILE]", required=False, type=click.Path())
@click.argument("key", metavar="[KEY]", required=False)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.option("--retracted", is_flag=True, help="The retracted sources, and every article and section that cites them.")
@click.option(
    "--since", type=click.Path(path_type=Path), metavar="LOCK", help="Those that an earlier lock did not hold."
)
@click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="When to use colour. [auto]"
)
def command(file: str | None, key: str | None, as_json: bool, retracted: bool, since: Path | None, color: str) -> None:
    """Show the sources of the article FILE, or the one numbered KEY: as they are written, and as the registries have
    them. All of it comes from references.lock.json; nothing is asked.

    With --retracted, FILE may be left out: all articles count.
    """
    if retracted:
        found = list(_retracted(file, since))
        click.echo(_json([_issue(one) for one in found]) if as_json else _issues(found))
        return
    if since is not None:
        raise CopydeskError("--since says which retractions are new: give --retracted too")
    if file is None:
        raise CopydeskError("name an article: copydesk evidence articles/back-pain.md")
    collected = _collected(file)
    shown = [source for source in collected.sources if key in (None, source.key)]
    if key is not None and not shown:
        known = ", ".join(source.key for source in collected.sources[:20]) or "none"
        raise CopydeskError(f'{file}: no reference "{key}"; there are {known}')
    lock = _lock(collected)
    click.echo(_json(_records(file, shown, lock)) if as_json else "\n".join(_lines(shown, lock, color)))


def _collected(file: str) -> "Collected":
    from lint.verification.collecting import collect

    if not Path(file).is_file():
        raise CopydeskError(f"{file}: no such file")
    collected = next(collect(iter((file,))))
    if collected.unread:
        raise CopydeskError(f"{file}: it cannot be read; `copydesk check {file}` says why")
    return collected


def _lock(collected: "Collected") -> "Lock":
    from lint.verification import retractions
    from lint.verification.judging import Held
    from lint.verification.shelf import Shelf

    shelf = Shelf(collected.config.root)
    return shelf if shelf.held else Held(None, retractions.read(collected.config.root / retractions.NAME))


def _lines(shown: "list[Source]", lock: "Lock", color: str) -> Iterator[str]:
    from lint.verification.showing.text import lines

    if not lock.held:
        click.echo("copydesk: there is no references.lock.json: run `copydesk verify` first.", err=True)
    for number, source in enumerate(shown):
        if number:
            yield ""
        yield from lines(source, lock, columns(), painter(color, True))


def _records(file: str, shown: "list[Source]", lock: "Lock") -> dict[str, Any]:
    from lint.verification.showing.records import source_record

    return {"path": file, "lock": lock.held, "references": [source_record(source, lock) for source in shown]}


def _retracted(place: str | None, since: Path | None) -> "Iterator[Retracted]":
    from lint.run import Request, files
    from lint.verification import lock as locks
    from lint.verification.collecting import collect
    from lint.verification.judging import Held
    from lint.verification.showing.retracted import retracted

    before = Held(locks.read(since), None, str(since)) if since else None
    for collected in collect(files(Request(date.min, (place,) if place else ()))):
        yield from retracted(collected.sources, _lock(collected), before)


def _issue(one: "Retracted") -> dict[str, Any]:
    from lint.verification.showing.records import retracted_record
    from lint.verification.showing.retracted import issue

    title, body = issue(one)
    return {**retracted_record(one), "issue": {"title": title, "body": body}}


def _issues(found: "list[Retracted]") -> str:
    from lint.formatters.visible import visible

    lines = []
    for one in found:
        lines.append(visible(f"{one.identifier}: {one.record.line if one.record else ''}".rstrip(": ")))
        for source in one.cited:
            under = f": {'; '.join(source.sections)}" if source.sections else ""
            lines.append(visible(f"  {source.path}:{source.line} reference {source.key}{under}"))
    return "\n".join(lines) or "No article cites a source that is known to be retracted."


def _json(value: Any) -> str:
    from lint.formatters.visible import readable_json

    return readable_json(value)
