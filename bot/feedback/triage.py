"""What to do with a report: where it waits, and why. Pure: all that was seen before comes in as numbers."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.feedback.reading import Reading
from bot.feedback.report import Queue, Report


@dataclass(frozen=True, slots=True)
class Seen:
    """What the store knows when a report comes in, the report itself not counted.

    ``same_text``: reports with the same comment within the window. ``by_sender``: reports of this sender within
    the hour. ``independent``: other senders' reports on the same article, section and kind, none of them suspected or
    rejected. ``issues_today``: issues made since midnight UTC. ``has_issue``: there is an open issue for the group.
    """

    same_text: int = 0
    by_sender: int = 0
    independent: int = 0
    issues_today: int = 0
    has_issue: bool = False


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Where to draw the lines.

    ``spam``: the score from which a report is suspected. ``sender_hour``: reports that one sender may send in an hour.
    ``corroboration``: independent reports, this one included, that make an unspecific one an issue. ``daily``: new
    issues a day; as many again are kept for reports of a risk.
    """

    spam: float = 0.5
    sender_hour: int = 5
    corroboration: int = 2
    daily: int = 20


@dataclass(frozen=True, slots=True)
class Decision:
    """Where a report waits and why, in a maintainer's words. ``broken``: the circuit breaker holds it back."""

    queue: Queue
    reasons: tuple[str, ...] = ()
    broken: bool = False


def decide(report: Report, reading: Reading, seen: Seen, at: Thresholds) -> Decision:
    """The first queue that a report belongs to: danger goes before privacy, and suspicion before use."""
    if reading.crisis:
        return Decision(Queue.CRISIS, (f"the words of somebody in danger ({reading.crisis})",))
    if reading.adverse:
        return Decision(Queue.PRIVATE, ("a suspected adverse drug event",))
    if suspicions := tuple(_suspicions(reading, seen, at)):
        return Decision(Queue.QUARANTINE, suspicions)
    if report.helpful and not report.comment.strip():
        return Decision(Queue.COUNTED)
    if doubts := (*reading.comment.doubts, *reading.passage.doubts):
        return Decision(Queue.PRIVATE, tuple(f"personal data may be left: {doubt}" for doubt in dict.fromkeys(doubts)))
    return _useful(reading, seen, at)


def _suspicions(reading: Reading, seen: Seen, at: Thresholds) -> Iterator[str]:
    if reading.spam >= at.spam:
        yield from reading.signs
    if seen.same_text:
        yield "the same words came before"
    if seen.by_sender >= at.sender_hour:
        yield "many reports from one sender"


def _useful(reading: Reading, seen: Seen, at: Thresholds) -> Decision:
    """An issue at once where there is a risk, a place or a second voice; but no more new ones a day than agreed."""
    risks = tuple(sorted(risk.value for risk in reading.risks))
    corroborated = seen.independent + 1 >= at.corroboration
    if not (risks or reading.specific or corroborated or seen.has_issue):
        return Decision(Queue.WAITING, ("a single report that names no place: a second one or a maintainer decides",))
    if not seen.has_issue and seen.issues_today >= at.daily * (2 if risks else 1):
        return Decision(Queue.WAITING, ("the day's limit of new issues is reached",), broken=True)
    if risks:
        return Decision(Queue.ISSUE, (f"a risk to readers: {', '.join(risks)}",))
    if seen.has_issue:
        return Decision(Queue.ISSUE, ("there is an issue for it already",))
    return Decision(
        Queue.ISSUE, ("it names a place or a reason",) if reading.specific else ("a second reader says so",)
    )
