"""What a report says: danger, risk, personal data, spam; judged by its words alone."""

import re
from dataclasses import dataclass

from bot.feedback.reading import spam
from bot.feedback.reading.lexicon import Said, said
from bot.feedback.reading.redaction import Redaction, redact
from bot.feedback.report import Kind, Report, Risk

_CONCRETE = re.compile(r"\d|https?://|\b10\.\d{4,9}/|[\"“”«»„]")
_WORDS_OF_A_REMARK = 12


@dataclass(frozen=True, slots=True)
class Reading:
    """What the words of a report tell.

    ``crisis``: ``self-harm``, ``overdose``, ``emergency``, or empty. ``adverse``: a suspected adverse drug event, where
    nobody is in danger now.
    ``kind``: what is wrong, as the reader chose, or as the words say where the reader chose nothing or "other".
    ``spam``: from 0 to 1, with its signs. ``specific``: it names a passage, a figure or a source, or says a sentence.
    """

    crisis: str
    adverse: bool
    kind: Kind
    risks: frozenset[Risk]
    spam: float
    signs: tuple[str, ...]
    comment: Redaction
    passage: Redaction
    specific: bool


def read(report: Report) -> Reading:
    """Reads a report. Nothing of it is kept but what the result holds."""
    comment = said(report.comment)
    crisis = comment.labels("crisis")
    found = list(spam.signs(report, comment))
    return Reading(
        crisis=crisis[0] if crisis else "",
        adverse=not crisis and bool(comment.labels("adverse")),
        kind=_kind(report, comment),
        risks=frozenset(map(Risk, (*comment.labels("risk"), *said(report.passage).labels("risk")))),
        spam=spam.score(found),
        signs=tuple(name for name, _ in found),
        comment=redact(report.comment),
        passage=redact(report.passage),
        specific=_is_specific(report),
    )


def _kind(report: Report, comment: Said) -> Kind:
    """The reader's own choice counts; words decide where there is none, the most frequent kind first."""
    if report.kind not in (None, Kind.OTHER):
        return report.kind
    counts = {kind: comment.times("kinds", kind.value) for kind in Kind if kind is not Kind.OTHER}
    best = max(counts, key=lambda kind: counts[kind])
    return best if counts[best] else Kind.OTHER


def _is_specific(report: Report) -> bool:
    said = report.comment
    return bool(report.passage.strip() or _CONCRETE.search(said) or len(said.split()) >= _WORDS_OF_A_REMARK)
