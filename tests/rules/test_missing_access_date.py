"""`missing-access-date`: web sources without the date on which they were read."""

import pytest

from lint.rules.missing_access_date import check
from tests.rules.problems import entry, listing, said

PAGE = "Back pain. Example Clinic. <https://example.org/back-pain>"


def test_a_web_page_without_the_date_is_told() -> None:
    found = said(check, "A helps. (1)\n" + listing(PAGE))
    assert [problem.message for problem in found] == ["Reference 1 is a web page without an access date."]


@pytest.mark.parametrize(
    "reference",
    [f"{PAGE}. Accessed May 26, 2026.", f"{PAGE}. [Accessed 26 May 2026]", f"{PAGE} (accessed 2026-05-26)", entry(1)],
)
def test_a_date_or_a_lasting_identifier_is_enough(reference: str) -> None:
    assert said(check, "A helps. (1)\n" + listing(reference)) == []


def test_a_link_in_the_text_is_no_entry() -> None:
    assert said(check, "Stretching helps, as [a clinic](https://example.org/back/stretching) says of it.\n") == []
