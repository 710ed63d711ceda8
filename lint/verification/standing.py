"""Standing: what came of each source, counted, and which of them need a person."""

from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from lint.evidence import Lock, Verdict
from lint.verification.collecting import Source

RETRACTED = ("retraction", "withdrawal", "removal")


class Standing(StrEnum):
    """What came of a source; the order is that of the table."""

    VERIFIED = "verified"
    MISMATCHED = "mismatched"
    UNKNOWN = "unknown"
    RETRACTED = "retracted"
    DEAD = "dead"
    UNCHECKED = "unchecked"
    REACHABLE = "reachable"
    """A web page that loads, or a work whose registry gives out no record: there is nothing to compare."""
    UNIDENTIFIED = "no identifier"


ALWAYS = tuple(Standing)[:6]
WRONG = frozenset({Standing.MISMATCHED, Standing.UNKNOWN, Standing.RETRACTED})
"""What `copydesk check` calls an error."""
TOLD = (*WRONG, Standing.DEAD)

_BY_VERDICT = (
    (Verdict.UNKNOWN, Standing.UNKNOWN),
    (Verdict.MISMATCH, Standing.MISMATCHED),
    (Verdict.DEAD, Standing.DEAD),
    (Verdict.VERIFIED, Standing.VERIFIED),
    (Verdict.NEAR, Standing.VERIFIED),
    (Verdict.EXISTS, Standing.REACHABLE),
    (Verdict.UNCHECKED, Standing.UNCHECKED),
    (Verdict.MISSING, Standing.UNCHECKED),
)


class Judged(NamedTuple):
    """A source and what came of it."""

    source: Source
    standing: Standing


def judged(sources: Iterable[Source], lock: Lock) -> Iterator[Judged]:
    """Each source, by the gravest of what is known of its identifiers."""
    return (Judged(source, _standing(source, lock)) for source in sources)


def counts(found: Iterable[Judged]) -> Counter[Standing]:
    """How many sources there are of each standing."""
    return Counter(one.standing for one in found)


def _standing(source: Source, lock: Lock) -> Standing:
    known = lock.evidence(source.reference)
    if not known:
        return Standing.UNIDENTIFIED
    if any(notice.kind in RETRACTED for one in known for notice in one.notices):
        return Standing.RETRACTED
    verdicts = {one.verdict for one in known}
    found = next(standing for verdict, standing in _BY_VERDICT if verdict in verdicts)
    if found is Standing.VERIFIED and lock.conflict(source.reference):
        return Standing.MISMATCHED
    return found
