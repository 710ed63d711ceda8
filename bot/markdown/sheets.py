"""A sheet: blocks of rows that become one comment, and lose the least important rows where it would be too long."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

LIMIT = 65_536
"""GitHub's, in characters; we count those beyond the first plane twice, as JavaScript does."""
_NOTE = 200
"""Room for the line that says what was cut."""


@dataclass(frozen=True, slots=True)
class Block:
    """Rows under a head (a heading, or the head of a table), with what closes them. ``weight``: the least goes first.

    ``what``: what the rows are, in the plural, for the line that says how many were cut.
    """

    head: str
    rows: tuple[str, ...] = ()
    foot: str = ""
    weight: int = 0
    what: str = "lines"
    cut: tuple[str, ...] = ()

    def text(self) -> str:
        """The block as markdown."""
        note = (
            [f"\n… and {len(self.cut):,} more {self.what}: the log of this run holds all of them."] if self.cut else []
        )
        return "\n".join([part for part in (self.head, *self.rows) if part] + note + ([self.foot] if self.foot else []))


class Written(NamedTuple):
    """The text of a sheet, and what had to be left out of it."""

    text: str
    cut: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Blocks in the order of reading."""

    blocks: tuple[Block, ...]

    def write(self, limit: int = LIMIT) -> Written:
        """The blocks as one text within the limit."""
        kept = list(self.blocks)
        over = size(_joined(kept)) - limit
        for at in sorted(range(len(kept)), key=lambda at: kept[at].weight):
            if over <= 0:
                break
            shorter = _shortened(kept[at], over)
            over -= size(kept[at].text()) - size(shorter.text())
            kept[at] = shorter
        return Written(_joined(kept), tuple(row for block in kept for row in block.cut))


def size(text: str) -> int:
    """The length of a text as GitHub may count it."""
    return len(text) + sum(char > "\uffff" for char in text)


def _shortened(block: Block, over: int) -> Block:
    """Without as many of its last rows as are too many."""
    rows, spare = list(block.rows), -_NOTE
    while rows and spare < over:
        spare += size(rows.pop()) + 1
    return replace(block, rows=tuple(rows), cut=block.rows[len(rows) :]) if len(rows) < len(block.rows) else block


def _joined(blocks: Iterable[Block]) -> str:
    return "\n\n".join(_texts(blocks))


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    yield from (text for block in blocks if (text := block.text()))
