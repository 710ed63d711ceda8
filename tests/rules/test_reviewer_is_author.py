"""reviewer-is-author."""

from lint.rules.reviewer_is_author import check
from tests.rules.asked import dated, messages, problems, signed, sources

AUTHORS = "authors:\n  - name: Jane Example\n    credentials: MD\n  - name: Ann Other"


def test_an_author_who_reviewed() -> None:
    text = dated(AUTHORS, signed("2026-01-05", "Example, Jane"))
    assert messages(check, text) == ["Example, Jane wrote the article and reviewed it, too."]
    assert sources(text, problems(check, text)) == ["Example, Jane"]


def test_an_author_who_checked_the_facts() -> None:
    text = dated(AUTHORS, "fact_checked_by:\n  - name: Dr. Ann Other\n    on: 2026-01-05")
    assert messages(check, text) == ["Dr. Ann Other wrote the article and fact-checked it, too."]


def test_two_people() -> None:
    assert not problems(check, dated(AUTHORS, signed("2026-01-05", "John Sample")))


def test_nobody_is_named() -> None:
    assert not problems(check, dated("authors:\n  - credentials: MD", "reviewed_by:\n  - role: medical"))
    assert not problems(check, "No front matter.\n")
