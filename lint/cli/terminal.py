"""What the terminal can show: its width and whether it wants colour."""

import os
import sys

import click

from lint.formatters import Paint, plain

_STYLES: dict[str, dict[str, str | bool]] = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "suggestion": {"fg": "cyan", "bold": True},
    "bold": {"bold": True},
    "dim": {"dim": True},
}


def columns() -> int:
    """The width to wrap at: the terminal's, at most 120, and 80 where there is none."""
    try:  # shutil knows the same, but brings every archive format along
        width = int(os.environ.get("COLUMNS", 0)) or os.get_terminal_size().columns
    except (ValueError, OSError):
        width = 0
    return min(width, 120) if width > 0 else 80


def painter(when: str, to_terminal: bool) -> Paint:
    """Colour when ``always``, or on a terminal that has not refused it (no-color.org)."""
    wanted = when == "always" or (
        when == "auto" and to_terminal and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    )
    return _paint if wanted and os.environ.get("TERM") != "dumb" else plain


def _paint(text: str, style: str) -> str:
    return click.style(text, **_STYLES[style])  # type: ignore[arg-type]
