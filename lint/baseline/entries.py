"""The baseline's file: one line of JSON an entry, sorted, so that git merges two branches' lines."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from lint.article.lazy import lazy
from lint.finding import CopydeskError
from lint.formatters.visible import readable_json

VERSION = 1
_HEAD = "copydesk_baseline"
_MARK = lazy(r"(<{7}|\|{7}|={7}|>{7})( |$)")


class Entry(NamedTuple):
    """An accepted finding. ``path``: POSIX, relative to the project's root. ``message``: what it said that day."""

    path: str
    rule: str
    fingerprint: str
    accepted: date
    reason: str
    message: str


def read(text: str, name: str, merging: bool = False) -> tuple[Entry, ...]:
    """The entries of a file, each fingerprint once (the one accepted first); ``name`` stands in messages.

    ``merging``: the marks of a merge that git could not finish are passed over, and the lines of both sides count.
    """
    found: dict[str, Entry] = {}
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        where = f"{name}:{number}"
        if _MARK().match(line):
            if not merging:
                raise CopydeskError(f"{where}: git left this merge unfinished; `copydesk baseline prune` finishes it")
            continue
        entry = _entry(line, where) if line.strip() else None
        if entry and (entry.fingerprint not in found or entry.accepted < found[entry.fingerprint].accepted):
            found[entry.fingerprint] = entry
    return tuple(sorted(found.values()))


def write(entries: Iterable[Entry]) -> str:
    """The text of a file: a line that names the form, then a line for each entry."""
    return "".join(f"{readable_json(line, indent=None)}\n" for line in _lines(entries))


def _lines(entries: Iterable[Entry]) -> Iterator[Mapping[str, Any]]:
    yield {_HEAD: VERSION}
    for entry in sorted(entries):
        yield entry._asdict() | {"accepted": entry.accepted.isoformat()}


def _entry(line: str, where: str) -> Entry | None:
    """The entry on a line; None on the line that names the form."""
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        raise _damaged(where, "this line is no JSON") from None
    if not isinstance(data, dict):
        raise _damaged(where, "this line is no JSON object")
    if _HEAD in data:
        if data[_HEAD] != VERSION:
            raise CopydeskError(f"{where}: another release of Copydesk wrote this baseline; use that one")
        return None
    for key in Entry._fields:
        if not isinstance(data.get(key), str):
            raise _damaged(where, f'"{key}" is missing or no text')
    try:
        return Entry(**{key: data[key] for key in Entry._fields} | {"accepted": date.fromisoformat(data["accepted"])})
    except ValueError:
        raise _damaged(where, f'"accepted" must be a date such as 2027-01-31, not "{data["accepted"]}"') from None


def _damaged(where: str, what: str) -> CopydeskError:
    return CopydeskError(f"{where}: {what}; mend the line or remove it")
