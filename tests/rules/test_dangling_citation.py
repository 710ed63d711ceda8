"""`dangling-citation`: markers without an entry."""

from lint.rules.dangling_citation import check
from tests.rules.problems import places, works


def test_each_marker_without_an_entry_is_told_at_its_place() -> None:
    text = "Stretching helps. (1) Walking helps. (3) Rest does not. (2, 4)\n" + works(2)
    assert places(check, text) == ["(3)", "(2, 4)"]


def test_an_article_without_references_is_another_rules_matter() -> None:
    assert places(check, "Stretching helps. (1)\n") == []
