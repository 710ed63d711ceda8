"""The ``copydesk-bot`` command: a table of subcommands, each a module that is loaded when it is asked for."""

from typing import ClassVar

import click

from lint import __version__
from lint.cli import Commands


class BotCommands(Commands):
    """The bot's subcommands."""

    table: ClassVar = {
        "check": "Check both sides of a pull request; write two reports.",
        "review": "Say on a pull request what it changes, blocks and owes.",
    }
    package: ClassVar = "bot.cli"


@click.group(cls=BotCommands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="copydesk %(version)s")
def main() -> None:
    """Review pull requests as an editor's desk would: findings, approvals, labels.

    Try `copydesk-bot review --dry-run --base main --head BRANCH`: it prints what it would say and changes nothing.
    """
