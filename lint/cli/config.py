"""``copydesk config``: the settings in force, and where each came from."""

import json
import os
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING

import click

from lint.finding import CopydeskError

if TYPE_CHECKING:
    from lint.config.show import Setting

WIDTH = 80
ORIGIN = 26
"""The columns kept for where a setting came from."""


@click.command(short_help="Show the settings in force and where each came from.")
@click.argument("path", type=click.Path(path_type=Path), default=".")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def command(path: Path, as_json: bool) -> None:
    """Show the settings in force for PATH (an article or a folder), and where each came from."""
    from lint.config import load
    from lint.config.show import settings

    if not path.exists():
        raise CopydeskError(f"{path}: no such file or folder")
    config = load(path)
    inside = os.path.relpath(path, config.root).replace(os.sep, "/")
    shown = list(settings(config, inside))
    if as_json:
        entries = [{"name": one.name, "value": one.value, "from": one.origin} for one in shown]
        document = {"source": config.source and str(config.source), "root": str(config.root), "settings": entries}
        click.echo(json.dumps(document, indent=2, ensure_ascii=False))
        return
    click.echo(f"Settings: {config.source or 'no copydesk.toml, so all as by default'}")
    click.echo(f"Articles: below {config.root}\n")
    for one in shown:
        click.echo("\n".join(_lines(one)))


def _lines(setting: "Setting") -> list[str]:
    """A setting as one would write it, with its origin at the right; a long one is wrapped, or cut when by default."""
    value = "(not set)" if setting.value is None else json.dumps(setting.value, ensure_ascii=False)
    text, left = f"{setting.name} = {value}", WIDTH - ORIGIN
    if setting.origin == "default" and len(text) > left:
        text = f"{text[: left - 2]} …"
    lines = wrap(text, left, subsequent_indent="    ", break_on_hyphens=False, break_long_words=False)
    return [f"{lines[0]:<{left}}  {setting.origin}", *lines[1:]]
