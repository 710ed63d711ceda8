"""The ``copydesk`` command: a table of subcommands, each a module that is loaded when it is asked for."""

import atexit
import gc
import io
import sys
from importlib import import_module
from typing import Any, ClassVar

import click

from lint import __version__
from lint.finding import CopydeskError

COMMANDS = {
    "check": "Check articles and report what is wrong.",
    "verify": "Ask the registries about the sources.",
    "evidence": "Show an article's sources beside what the registries say of them.",
    "baseline": "Accept the findings of today, so that only new ones fail.",
    "merge": "Put the reports of shards together.",
    "rule": "Explain a rule, or list all of them.",
    "new": "Start an article: a draft that says what it still owes.",
    "init": "Set up a publication: configuration, people file, template.",
    "config": "Show the settings in force and where each came from.",
    "inspect": "Show what Copydesk reads in an article, as JSON.",
    "completion": "Print the script that completes commands in your shell.",
}


FAULT = 3
"""The exit code of a fault of ours."""


class UserError(click.ClickException):
    """A user's mistake as one line on stderr."""

    exit_code = 2

    def show(self, file: Any = None) -> None:
        click.echo(f"copydesk: {self.format_message()}", err=True, file=file)


class Commands(click.Group):
    """A group that loads a subcommand's module when it is called, and says a user's mistake in one line."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """The call of the process itself, which ends with it."""
        # Nearly all that is made at the start is kept until the end: looking through it for waste again and again, and
        # once more at the exit, took a tenth of a small check.
        gc.set_threshold(20_000)
        atexit.register(gc.freeze)
        return super().__call__(*args, **kwargs)

    table: ClassVar = COMMANDS
    package: ClassVar = "lint.cli"

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.table:
            return None
        command: click.Command = import_module(f"{self.package}.{cmd_name}").command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        if args and not args[0].startswith("-") and args[0] not in self.table:
            from difflib import get_close_matches

            near = get_close_matches(args[0], self.table, 1)
            hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(self.table)}."
            raise UserError(f"no command {args[0]!r}; {hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(self.table.items()))

    def invoke(self, ctx: click.Context) -> Any:
        if sys.stdout is None:
            raise UserError("standard output is closed")
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(
                    errors="backslashreplace"
                )  # a file's name may be no text, a terminal may know few signs
        try:
            return super().invoke(ctx)
        except CopydeskError as error:
            raise UserError(str(error)) from error
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise  # click's own to handle
        except OSError as error:
            raise UserError(f"{error.filename or 'the output'}: {(error.strerror or str(error)).lower()}") from error
        except Exception:  # noqa: BLE001 - the edge: a fault of ours has an exit code of its own
            import traceback

            traceback.print_exc()
            click.echo("copydesk: this is a fault of Copydesk; please report it with the lines above", err=True)
            ctx.exit(FAULT)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="copydesk %(version)s")
def main() -> None:
    """Check that health articles keep what they promise: sources, review, dates.

    Start with `copydesk check`. Each finding names a rule; `copydesk rule NAME` explains it.
    """
