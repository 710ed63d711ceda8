"""The lock as the rules see it: each identifier of an entry with the verdict on it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from lint.evidence import Conflict, Difference, Evidence, Notice, Verdict, Warrant
from lint.finding import CopydeskError
from lint.verification.judging.entry import identifiers, words
from lint.verification.judging.lines import warrant, work
from lint.verification.lock import Lock
from lint.verification.lock.codec import MalformedError
from lint.verification.record import Answer, Identifier, Record, State
from lint.verification.retractions import Retractions

Json = Mapping[str, Any]
T = TypeVar("T")

FITTING = (Verdict.VERIFIED, Verdict.NEAR)
WRONG = (Verdict.MISMATCH, Verdict.UNKNOWN)
_REMEMBERED = 1000
_STATES = {State.UNKNOWN: Verdict.UNKNOWN, State.DEAD: Verdict.DEAD, State.UNCHECKED: Verdict.UNCHECKED}
_WORKS = ("doi", "pmid", "pmcid")
"""The kinds that name one and the same thing, a published work: an arXiv number names a manuscript of it."""


class Held:
    """A ``lint.evidence.Lock``; ``where``: the file's name, for what is wrong with it."""

    def __init__(self, lock: Lock | None, retractions: Retractions | None = None, where: str = "") -> None:
        self.held = lock is not None
        self._lock = lock or Lock()
        self._retractions = retractions
        self._where = where
        self._judged: dict[str, tuple[Evidence, ...]] = {}

    def evidence(self, reference: Json) -> Sequence[Evidence]:
        key = repr(reference)
        if key not in self._judged:
            if len(self._judged) >= _REMEMBERED:
                self._judged.clear()
            self._judged[key] = tuple(self._evidence(reference))
        return self._judged[key]

    def conflict(self, reference: Json) -> Conflict | None:
        known = [one for one in identifiers(reference) if one.kind in _WORKS]
        records = [(one, answer.record) for one in known if (answer := self._answer(one)) and answer.record]
        for at, (first, record) in enumerate(records):
            for second, other in records[at + 1 :]:
                if _names_two(first, record, second, other):
                    return self._conflict(reference, first, second)
        return None

    def found(self, reference: Json) -> Warrant | None:
        searched = self._read(lambda: self._lock.search(words(reference)))
        return warrant(searched.record) if searched and searched.record else None

    def link(self, url: str) -> Evidence:
        identifier = Identifier("url", url)
        answer = self._answer(identifier)
        return _evidence(identifier, answer) if answer else Evidence("url", url, Verdict.MISSING)

    def _conflict(self, reference: Json, first: Identifier, second: Identifier) -> Conflict:
        by_kind = {one.kind: one for one in self.evidence(reference)}
        pair = by_kind[first.kind], by_kind[second.kind]
        fitting = [one.kind for one in pair if one.verdict in FITTING]
        return Conflict(*pair, fits=fitting[0] if len(fitting) == 1 else "")

    def _evidence(self, reference: Json) -> Iterator[Evidence]:
        judged = [self._judge(reference, one) for one in identifiers(reference)]
        likely: Warrant | None = None
        if any(one.verdict in WRONG for one, _ in judged):
            vouched = next((record for one, record in judged if one.verdict in FITTING and record), None)
            likely = warrant(vouched) if vouched else self.found(reference)
        for one, _ in judged:
            meant = likely and Identifier(one.kind, one.value).same != _identifier(likely).same  # type: ignore[arg-type]
            yield replace(one, likely=likely) if one.verdict in WRONG and meant else one

    def _judge(self, reference: Json, identifier: Identifier) -> tuple[Evidence, Record | None]:
        answer = self._answer(identifier)
        if answer is None:
            found = Evidence(*identifier, Verdict.MISSING)
        elif answer.record is None:
            found = _evidence(identifier, answer)
        else:
            found = _compared(reference, identifier, answer, answer.record)
        return replace(found, notices=(*found.notices, *self._listed(identifier, found.notices))), (
            answer.record if answer else None
        )

    def _listed(self, identifier: Identifier, known: Sequence[Notice]) -> Iterator[Notice]:
        """What the retraction list says beyond what the registry says."""
        kinds = {one.kind for one in known}
        for notice in self._retractions.of(identifier) if self._retractions else ():
            if notice.kind not in kinds:
                yield notice

    def _answer(self, identifier: Identifier) -> Answer | None:
        return self._read(lambda: self._lock.answer(identifier))

    def _read(self, look: Callable[[], T]) -> T:
        try:
            return look()
        except MalformedError as error:
            raise CopydeskError(f"{self._where}: {error}; take the file from git again") from None


def _names_two(first: Identifier, record: Record, second: Identifier, other: Record) -> bool:
    """Whether two records are of two works: neither names the other's identifier, and they do not read alike."""
    from lint.verification.matching import VerdictState, conflict

    if second.same in {one.same for one in record.identifiers} or first.same in {one.same for one in other.identifiers}:
        return False
    return conflict(record, other).state is VerdictState.MISMATCH


def _compared(reference: Json, identifier: Identifier, answer: Answer, record: Record) -> Evidence:
    from lint.verification.matching import compare

    said = compare(reference, record)
    verdict = Verdict(str(said.state)) if said.compared or said.differences else Verdict.EXISTS
    differences = tuple(Difference(*one) for one in said.differences)
    return replace(_evidence(identifier, answer), verdict=verdict, differences=differences)


def _evidence(identifier: Identifier, answer: Answer) -> Evidence:
    record = answer.record
    return Evidence(
        *identifier,
        verdict=_STATES.get(answer.state, Verdict.EXISTS),
        registry=answer.registry,
        asked=answer.asked,
        reason=answer.reason,
        record=work(record) if record else None,
        notices=tuple(Notice(str(one.kind), one.doi, one.date, one.source) for one in record.standing)
        if record
        else (),
        redirect=answer.redirect,
        moved=answer.moved,
        archived=answer.archived,
    )


def _identifier(one: Warrant) -> Identifier:
    return Identifier(one.kind, one.value)  # type: ignore[arg-type]
