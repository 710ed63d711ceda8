import pytest

from bot.feedback.passages import place
from lint.article import Article
from lint.article.parse import parse
from lint.article.settings import Settings

TEXT = """---
title: Coffee
---

Coffee is a drink that many people like.

## Sleep

Caffeine may *keep* you awake for six hours after the last cup.[^1] People differ in this.

Second words stand here.

## Heart

- Filtered coffee had a lower risk in one study.
"""


def article() -> Article:
    return parse("a.md", TEXT, Settings(), lambda _: None).article


@pytest.mark.parametrize(
    ("passage", "heading", "lines", "exact"),
    [
        ("Caffeine may keep you awake for six hours after the last cup", "Sleep", (9, 9), True),
        ("caffeine MAY keep you awake", "Sleep", (9, 9), True),
        ("Filtered coffee had a lower risk in one study.", "Heart", (15, 15), True),
        ("Coffee may keep you awake for seven or six hours after the last cup", "Sleep", (9, 9), False),
        ("Coffee is", "Coffee", (5, 5), True),
    ],
)
def test_a_passage_is_found_where_it_stands(passage: str, heading: str, lines: tuple[int, int], exact: bool) -> None:
    found = place(article(), passage)
    assert found is not None
    assert (found.first, found.last) == lines
    assert found.exact is exact
    if heading != "Coffee":
        assert found.heading == heading


@pytest.mark.parametrize("passage", ["", "  ", "Tea is better than water for the heart", "…", "drink people"])
def test_words_that_are_gone_have_no_place(passage: str) -> None:
    assert place(article(), passage) is None
