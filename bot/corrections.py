"""What a pull request corrects of what readers reported, as entries for the article's front matter. Pure.

An entry is put where its key belongs, next to a line that the pull request touches; whether the front matter then says
what it should, whoever applies it to a copy finds out.
"""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import sha256
from itertools import groupby
from typing import Any, NamedTuple

from bot.feedback.report import Kind
from bot.markdown import seen
from bot.reported import Reported

_FENCE = "---"
_KEY = re.compile(r"corrections:\s*(?:#.*)?")
_WAS = {
    Kind.INACCURATE: "corrected",
    Kind.OUTDATED: "brought up to date",
    Kind.UNSOURCED: "given a source",
    Kind.UNCLEAR: "made clearer",
    Kind.OTHER: "changed",
}
"""What becomes of a passage that was reported so."""


class Correction(NamedTuple):
    """The entries for one article, as the document will hold them."""

    path: str
    entries: tuple[dict[str, Any], ...]

    @property
    def key(self) -> str:
        """The same for the same article and issues."""
        said = [self.path, *(str(one["issue"]) for one in self.entries)]
        return f"correction-{sha256(chr(10).join(said).encode()).hexdigest()[:16]}"

    def lines(self, indent: str) -> list[str]:
        """The entries as YAML; a string of JSON is one of YAML."""
        return [line for one in self.entries for line in _entry(one, indent)]

    @property
    def block(self) -> str:
        """The whole key."""
        return "\n".join(("corrections:", *self.lines("  ")))


def corrections(found: Iterable[Reported], today: date) -> Iterator[Correction]:
    """What to propose, by article."""
    wanted = sorted((one for one in found if one.correction), key=lambda one: (one.path, one.number))
    for path, group in groupby(wanted, key=lambda one: one.path):
        entries = ({"date": today.isoformat(), "what": _what(one), "issue": one.number} for one in group)
        yield Correction(path, tuple(entries))


def written(text: str, correction: Correction, touched: Iterable[int]) -> Iterator[str]:
    """The text with the entries in its front matter, each time elsewhere, the best place first. ``touched``: lines that
    the pull request changes, from 1; the entries stand above or below one of them."""
    rows = text.split("\n")
    end = rows.index(_FENCE, 1) if rows[0] == _FENCE and _FENCE in rows[1:] else 0
    key = next((at for at in range(1, end) if _KEY.fullmatch(rows[at])), 0)
    lines, new = set(touched), correction.block.split("\n")
    if key:
        places = [next(at for at in range(key + 1, end + 1) if at == end or _is_key(rows[at]))]
        new = correction.lines(" " * (len(rows[key + 1]) - len(rows[key + 1].lstrip(" "))))
    else:
        places = [at for at in range(end, 0, -1) if at == end or _is_key(rows[at])]
        places.sort(key=lambda at: not rows[at - 1].startswith("last_modified:"))
    for at in (one for one in places if lines & {one, one + 1}):
        yield "\n".join((*rows[:at], *new, *rows[at:]))


def _is_key(row: str) -> bool:
    return bool(row) and row[0] not in " \t-#"


def _entry(one: dict[str, Any], indent: str) -> Iterator[str]:
    yield f"{indent}- date: {one['date']}"
    yield f"{indent}  what: {json.dumps(one['what'], ensure_ascii=False)}"
    yield f"{indent}  issue: {one['issue']}"


def _what(one: Reported) -> str:
    where = f"A passage of the section “{seen(one.section)[:150]}”" if one.section else "The article"
    return f"{where} was {_WAS[one.kind]} after a reader's report."
