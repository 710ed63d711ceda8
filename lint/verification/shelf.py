"""The shelf: the lock and the retraction list of a publication, read when the first question comes."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from lint.evidence import Conflict, Evidence, Json, Lock, NoLock, Warrant

if TYPE_CHECKING:
    from lint.verification.judging import Held

LOCK = "references.lock.json"
RETRACTIONS = "references.retractions.tsv"


class Shelf:
    """A ``lint.evidence.Lock`` in a folder."""

    def __init__(self, root: Path) -> None:
        self._root = root

    @cached_property
    def _lock(self) -> "Lock | Held":
        lock, listed = self._root / LOCK, self._root / RETRACTIONS
        if not lock.exists() and not listed.exists():
            return NoLock()
        from lint.verification import lock as locks
        from lint.verification import retractions
        from lint.verification.judging import Held

        return Held(locks.read(lock), retractions.read(listed), str(lock))

    @property
    def held(self) -> bool:
        return self._lock.held

    def evidence(self, reference: Json) -> Sequence[Evidence]:
        return self._lock.evidence(reference)

    def conflict(self, reference: Json) -> Conflict | None:
        return self._lock.conflict(reference)

    def found(self, reference: Json) -> Warrant | None:
        return self._lock.found(reference)

    def link(self, url: str) -> Evidence:
        return self._lock.link(url)
