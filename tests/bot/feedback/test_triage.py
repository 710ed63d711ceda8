from datetime import UTC, datetime

import pytest

from bot.feedback.reading import read
from bot.feedback.report import Kind, Queue, Report
from bot.feedback.triage import Decision, Seen, Thresholds, decide

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def decided(comment: str = "", seen: Seen | None = None, **fields: object) -> Decision:
    said: dict[str, object] = {
        "article": "a.md",
        "helpful": False,
        "received": NOW,
        "kind": Kind.INACCURATE,
        "elapsed": 20.0,
    }
    report = Report(comment=comment, **{**said, **fields})  # type: ignore[arg-type]
    return decide(report, read(report), seen or Seen(), Thresholds())


@pytest.mark.parametrize(
    ("comment", "queue"),
    [
        ("I want to die", Queue.CRISIS),
        ("My son swallowed the whole bottle", Queue.CRISIS),
        ("After taking ibuprofen I broke out in a rash", Queue.PRIVATE),
        ("It is in my hospital number", Queue.PRIVATE),
        ("Buy cheap viagra, click here https://pills.shop", Queue.QUARANTINE),
        ("hm", Queue.WAITING),
        ("The figure of 12 % is from another study", Queue.ISSUE),
        ("The dose is wrong", Queue.ISSUE),
    ],
)
def test_a_report_waits_where_its_words_belong(comment: str, queue: Queue) -> None:
    assert decided(comment).queue is queue


def test_danger_counts_more_than_suspicion() -> None:
    assert decided("I want to kill myself", website="https://spam.example", elapsed=0.1).queue is Queue.CRISIS


def test_a_yes_is_counted() -> None:
    assert decided(helpful=True, kind=None) == Decision(Queue.COUNTED)


def test_a_yes_with_words_is_read() -> None:
    assert decided("Thanks, but the dose is wrong", helpful=True, kind=None).queue is Queue.ISSUE


@pytest.mark.parametrize(
    ("seen", "why"),
    [(Seen(same_text=1), "the same words came before"), (Seen(by_sender=5), "many reports from one sender")],
)
def test_repetition_is_suspected_and_kept(seen: Seen, why: str) -> None:
    assert decided("The figure of 12 % is wrong", seen) == Decision(Queue.QUARANTINE, (why,))


def test_a_hidden_field_is_filled_by_machines_only() -> None:
    assert decided("The figure of 12 % is wrong", website="x").queue is Queue.QUARANTINE


def test_an_unspecific_report_waits_for_a_second_reader() -> None:
    assert decided("bad").queue is Queue.WAITING
    assert decided("bad", Seen(independent=1)).queue is Queue.ISSUE
    assert decided("bad", Seen(has_issue=True)).queue is Queue.ISSUE


def test_a_marked_passage_is_specific() -> None:
    assert decided("", passage="Coffee cures everything").queue is Queue.ISSUE


def test_the_circuit_breaker_holds_new_issues_back_and_says_so() -> None:
    held = decided("The figure of 12 % is wrong", Seen(issues_today=20))
    assert (held.queue, held.broken) == (Queue.WAITING, True)
    assert decided("The figure of 12 % is wrong", Seen(issues_today=20, has_issue=True)).queue is Queue.ISSUE


def test_a_risk_has_room_beyond_the_limit_but_not_without_end() -> None:
    assert decided("The dose of 12 mg is wrong", Seen(issues_today=39)).queue is Queue.ISSUE
    assert decided("The dose of 12 mg is wrong", Seen(issues_today=40)).broken
