"""dates-out-of-order."""

from lint.rules.dates_out_of_order import Options, check
from tests.rules.asked import dated, messages, problems, signed, sources


def test_modified_before_published() -> None:
    text = dated("published: 2026-05-26", "last_modified: 2026-05-25")
    assert messages(check, text) == ["`last_modified` (2026-05-25) is before `published` (2026-05-26)."]
    assert sources(text, problems(check, text)) == ["2026-05-25"]


def test_reviewed_long_before_published() -> None:
    text = dated("published: 2026-05-26", signed("2025-05-26"))
    assert messages(check, text) == ["The review (2025-05-26) was long before the article was published (2026-05-26)."]
    assert not problems(check, text, Options(lead_days=365))


def test_a_review_of_the_finished_text_comes_before_it_is_published() -> None:
    assert not problems(check, dated("published: 2026-05-26", signed("2026-05-12")))
    assert problems(check, dated("published: 2026-05-26", signed("2026-05-12")), Options(lead_days=7))


def test_an_early_review_is_fine_when_a_later_one_followed() -> None:
    early_and_late = signed("2020-01-01") + "\n" + signed("2026-06-01").removeprefix("reviewed_by:\n")
    assert not problems(check, dated("published: 2026-05-26", early_and_late))


def test_fact_checked_long_before_published() -> None:
    checked = "fact_checked_by:\n  - name: Jane Example\n    on: 2024-01-01"
    (message,) = messages(check, dated("published: 2026-05-26", checked))
    assert message.startswith("The fact-check (2024-01-01)")


def test_the_next_review_comes_after_the_last() -> None:
    text = dated(signed("2026-05-26"), "next_review: 2026-05-01")
    assert messages(check, text) == ["`next_review` (2026-05-01) is not after the last review (2026-05-26)."]


def test_dates_that_are_missing_or_malformed_are_another_rule_s() -> None:
    assert not problems(check, dated("published: soon", "last_modified: 2020-01-01"))
    assert not problems(check, "No front matter.\n")
