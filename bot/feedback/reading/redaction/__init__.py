"""Takes personal data out of what a reader wrote, and says where it is not sure to have found all."""

from collections.abc import Iterable
from typing import NamedTuple

from bot.feedback.reading.redaction import contacts, doubts, identity, names, places


class Personal(NamedTuple):
    """A stretch of personal data: character offsets into the text, and what it is (``e-mail``, ``phone``, …)."""

    start: int
    end: int
    what: str


class Redaction(NamedTuple):
    """The text without personal data, what was taken out, and why a person should look (empty: none need)."""

    text: str
    removed: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def confident(self) -> bool:
        """Whether the text may leave the house."""
        return not self.doubts


def redact(text: str) -> Redaction:
    """The text with each piece of personal data replaced by what it was, as in ``[e-mail removed]``."""
    found = list(_apart(Personal(*one) for finder in (identity, contacts, places, names) for one in finder.find(text)))
    parts: list[str] = []
    done = 0
    for one in found:
        parts += text[done : one.start], f"[{one.what} removed]"
        done = one.end
    rest = "".join((*parts, text[done:]))
    return Redaction(rest, tuple(one.what for one in found), tuple(doubts.find(rest)))


def _apart(found: Iterable[Personal]) -> Iterable[Personal]:
    """Overlapping stretches as one, named by the first and longest."""
    last: Personal | None = None
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if last is not None and one.start < last.end:
            last = last._replace(end=max(last.end, one.end))
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last
