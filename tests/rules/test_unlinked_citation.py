"""`unlinked-citation`: markers that a reader cannot click."""

from lint.rules.unlinked_citation import Options, check
from tests.rules.problems import listing, places, said, works

LINKED = "Stretching helps. ([1](https://doi.org/10.1234/e.1))\n"


def test_each_bare_marker_is_told() -> None:
    text = "Stretching helps. (1) Walking helps. [2] Rest does not.<sup>1</sup>\n" + works(2)
    assert places(check, text) == ["(1)", "[2]", "<sup>1</sup>"]


def test_a_linked_marker_is_right() -> None:
    assert said(check, LINKED + works(1)) == []


def test_a_site_may_link_markers_itself() -> None:
    assert said(check, "Stretching helps. (1)\n" + works(1), Options(site_links_markers=True)) == []


def test_the_fix_links_each_number_to_its_source_and_leaves_nothing_to_say() -> None:
    text = "Stretching helps. (1, 2)\n" + works(2)
    (problem,) = said(check, text)
    assert problem.fixed is not None
    assert "([1](https://doi.org/10.1234/e.1), [2](https://doi.org/10.1234/e.2))" in problem.fixed
    assert said(check, problem.fixed) == []


def test_a_marker_whose_source_has_no_address_gets_no_fix() -> None:
    text = "Stretching helps. (1)\n" + listing("Example A. A title. *Journal*. 2020;1:1-2.")
    assert [problem.fixed for problem in said(check, text)] == [None]
