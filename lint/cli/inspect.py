"""``copydesk inspect``: what Copydesk reads in an article, as JSON."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lint.finding import CopydeskError

if TYPE_CHECKING:
    from lint.article import Article
    from lint.article.parsed import Parsed

STDIN = "-"


@click.command(short_help="Show what Copydesk reads in an article, as JSON.")
@click.argument("file", metavar="FILE", type=click.Path())
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
    from lint.config import load
    from lint.corpus import Unreadable
    from lint.run import read_article

    path = Path("stdin.md") if file == STDIN else Path(file)
    if file != STDIN and not path.exists():
        raise CopydeskError(f"{file}: no such file")
    try:
        return read_article(path, load(path), sys.stdin.buffer.read() if file == STDIN else None)
    except Unreadable as error:
        raise CopydeskError(f"{_shown(file)}: {error.message}") from None


def _shown(file: str) -> str:
    return "standard input" if file == STDIN else file


def _spans(article: "Article") -> dict[str, Any]:
    """Each pointer's place, in the order of the text."""
    from lint.formatters.records import json_pointer, position_record
    from lint.text import Text

    text = Text(article.text)
    return {
        json_pointer(pointer): {edge: position_record(text.position(at)) for edge, at in span._asdict().items()}
        for pointer, span in sorted(article.spans.items(), key=lambda item: (item[1].start, -item[1].end))
    }
