"""future-date."""

from lint.rules.future_date import check
from tests.rules.asked import dated, messages, problems, signed, sources


def test_each_date_of_something_done_is_looked_at() -> None:
    text = dated(
        "published: 2026-11-23",
        "last_modified: 2062-03-05",
        signed("2027-01-01"),
        "fact_checked_by:",
        "  - name: John Sample",
        "    on: 2026-12-01",
    )
    assert messages(check, text) == [
        "`published` is dated 2026-11-23, which is in the future. Write the day it happened.",
        "`last_modified` is dated 2062-03-05, which is in the future. Write the day it happened.",
        "The review by Jane Example is dated 2027-01-01, which is in the future. Write the day it happened.",
        "The fact-check by John Sample is dated 2026-12-01, which is in the future. Write the day it happened.",
    ]
    assert sources(text, problems(check, text)) == ["2026-11-23", "2062-03-05", "2027-01-01", "2026-12-01"]


def test_today_is_not_the_future() -> None:
    assert not problems(check, dated("published: 2026-11-22", signed("2026-11-22")))


def test_a_planned_review_lies_in_the_future() -> None:
    assert not problems(check, dated("next_review: 2028-01-01"))


def test_dates_that_are_missing_or_malformed_are_another_rule_s() -> None:
    assert not problems(check, dated("title: x", "published: May 26, 2030", "last_modified: 2030-13-01"))
    assert not problems(check, "No front matter.\n")
    assert not problems(check, dated("title: x", "reviewed_by:", "  - Jane Example"))
