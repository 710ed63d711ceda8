"""`citation-order`: numbers that do not rise by first appearance, or skip."""

from pathlib import Path

import pytest

from lint.rules.citation_order import check
from tests import publication
from tests.rules.problems import said, works


@pytest.mark.parametrize(
    "text",
    [
        "A helps. (1) B helps. (2) C helps. (1) D helps. (3)",
        "A helps. (1, 2) B helps. (2, 3)",
        "A helps. (1–3) B helps. (2) C helps. (4)",
        "A helps. [1] B helps. [2]",
    ],
)
def test_rising_numbers_are_right(text: str) -> None:
    assert said(check, text + "\n" + works(4)) == []


def test_a_number_before_its_turn_is_told_once() -> None:
    found = said(check, "A helps. (1) B helps. (4) C helps. (2) D helps. (3)\n" + works(4))
    assert [(problem.source, problem.message) for problem in found] == [("(4)", "(4) is cited before (2), (3).")]


def test_a_gap_is_told_once() -> None:
    found = said(check, "A helps. (1) B helps. (3) C helps. (5)\n" + works(5))
    assert [problem.source for problem in found] == ["(3)"]
    assert "skip (2)" in found[0].message


def test_both_kinds_are_told() -> None:
    found = said(check, "A helps. (3) B helps. (1) C helps. (8)\n" + works(8))
    assert [problem.source for problem in found] == ["(3)", "(3)"]


def test_a_long_run_is_shortened() -> None:
    found = said(check, "A helps. (8)\n" + works(8))
    assert "skip (1) to (7)" in found[0].message


def test_numbers_without_an_entry_are_another_rules_matter() -> None:
    assert said(check, "A helps. (1) B helps. (40) C helps. (2)\n" + works(2)) == []


def test_footnotes_are_numbered_by_the_site() -> None:
    text = "A helps.[^2] B helps.[^1]\n\n[^1]: Example A. A title. 2020.\n[^2]: Example B. A title. 2021.\n"
    assert said(check, text) == []


def test_without_a_list_there_is_nothing_to_number(tmp_path: Path) -> None:
    publication.write(tmp_path, {"a.md": "Rest helps.²\n"})
    outcome = publication.check(tmp_path, "a.md", select=("citation-order",))
    (finding,) = publication.found(outcome)
    assert finding.fix is None
