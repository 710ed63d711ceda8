"""stale-article."""

from datetime import date, timedelta

import pytest

from lint.context import Freshness
from lint.rules.stale_article import check
from tests.rules.asked import TODAY, dated, messages, problems, sources


def modified(days: int, *lines: str) -> str:
    return dated(f"last_modified: {TODAY - timedelta(days=days)}", *lines)


def test_older_than_two_years() -> None:
    text = dated("last_modified: 2023-05-26")
    assert messages(check, text) == ["Last modified 3 years ago (2023-05-26); this article may be at most 2 years old."]
    assert sources(text, problems(check, text)) == ["2023-05-26"]


def test_the_limit_itself_is_kept() -> None:
    assert not problems(check, modified(730))
    assert problems(check, modified(731))


@pytest.mark.parametrize(
    ("topics", "stale"),
    [("[news]", True), ("[history]", False), ("[history, News]", True), ("[other]", False), ("news", True)],
)
def test_the_strictest_topic_counts(topics: str, stale: bool) -> None:
    limits = {"": Freshness(), "news": Freshness(modified=30), "history": Freshness(modified=3000)}
    assert bool(problems(check, modified(100, f"topics: {topics}"), freshness=limits)) is stale


def test_without_a_date_it_says_nothing() -> None:
    assert not problems(check, dated("title: x"))
    assert not problems(check, dated("last_modified: May 2019"))
    assert not problems(check, dated("last_modified: 2023-05-26"), today=date(2023, 6, 1))
