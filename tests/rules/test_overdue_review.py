"""overdue-review."""

from datetime import timedelta

import pytest

from lint.context import Freshness
from lint.finding import Severity
from lint.rules.overdue_review import Options, check
from tests.rules.asked import TODAY, dated, messages, problems, signed, sources


def reviewed(days: int, *lines: str) -> str:
    return dated(signed(str(TODAY - timedelta(days=days))), *lines)


def test_older_than_the_interval() -> None:
    text = dated(signed("2023-05-26"))
    assert messages(check, text) == ["Last reviewed on 2023-05-26, to be repeated within 3 years: overdue by 6 months."]
    assert sources(text, problems(check, text)) == ["2023-05-26"]
    assert problems(check, text)[0].severity is None


def test_a_planned_review_that_is_past() -> None:
    text = dated(signed("2026-05-26"), "next_review: 2026-11-20")
    assert messages(check, text) == ["The next review was planned for 2026-11-20: overdue by 2 days."]
    assert sources(text, problems(check, text)) == ["2026-11-20"]


def test_a_review_that_is_due_soon_is_a_warning() -> None:
    (problem,) = problems(check, reviewed(1095 - 90))
    assert problem.severity == Severity.WARNING
    assert problem.message.endswith("within 3 years: due on 2027-02-20.")
    assert messages(check, reviewed(1095))[0].endswith("within 3 years: due today.")
    assert not problems(check, reviewed(1095 - 91))
    assert problems(check, reviewed(1095 - 91), Options(warn_days=120))


@pytest.mark.parametrize("topic", ["drugs", "medication", "Medicines"])
def test_articles_about_medicines_have_a_year(topic: str) -> None:
    assert "within 1 year: overdue by 35 days" in messages(check, reviewed(400, f"topics: [spine, {topic}]"))[0]
    assert not problems(check, reviewed(400, "topics: [spine]"))


def test_a_publication_s_own_interval() -> None:
    limits = {"": Freshness(), "drugs": Freshness(reviewed=600)}
    assert not problems(check, reviewed(400, "topics: [drugs]"), freshness=limits)


def test_the_newest_review_counts() -> None:
    two = signed("2020-01-01") + "\n" + signed("2026-01-01").removeprefix("reviewed_by:\n")
    assert not problems(check, dated(two))


def test_a_plan_that_the_last_review_has_met_is_no_debt() -> None:
    assert not problems(check, dated(signed("2026-05-26"), "next_review: 2026-05-01"))


def test_without_a_review_it_says_nothing() -> None:
    assert not problems(check, dated("title: x"))
    assert not problems(check, "No front matter.\n")
