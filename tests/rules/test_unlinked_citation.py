"""`unlinked-citation`: markers that a reader cannot click."""

import pytest

from lint.rules.unlinked_citation import Options, check
from tests.rules.problems import entry, listing, places, said, works

LINKED = "Stretching helps. ([1](https://doi.org/10.1234/e.1))\n"


def test_each_bare_marker_is_told() -> None:
    text = "Stretching helps. (1) Walking helps. [2] Rest does not.<sup>1</sup>\n" + works(2)
    assert places(check, text) == ["(1)", "[2]", "<sup>1</sup>"]


def test_a_linked_marker_is_right() -> None:
    assert said(check, LINKED + works(1)) == []


def test_a_site_may_link_markers_itself() -> None:
    assert said(check, "Stretching helps. (1)\n" + works(1), Options(site_links_markers=True)) == []


@pytest.mark.parametrize(
    ("marker", "linked"),
    [
        ("(1, 2)", "([1](#ref-1), [2](#ref-2))"),
        ("[2]", "[[2](#ref-2)]"),
        ("(1–3)", "([1](#ref-1)–[3](#ref-3))"),
        ("<sup>1,3</sup>", "<sup>[1](#ref-1),[3](#ref-3)</sup>"),
        ("¹˒³", "[¹](#ref-1)˒[³](#ref-3)"),
        ("(see 2)", "(see [2](#ref-2))"),
    ],
)
def test_the_fix_links_each_number_to_its_entry_and_leaves_nothing_to_say(marker: str, linked: str) -> None:
    (problem,) = said(check, f"Stretching helps.{marker}\n" + works(3))
    assert problem.fixed is not None
    assert f"Stretching helps.{linked}\n" in problem.fixed
    assert said(check, problem.fixed) == []


def test_the_entries_become_places_to_link_to() -> None:
    (problem,) = said(check, "Stretching helps. (2)\n" + works(2))
    assert "\n1. Example A." in (problem.fixed or "")
    assert '\n2. <a id="ref-2"></a>Example A.' in (problem.fixed or "")


def test_a_place_that_an_entry_has_is_used() -> None:
    (problem,) = said(check, "Stretching helps. (1)\n" + listing(f'<a id="source-1"></a>{entry(1)}'))
    assert "Stretching helps. ([1](#source-1))\n" in (problem.fixed or "")
    assert (problem.fixed or "").count("<a id") == 1


@pytest.mark.parametrize(
    "text",
    [
        "Stretching helps. (4)\n" + works(1),
        '<a id="ref-1"></a>\n\nStretching helps. (1)\n' + works(1),
        "---\nreferences:\n  - title: A title\n---\n\nStretching helps. (1)\n",
    ],
)
def test_without_a_place_for_the_link_there_is_no_fix(text: str) -> None:
    assert [problem.fixed for problem in said(check, text)] == [None]
