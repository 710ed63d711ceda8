"""``--watch`` of ``copydesk check``: reports, and goes on to say what each save changes until Ctrl-C."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import click

from lint.cli.bar import Progress
from lint.cli.report import Showing
from lint.formatters import Presentation
from lint.formatters.coverage import summary
from lint.formatters.visible import visible

if TYPE_CHECKING:
    from lint.run import Request
    from lint.watch.watching import News


def watched(request: "Request", today: Callable[[], date], showing: Showing, bar: Progress | None) -> None:
    """Watches until it is ended."""
    from lint.watch.watching import Watching

    try:
        watching = Watching(request, today)
    finally:
        if bar:
            bar.end()
    try:
        outcome = watching.outcome
        showing.show(outcome)
        articles = outcome.report.coverage.articles
        click.echo(f"Watching {articles:,} article{'' if articles == 1 else 's'}; Ctrl-C ends it.", err=True)
        for news in watching.news():
            if bar:
                bar.end()
            _tell(news, showing.presentation(outcome))
    except KeyboardInterrupt:
        if bar:
            bar.end()
        click.echo(err=True)
    finally:
        watching.close()


def _tell(news: "News", show: Presentation) -> None:
    """What is gone behind a minus, what is new behind a plus, and what that leaves."""
    for sign, findings in (("-", news.gone), ("+", news.new)):
        for one in findings:
            place = f"{visible(one.path)}:{one.start.line}:{one.start.column}:"
            style = "dim" if sign == "-" else str(one.severity)
            click.echo(show.paint(f"{sign} {place} {one.severity} {one.rule} {visible(one.message)}", style))
    if news.mistake:
        click.echo(f"copydesk: {news.mistake}", err=True)
    for line in summary(news.report) if news.report else ():
        click.echo(line, err=True)
