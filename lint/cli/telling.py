"""What a command says, and the record of it for the next time that the same is asked."""

import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from lint.cache.record import nearest, save
from lint.inputs import rest, watch

_FOR_ALL = ("paths", "select", "ignore", "config", "today", "jobs", "sources", "shard", "baseline", "no_baseline")
_FOR_SHOW = ("fail_on", "exit_zero", "output_format", "quiet", "statistics", "color")
REPEATABLE = frozenset((*_FOR_ALL, *_FOR_SHOW))
"""Options with which a run does nothing but say what it found. With any other nothing is recorded."""


class Telling:
    """Prints line by line. ``asked``: all that was asked, as `lint.cache.record.question` has it, if that is known."""

    def __init__(self, asked: bytes | None = None, options: Mapping[str, Any] = MappingProxyType({})) -> None:
        others = any(value not in (None, False, ()) for name, value in options.items() if name not in REPEATABLE)
        self._asked = None if others or "-" in options.get("paths", ()) else asked
        self._said: list[tuple[bool, str]] = []
        self._seen = watch() if self._asked else None

    def line(self, text: str, aside: bool = False) -> None:
        """A line for standard output, or aside for standard error."""
        print(text, file=sys.stderr if aside else sys.stdout)
        if self._asked:
            self._said.append((aside, f"{text}\n"))

    def end(self, code: int) -> None:
        """Records what was said, unless the run failed."""
        rest()
        folder = nearest(str(Path.cwd())) if self._asked and code in (0, 1) else None
        if folder and self._asked and self._seen:
            save(folder, self._asked, self._seen, code, _joined(self._said))


def _joined(said: list[tuple[bool, str]]) -> list[tuple[bool, str]]:
    joined: list[tuple[bool, list[str]]] = []
    for aside, text in said:
        if not joined or joined[-1][0] is not aside:
            joined.append((aside, []))
        joined[-1][1].append(text)
    return [(aside, "".join(texts)) for aside, texts in joined]
