"""`dangling-citation`: markers without an entry."""

from lint.rules.dangling_citation import check
from tests.rules.problems import places, said, works


def test_each_marker_without_an_entry_is_told_at_its_place() -> None:
    text = "Stretching helps. (1) Walking helps. (3) Rest does not. (2, 4)\n" + works(2)
    assert places(check, text) == ["(3)", "(2, 4)"]


def test_a_marker_is_told_once_with_all_that_it_misses() -> None:
    text = "Stretching helps. (1, 3, 4) Walking helps. (2–9)\n" + works(2)
    assert [one.message for one in said(check, text)] == [
        "(3), (4) are cited, but the references hold no such entries.",
        "(3), (4), (5), (6), (7) and 2 more are cited, but the references hold no such entries.",
    ]


def test_an_article_without_references_is_another_rules_matter() -> None:
    assert places(check, "Stretching helps. (1)\n") == []


def test_a_number_that_leads_to_its_source_needs_no_entry() -> None:
    text = "Rest helps ([1](https://doi.org/10.1234/1)). Heat does, as a [trial](https://doi.org/10.1234/2) found.\n"
    assert places(check, text) == []
