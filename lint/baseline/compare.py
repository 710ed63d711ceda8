"""Findings against the baseline's entries: which are accepted, which are new, which entries accept nothing. Pure."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from lint.baseline.entries import Entry
from lint.finding import Finding


class Comparison(NamedTuple):
    """``accepted``: the entries in use, by fingerprint. ``others``: entries of which this run cannot tell."""

    accepted: Mapping[str, Entry]
    new: tuple[Finding, ...]
    gone: tuple[Entry, ...]
    others: tuple[Entry, ...]


def compare(findings: Iterable[Finding], entries: Sequence[Entry], is_gone: Callable[[Entry], bool]) -> Comparison:
    """``is_gone``: whether an entry without a finding accepts nothing any more, rather than that nobody looked."""
    known = {entry.fingerprint: entry for entry in entries}
    active = [finding for finding in findings if finding.suppressed_by is None]
    accepted = {one.fingerprint: known[one.fingerprint] for one in active if one.fingerprint in known}
    new = tuple(one for one in active if one.fingerprint not in accepted)
    gone: list[Entry] = []
    others: list[Entry] = []
    for entry in entries:
        if entry.fingerprint not in accepted:
            (gone if is_gone(entry) else others).append(entry)
    return Comparison(accepted, new, tuple(gone), tuple(others))
