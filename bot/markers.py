"""Hidden markers: how the bot finds again what it said. One counts only at the very start of a text of its own account:
anybody can quote a marker, and an article may hold one."""

import json
import re
import zlib
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.state import Comment

_MARKER = re.compile(r"<!-- copydesk:([a-z]+) ([\w.:\[\]-]{1,200})(?: ([A-Za-z0-9+/=]*))? -->")
_LARGEST = 200_000


def marker(kind: str, key: str) -> str:
    """``<!-- copydesk:KIND KEY -->``; a comment's text begins with it."""
    return f"<!-- copydesk:{kind} {key} -->"


def key_of(comment: Comment, kind: str, me: str) -> str | None:
    """The key of a comment of ours of a kind; None for any other comment."""
    found = _MARKER.match(comment.body) if comment.author == me else None
    return found[2] if found and found[1] == kind else None


@dataclass(frozen=True, slots=True)
class Memory:
    """What the summary comment carries unseen: for which head it was written, and what later runs must know.

    ``dismissed``: by command, the fingerprints that it covers. ``asked``: whose review the bot asked for, as
    ``login#N`` where N is the number of reviews that the person had handed in by then.
    """

    head: str = ""
    dismissed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    asked: tuple[str, ...] = ()


def remembering(memory: Memory) -> str:
    """The marker of the summary comment. Base64 holds no hyphen, so nothing in it can end the HTML comment."""
    record = {
        "dismissed": {command: list(prints) for command, prints in memory.dismissed.items()},
        "asked": list(memory.asked),
    }
    packed = zlib.compress(json.dumps(record, separators=(",", ":")).encode(), 9)
    return f"<!-- copydesk:summary {memory.head} {b64encode(packed).decode()} -->"


def remembered(body: str) -> Memory:
    """What a summary comment carries; as little as can be where somebody broke it."""
    found = _MARKER.match(body)
    if not found or found[1] != "summary":
        return Memory()
    try:
        inflated = zlib.decompressobj().decompress(b64decode(found[3] or "", validate=True), _LARGEST)
        record = json.loads(inflated)
        return Memory(
            found[2],
            {command: _texts(prints) for command, prints in record["dismissed"].items()},
            _texts(record["asked"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, zlib.error):
        return Memory(found[2])


def _texts(values: Any) -> tuple[str, ...]:
    return tuple(value for value in values if isinstance(value, str))
