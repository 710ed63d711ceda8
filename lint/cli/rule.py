"""``copydesk rule``: the page of a rule, the rules of a category, or all of them."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lint.cli.names import complete
from lint.cli.terminal import columns
from lint.finding import CopydeskError

if TYPE_CHECKING:
    from lint.rules.rule import Rule


@click.command(short_help="Explain a rule, or list all of them.")
@click.argument("names", nargs=-1, metavar="NAME...", shell_complete=complete)
@click.option("--all", "everything", is_flag=True, help="List all rules.")
@click.option("--json", "as_json", is_flag=True, help="All that the pages say, as JSON.")
def command(names: tuple[str, ...], everything: bool, as_json: bool) -> None:
    """Explain the rule NAME: what is wrong, why it matters, what to write instead.

    NAME may also be a category: its rules are listed.
    """
    if not names and not everything:
        raise CopydeskError("name a rule or a category, or give --all to list all rules")
    rules = _rules()
    pages = [rules[name] for name in names if name in rules]
    listed = [rule for rule in rules.values() if everything or rule.category in names]
    for name in names:
        _refuse_unknown(name, rules)
    click.echo(_json(pages, listed, names) if as_json else _text(pages, listed))


def _rules() -> "Mapping[str, Rule]":
    """All rules, those of the publication's schema included; where its settings are broken, this must still help."""
    from lint.catalogue import catalogue
    from lint.config import load

    try:
        return catalogue(load(Path.cwd()).schema)
    except CopydeskError as error:
        click.echo(f"copydesk: only the built-in rules are shown: {error}", err=True)
        return catalogue()


def _refuse_unknown(name: str, rules: "Mapping[str, Rule]") -> None:
    known = {*rules, *(rule.category for rule in rules.values())}
    if name not in known:
        from lint.config.check import did_you_mean

        hint = did_you_mean(name, known) or "; `copydesk rule --all` lists them"
        raise CopydeskError(f'no rule or category "{name}"{hint}')


def _text(pages: "Sequence[Rule]", listed: "Sequence[Rule]") -> str:
    from lint.pages.terminal import lines, listing

    width = columns()
    parts = ["\n".join(lines(rule, width)) for rule in pages]
    return "\n\n\n".join([*parts, *(["\n".join(listing(listed, width))] if listed else [])]).rstrip("\n")


def _json(pages: "Sequence[Rule]", listed: "Sequence[Rule]", names: Sequence[str]) -> str:
    """One object for one rule that is named; else an array."""
    from lint.formatters.visible import readable_json
    from lint.pages.record import record

    records = [record(rule) for rule in (*pages, *listed)]
    return readable_json(records[0] if len(names) == len(pages) == 1 else records)
