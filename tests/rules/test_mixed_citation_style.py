"""`mixed-citation-style`: a second style of markers, or a second way to place them."""

import pytest

from lint.rules.mixed_citation_style import check
from tests.rules.problems import places, said, works


@pytest.mark.parametrize(
    "text",
    [
        "A helps.(1) B helps.(2) C helps.(3)",
        "A helps. (1) B helps. (2) C helps.\n(3)",
        "A helps (1). B helps (2), and C too (3).",
        "A helps.(1)(2) B helps.(3)",
        "A helps. (1) As Example et al. (2) say, B helps. (3)",
        "A helps. (1) B, unlike C (2), helps. (3)",
        "A helps. (1) B helps. [2]",
        "A helps. (1) B helps. [2] C helps. (3) D helps. [2] E helps. (1)",
        "A helps.(1) B helps. (2) C helps.(3) D helps. (2) E helps.(1)",
        "A helps. (1) B helps (2).",
        "A helps. (1) See [a study](https://doi.org/10.1234/e.2) of it.",
    ],
)
def test_markers_that_are_alike_are_right(text: str) -> None:
    assert said(check, text + "\n" + works(3)) == []


def test_the_first_marker_of_the_rarer_style_is_told_with_the_counts() -> None:
    (problem,) = said(check, "A helps. (1) B helps. [2] C helps. (3) D helps. [2]  E helps. (1) (2)\n" + works(3))
    assert problem.source == "[2]"
    assert "(2 in this article)" in problem.message
    assert "a number in parentheses, like (1) (4)" in problem.message


def test_an_odd_space_is_told_once_and_can_be_fixed() -> None:
    text = "A helps.(1) B helps. (2) C helps.(3) D helps. (2) E helps.(1) F helps.(3)\n" + works(3)
    (problem,) = said(check, text)
    assert problem.source == "(2)"
    assert problem.message == "This citation has a space before it, 4 of 6 such citations have none."
    assert problem.fixed is not None
    assert problem.fixed.startswith("A helps.(1) B helps.(2) C helps.(3) D helps.(2) E helps.(1) F helps.(3)\n")


def test_a_missing_space_can_be_fixed_too() -> None:
    (problem,) = said(check, "A helps. (1) B helps.(2) C helps. (3)\n" + works(3))
    assert problem.source == "(2)"
    assert problem.fixed is not None
    assert problem.fixed.startswith("A helps. (1) B helps. (2) C helps. (3)")


def test_a_marker_on_the_other_side_of_the_full_stop_is_told() -> None:
    text = "A helps. (1) B helps (2). C helps. (3)\n" + works(3)
    assert places(check, text) == ["(2)"]
    assert "stands before the full stop" in said(check, text)[0].message
