"""``copydesk completion``: the script that makes a shell complete our commands and options."""

import click
from click.shell_completion import get_completion_class

HOW = {
    "bash": 'Add to ~/.bashrc:  eval "$(copydesk completion bash)"',
    "zsh": 'Add to ~/.zshrc:  eval "$(copydesk completion zsh)"',
    "fish": "Run once:  copydesk completion fish > ~/.config/fish/completions/copydesk.fish",
}


@click.command(help="Print the script that completes commands in your shell.\n\n\b\n" + "\n".join(HOW.values()))
@click.argument("shell", type=click.Choice(list(HOW)))
def command(shell: str) -> None:
    from lint.cli import main

    found = get_completion_class(shell)
    if found is None:  # pragma: no cover - click has all three
        raise click.UsageError(f"click knows no completion for {shell}")
    click.echo(found(main, {}, "copydesk", "_COPYDESK_COMPLETE").source())
