"""The evidence as plain JSON values."""

from typing import Any

from lint.evidence import Evidence, Lock, Notice, Warrant
from lint.verification.collecting import Source
from lint.verification.showing.retracted import Retracted
from lint.verification.standing import judged

Json = dict[str, Any]


def source_record(source: Source, lock: Lock) -> Json:
    """An entry, and what is known of each of its identifiers."""
    reference = source.reference
    conflict = lock.conflict(reference)
    found = lock.found(reference)
    return {
        "key": source.key,
        "path": source.path,
        "line": source.line,
        "sections": list(source.sections),
        "standing": str(next(judged([source], lock)).standing),
        "text": reference["text"],
        "authors": reference["authors"],
        "title": reference["title"],
        "journal": reference["container"],
        "year": reference["year"],
        "identifiers": [_evidence(one) for one in lock.evidence(reference)],
        "conflict": [conflict.first.kind, conflict.second.kind] if conflict else None,
        "found": _warrant(found) if found else None,
    }


def retracted_record(one: Retracted) -> Json:
    """A retracted work, and every article and section that cites it."""
    return {
        "identifier": one.identifier,
        "record": one.record._asdict() if one.record else None,
        "notices": [notice._asdict() for notice in one.notices],
        "cited": [
            {"path": place.path, "line": place.line, "key": place.key, "sections": list(place.sections)}
            for place in one.cited
        ],
    }


def _evidence(one: Evidence) -> Json:
    return {
        "kind": one.kind,
        "value": one.value,
        "verdict": str(one.verdict),
        "registry": one.registry,
        "asked": one.asked.isoformat() if one.asked else None,
        "reason": one.reason,
        "record": one.record._asdict() if one.record else None,
        "differences": [difference._asdict() for difference in one.differences],
        "notices": [_notice(notice) for notice in one.notices],
        "likely": _warrant(one.likely) if one.likely else None,
        "redirect": one.redirect,
        "moved": one.moved,
        "archived": one.archived,
    }


def _notice(notice: Notice) -> Json:
    return notice._asdict()


def _warrant(one: Warrant) -> Json:
    return {"identifier": one.identifier, "registry": one.registry, "record": one.work._asdict()}
