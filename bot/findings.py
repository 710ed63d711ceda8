"""Findings as a report tells them, and what became of them between two reports. Pure."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from lint.finding import Severity
from lint.text import Text

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    """A finding of a report (`schemas/report.schema.json`). Lines and columns count from 1."""

    rule: str
    severity: Severity
    message: str
    help: str
    path: str
    pointer: str
    start: tuple[int, int]
    end: tuple[int, int]
    fingerprint: str
    has_fix: bool = False
    suppressed: str | None = None
    """The reason that the article gives; None where it is not suppressed."""


class Changed(NamedTuple):
    """A finding with another weight or message than at the merge base."""

    before: Found
    after: Found


@dataclass(frozen=True, slots=True)
class Comparison:
    """The findings of the head: ``new``, ``changed`` and ``standing`` as at the merge base; and ``fixed``, which are
    there no longer. Suppressed ones are in none of these."""

    new: tuple[Found, ...] = ()
    changed: tuple[Changed, ...] = ()
    fixed: tuple[Found, ...] = ()
    standing: tuple[Found, ...] = ()


def found(report: Json, folder: str = "") -> tuple[Found, ...]:
    """The findings of a report; its paths are relative to ``folder``, ours to the repository's root."""
    prefix = "" if folder in ("", ".") else f"{folder}/"
    return tuple(_found(record, prefix) for record in report["findings"])


def _found(record: Json, prefix: str) -> Found:
    start, end = ((place["line"], place["column"]) for place in (record["start"], record["end"]))
    return Found(
        rule=record["rule"],
        severity=Severity[record["severity"].upper()],
        message=record["message"],
        help=record["help"],
        path=prefix + record["path"],
        pointer=record["pointer"],
        start=start,
        end=max(start, end),
        fingerprint=record["fingerprint"],
        has_fix=bool(record["fix"] and record["fix"]["edits"]),
        suppressed=None if record["suppressed"] is None else record["suppressed"]["reason"],
    )


def compare(
    before: Iterable[Found],
    after: Iterable[Found],
    renames: Mapping[str, str],
    texts: tuple[Mapping[str, str], Mapping[str, str]],
) -> Comparison:
    """What is new, changed, fixed and standing, by fingerprint.

    ``renames``: old path -> new path. A path is part of a fingerprint, so in a renamed article findings are paired by
    rule and words instead; ``texts`` are those of renamed articles, by old and by new path.
    """
    old = [one for one in before if one.suppressed is None]
    active = [one for one in after if one.suppressed is None]
    known = _known(old, active, renames, texts)
    new = tuple(one for one in active if one.fingerprint not in known)
    pairs = [(one, known[one.fingerprint]) for one in active if one.fingerprint in known]
    changed = tuple(Changed(then, now) for now, then in pairs if _said(now) != _said(then))
    standing = tuple(now for now, then in pairs if _said(now) == _said(then))
    kept = {then.fingerprint for _, then in pairs}
    return Comparison(new, changed, tuple(one for one in old if one.fingerprint not in kept), standing)


def _said(one: Found) -> tuple[Severity, str]:
    return one.severity, one.message


def _known(
    before: Sequence[Found],
    after: Sequence[Found],
    renames: Mapping[str, str],
    texts: tuple[Mapping[str, str], Mapping[str, str]],
) -> dict[str, Found]:
    """By the fingerprint of a finding of the head: what it was before."""
    same = {one.fingerprint: one for one in before}
    known = {one.fingerprint: same[one.fingerprint] for one in after if one.fingerprint in same}
    moved = {}
    for then, key in _keyed((one for one in before if one.path in renames), texts[0], renames):
        moved[key] = then
    for now, key in _keyed((one for one in after if one.path in set(renames.values())), texts[1], {}):
        if key in moved:
            known.setdefault(now.fingerprint, moved[key])
    return known


def _keyed(
    findings: Iterable[Found], texts: Mapping[str, str], renames: Mapping[str, str]
) -> Iterator[tuple[Found, tuple[str, str, str, int]]]:
    """Each finding with what stays the same of it under another path; the number tells like ones apart."""
    seen: Counter[tuple[str, str, str]] = Counter()
    read: dict[str, Text] = {}
    for one in findings:
        text = read.setdefault(one.path, Text(texts.get(one.path, "")))
        whole = one.pointer in ("", "/front_matter") or one.pointer.count("/") == 2
        key = one.rule, renames.get(one.path, one.path), "" if whole else words(text, one)
        seen[key] += 1
        yield one, (*key, seen[key])


def words(text: Text, one: Found) -> str:
    """The words that a finding is about."""
    source = text.source[text.offset(*one.start) : text.offset(*one.end)]
    return re.sub(r"\W+", " ", source).strip().casefold()
