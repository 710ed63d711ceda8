"""The evidence side by side: an entry as it is written, and as the registry has it."""

from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import Any

from lint.evidence import Evidence, Lock, Notice, Verdict, Warrant
from lint.formatters import Paint
from lint.formatters.visible import head, visible, width, wrapped
from lint.verification.collecting import Source

NAMES = {"doi": "DOI", "pmid": "PMID", "pmcid": "PMCID", "arxiv": "arXiv", "isbn": "ISBN", "url": "web"}
_FIELDS = {"title": "title", "author": "authors", "year": "year", "journal": "journal"}
_LABEL = 10
_STYLES = {
    Verdict.VERIFIED: "bold",
    Verdict.NEAR: "suggestion",
    Verdict.MISMATCH: "error",
    Verdict.UNKNOWN: "error",
    Verdict.DEAD: "warning",
}
_SAID = {
    Verdict.VERIFIED: "the entry is what it says",
    Verdict.NEAR: "the same work, with small differences",
    Verdict.MISMATCH: "not what the entry says",
    Verdict.EXISTS: "it is there; there is no record to compare",
    Verdict.UNKNOWN: "it does not exist",
    Verdict.DEAD: "the page is gone",
    Verdict.UNCHECKED: "nobody could say",
    Verdict.MISSING: "nobody was asked yet (`copydesk verify`)",
}


def lines(source: Source, lock: Lock, room: int, paint: Paint) -> Iterator[str]:
    """All that is known of an entry, in lines of at most ``room`` columns."""
    yield paint(head(f"{source.path}:{source.line} reference {source.key}", room), "bold")
    known = lock.evidence(source.reference)
    if not any(one.record for one in known):
        yield from wrapped(source.reference["text"], room, "  ", "  ")
    for one in known:
        yield from _evidence(source.reference, one, room, paint)
    if not known:
        found = lock.found(source.reference)
        yield from _meant(found, room, "found by its words") if found else ("  It has no identifier.",)
    if conflict := lock.conflict(source.reference):
        pair = f"{NAMES[conflict.first.kind]} and {NAMES[conflict.second.kind]}"
        yield paint(f"  The {pair} name two works.", "error")
    if source.sections:
        yield from wrapped(f"cited under: {'; '.join(source.sections)}", room, "  ", "    ")


def _evidence(entry: Mapping[str, Any], one: Evidence, room: int, paint: Paint) -> Iterator[str]:
    yield from wrapped(f"{NAMES[one.kind]} {one.value}", room, "  ", "    ")
    asked = f", {one.registry or 'nobody'}, {one.asked.isoformat()}" if one.asked else ""
    reason = f": {one.reason}" if one.reason else ""
    verdict = f"{one.verdict}: {_SAID[one.verdict]}{reason}{asked}"
    for number, text in enumerate(wrapped(verdict, room, "  ", "    ")):
        yield text.replace(str(one.verdict), paint(str(one.verdict), _STYLES.get(one.verdict, "dim")), number == 0)
    if one.record:
        yield from _sides(entry, one, room, paint)
    for notice in one.notices:
        yield from wrapped(_notice(notice), room, "  ", "    ")
    if one.redirect:
        yield from wrapped(f"{'moved for good' if one.moved else 'leads'} to {one.redirect}", room, "  ", "    ")
    if one.archived:
        yield from wrapped(f"archived at {one.archived}", room, "  ", "    ")
    if one.likely:
        yield from _meant(one.likely, room, "probably meant")


def _sides(entry: Mapping[str, Any], one: Evidence, room: int, paint: Paint) -> Iterator[str]:
    """Both sides of each field in two columns; a field that differs is marked, with how it does."""
    column = max((room - _LABEL - 5) // 2, 20)
    record, differences = one.record, {difference.field: difference for difference in one.differences}
    assert record is not None
    written = (entry["title"], ", ".join(entry["authors"]), entry["year"], entry["container"])
    registered = (record.title, record.authors, record.year, record.journal)
    yield paint(f"    {'':<{_LABEL}}{'as written':<{column}} as {visible(one.registry)} has it", "dim")
    for field, here, there in zip(_FIELDS, written, registered, strict=True):
        differs = differences.get(field)
        mark = ("!" if differs.grave else "~") if differs else " "
        left, right = (list(wrapped(str(text or "–"), column - 1)) for text in (here, there))
        for number, (one_line, other) in enumerate(zip_longest(left, right, fillvalue="")):
            label = f"{mark} {_FIELDS[field]}" if number == 0 else ""
            padded = one_line + " " * max(column - width(one_line), 0)
            text = f"    {label:<{_LABEL}}{padded} {other}".rstrip()
            yield paint(text, "error" if mark == "!" else "suggestion") if differs else text
        if differs and differs.how:
            yield from wrapped(f"the {_FIELDS[field]} {differs.how}", room, " " * (_LABEL + 4), " " * (_LABEL + 4))


def _notice(notice: Notice) -> str:
    parts = (notice.date, notice.source, notice.doi)
    return f"notice: {notice.kind}{''.join(f', {part}' for part in parts if part)}"


def _meant(likely: Warrant, room: int, how: str) -> Iterator[str]:
    text = f"{how}: {NAMES[likely.kind]} {likely.value} ({likely.registry}: {likely.work.line})"
    return wrapped(text, room, "  ", "    ")
