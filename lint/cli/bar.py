"""A bar on the terminal for a run that takes longer than a second."""

import sys
import time

PATIENCE, STEP = 1.0, 0.1
"""Seconds before it shows, and between two looks."""
_WIDTH = 30


class Progress:
    """Called with how many of how many articles are done. Writes to standard error, and leaves nothing behind."""

    def __init__(self) -> None:
        self._next: float | None = time.monotonic() + PATIENCE
        self._shown = False

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if self._next is None:
            self._next = now + PATIENCE
        if now >= self._next:
            self._next = now + STEP
            self._shown = True
            full = _WIDTH * done // total
            bar = "#" * full + "-" * (_WIDTH - full)
            self._write(f"\r{bar} {done:,} of {total:,} articles\x1b[K")

    def end(self) -> None:
        """Clears the line; what comes later is another run."""
        self._next = None
        if self._shown:
            self._write("\r\x1b[K")
            self._shown = False

    def _write(self, text: str) -> None:
        sys.stderr.write(text)
        sys.stderr.flush()


def progress(quiet: bool) -> Progress | None:
    """The bar, where someone can see it and wants to."""
    return Progress() if not quiet and sys.stderr.isatty() else None
