"""``python -m lint.cli``: the command where no script is installed."""

from lint.cli import main

main(prog_name="copydesk")
