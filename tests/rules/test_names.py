"""Names: one person, whatever the spelling."""

import pytest

from lint.rules.names import identity


@pytest.mark.parametrize(
    "spelling",
    [
        "Dr. Jane Doe",
        "jane doe, MD, PhD",
        "Doe, Jane",
        "JANE  DOE",
        "Jane A. Doe",
        "Prof. Dr. Jane Doe, FRCP",
        "Jané Doe",
    ],
)
def test_spellings_of_one_person(spelling: str) -> None:
    assert identity(spelling) == identity("Jane Doe")


@pytest.mark.parametrize("other", ["John Doe", "Jane Dow", "Jane", "Doe", "Jane Doe Miller"])
def test_other_people(other: str) -> None:
    assert identity(other) != identity("Jane Doe")


def test_short_names_keep_what_tells_them_apart() -> None:
    assert identity("J. Do") != identity("K. Do")
    assert identity("Li Ma") != identity("Li Do")
    assert identity("") == ()
