"""The names of rules and categories, as the shell completes them."""

from pathlib import Path
from typing import TYPE_CHECKING

from lint.finding import CopydeskError

if TYPE_CHECKING:
    from collections.abc import Mapping

    import click

    from lint.rules.rule import Rule


def complete(context: "click.Context", parameter: "click.Parameter", begun: str) -> list[str]:
    """What the last of some names, parted by commas, may be."""
    rules = _rules()
    before, comma, name = begun.rpartition(",")
    known = {*rules, *(rule.category for rule in rules.values())}
    return [f"{before}{comma}{one}" for one in sorted(known) if one.startswith(name)]


def _rules() -> "Mapping[str, Rule]":
    from lint.catalogue import catalogue
    from lint.config import load

    try:
        return catalogue(load(Path.cwd()).schema)
    except CopydeskError:
        return catalogue()
