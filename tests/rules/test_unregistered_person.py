"""unregistered-person."""

from datetime import date

from lint.context import Person
from lint.rules.unregistered_person import check
from tests.rules.asked import dated, messages, problems, signed, sources

JANE = Person("Jane Example", "MD", ("medical", "author"), topics=("spine",), expires=date(2026, 6, 30))
JOHN = Person("John Sample", "", ("fact-checker",))
PEOPLE = {person.name.casefold(): person for person in (JANE, JOHN)}


def said(*lines: str) -> list[str]:
    return messages(check, dated(*lines), people=PEOPLE)


def checked(name: str) -> str:
    return f"fact_checked_by:\n  - name: {name}\n    on: 2026-01-05"


def test_who_is_registered() -> None:
    assert not said(signed("2026-01-05", "Dr. Jane Example"), checked("John Sample"), "topics: [Spine, sleep]")


def test_who_is_not() -> None:
    text = dated(signed("2026-01-05", "Jan Example"))
    assert messages(check, text, people=PEOPLE) == ["Jan Example is not in the people file. Did you mean Jane Example?"]
    assert sources(text, problems(check, text, people=PEOPLE)) == ["Jan Example"]
    assert said(checked("Somebody Else")) == ["Somebody Else is not in the people file."]


def test_a_role_that_was_not_given() -> None:
    assert said(checked("Jane Example"), signed("2026-01-05", "John Sample")) == [
        "John Sample is not registered for the role “medical” (roles in the people file: fact-checker).",
        "Jane Example is not registered for the role “fact-checker” (roles in the people file: medical, author).",
    ]


def test_a_review_without_a_role_is_another_rule_s() -> None:
    assert not said("reviewed_by:\n  - name: John Sample\n    on: 2026-01-05")


def test_a_registration_that_had_ended() -> None:
    assert said(signed("2026-07-01")) == ["Jane Example was registered until 2026-06-30, and signed off on 2026-07-01."]
    assert not said(signed("2026-06-30"))


def test_without_a_date_today_counts() -> None:
    (message,) = said("reviewed_by:\n  - name: Jane Example\n    role: medical")
    assert message.endswith("and signed off on 2026-11-22.")


def test_other_topics() -> None:
    assert said(signed("2026-01-05"), "topics: [heart]") == ["Jane Example is registered for other topics (spine)."]


def test_without_a_people_file_nobody_is_asked_for() -> None:
    assert not messages(check, dated(signed("2026-01-05", "Somebody Else")))


def test_an_empty_people_file_registers_nobody() -> None:
    assert messages(check, dated(signed("2026-01-05")), people={}) == ["Jane Example is not in the people file."]


def test_nobody_is_named() -> None:
    assert not said("reviewed_by:\n  - role: medical")
