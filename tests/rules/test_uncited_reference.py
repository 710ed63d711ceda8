"""`uncited-reference`: entries that nothing cites."""

from lint.rules.uncited_reference import check
from tests.rules.problems import said, works


def test_an_uncited_entry_is_told() -> None:
    found = said(check, "Stretching helps. (1) Walking helps. (3)\n" + works(3))
    assert [problem.message for problem in found] == ["Reference 2 is not cited anywhere in the text."]


def test_ranges_and_lists_of_numbers_cite_all_of_theirs() -> None:
    assert said(check, "Stretching helps. (1–3) Walking helps. (4, 5)\n" + works(5)) == []


def test_an_article_that_cites_nothing_is_one_defect_told_elsewhere() -> None:
    assert said(check, "Stretching helps.\n" + works(3)) == []


def test_a_reading_list_beside_links_in_the_text_is_no_list_of_references() -> None:
    assert said(check, "Stretching helps, as [a study](https://doi.org/10.1234/x) says.\n" + works(2)) == []
