"""Comparing: whether an entry and a record describe one work."""

from collections.abc import Mapping

from lint.verification.matching import fields
from lint.verification.matching.fields import OTHER_WORDS, Entry
from lint.verification.matching.titles import Grade
from lint.verification.matching.verdict import Difference, FieldName, Verdict, VerdictState
from lint.verification.record import Record

_ORDERED: tuple[FieldName, ...] = ("title", "author", "year", "journal")


def compare(entry: Entry, record: Record) -> Verdict:
    """Whether a reference of the document (``document["references"][n]``) and a record describe one work."""
    found: dict[FieldName, Difference | None] = {}
    alike = Grade("same", 0.0)
    if entry.get("title") and record.title:
        alike, found["title"] = fields.title(entry, record)
    comparable, difference = fields.authors(entry, record)
    if comparable:
        found["author"] = difference
    if entry.get("year") and record.years.all:
        found["year"] = fields.year(entry, record)
    if entry.get("container") and record.container:
        found["journal"] = fields.journal(entry, record)
    if alike.how in OTHER_WORDS and not all(name in found and not found[name] for name in ("author", "year")):
        found["title"] = fields.other_title(entry, record)
    return _verdict(found, alike)


def _verdict(found: Mapping[FieldName, Difference | None], title: Grade) -> Verdict:
    differences = tuple(one for one in found.values() if one)
    state = VerdictState.NEAR if differences else VerdictState.VERIFIED
    if any(one.grave for one in differences):
        state = VerdictState.MISMATCH
    share = [name in found and not found[name] for name in ("author", "year", "journal")]
    score = 0.6 * title.likeness + 0.2 * share[0] + 0.1 * share[1] + 0.1 * share[2]
    return Verdict(state, differences, tuple(name for name in _ORDERED if name in found), round(score, 3))
