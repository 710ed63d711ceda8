"""``copydesk inspect``: what Copydesk reads in an article, as JSON."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lint.finding import CopydeskError

if TYPE_CHECKING:
    from lint.article import Article
    from lint.article.parse import Parsed

STDIN = "-"


@click.command(short_help="Show what Copydesk reads in an article, as JSON.")
@click.argument("file", metavar="FILE")
@click.option("--spans", is_flag=True, help="Add where each part stands: line and column from 1, the end exclusive.")
def command(file: str, spans: bool) -> None:
    """Show the document that Copydesk reads in the article FILE (- for standard input), as JSON.

    It is what the rules and a publication's own schema see. Exits with 1 when parts of the article cannot be read.
    """
    from lint.formatters.visible import readable_json

    parsed = _parsed(file)
    article = parsed.article
    click.echo(readable_json({"document": article.document, "spans": _spans(article)} if spans else article.document))
    for problem in parsed.problems:
        click.echo(f"copydesk: {_shown(file)}: {problem.message}", err=True)
    sys.exit(1 if parsed.problems else 0)


def _parsed(file: str) -> "Parsed":
    from lint.article.parse import parse
    from lint.config import load
    from lint.corpus import Unreadable, decode, read

    path = Path("stdin.md") if file == STDIN else Path(file)
    config = load(path)
    limit = config.max_file_size

    def beside(name: str) -> str | None:
        try:
            return read(path.parent / name, limit)
        except Unreadable:
            return None

    if file != STDIN and not path.exists():
        raise CopydeskError(f"{file}: no such file")
    try:
        text = decode(sys.stdin.buffer.read(), limit) if file == STDIN else read(path, limit)
    except Unreadable as error:
        raise CopydeskError(f"{_shown(file)}: {error.message}") from None
    return parse(_from_root(path, config.root), text, config.settings, beside)


def _shown(file: str) -> str:
    return "standard input" if file == STDIN else file


def _from_root(path: Path, root: Path) -> str:
    absolute = Path(os.path.normpath(path.absolute()))
    return absolute.relative_to(root).as_posix() if absolute.is_relative_to(root) else path.as_posix()


def _spans(article: "Article") -> dict[str, Any]:
    """Each pointer's place, in the order of the text."""
    from lint.formatters.records import json_pointer, position_record
    from lint.text import Text

    text = Text(article.text)
    return {
        json_pointer(pointer): {edge: position_record(text.position(at)) for edge, at in span._asdict().items()}
        for pointer, span in sorted(article.spans.items(), key=lambda item: (item[1].start, -item[1].end))
    }
