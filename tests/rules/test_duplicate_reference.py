"""`duplicate-reference`: two entries for one work."""

import pytest

from lint.rules.duplicate_reference import check
from tests.rules.problems import listing, said

ONE = "Example A, Sample B. Stretching and the stiff back. *Journal of Examples*. 2022;1(2):10-19."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("doi:10.1234/E.1", "<https://doi.org/10.1234/e.1>"),
        ("PMID: 12345678", "<https://pubmed.ncbi.nlm.nih.gov/12345678/>"),
        ("", ""),
    ],
)
def test_the_later_entry_of_one_work_is_told(first: str, second: str) -> None:
    (problem,) = said(check, "A. (1) B. (2)\n" + listing(f"{ONE} {first}", f"{ONE} {second}"))
    assert problem.message == "References 1 and 2 are the same work."
    assert problem.source.startswith(("Example", "2. Example"))


@pytest.mark.parametrize(
    "entries",
    [
        (f"{ONE} doi:10.1234/e.1", f"{ONE} doi:10.1234/e.2"),
        (ONE, ONE.replace("2022", "2023")),
        (ONE, ONE.replace("Example A", "Specimen C")),
        ("Back pain. Example Clinic. <https://example.org/a>", "Back pain. Example Service. <https://example.com/a>"),
        (
            "Example Office. Report on chairs. 2020. <https://www.example.org/office/>",
            "Example Office. Report on desks. 2021. <https://www.example.org/office/>",
        ),
        (
            "Example Office. Report on chairs. 2020. <https://www.example.org/office/>",
            "Example Office. Report on chairs. 2021. <https://www.example.org/office/>",
        ),
        ("Example A. Back pain. *J Ex*. 2020;1:1-2.", "Example A. Back pain. *Ann Ex*. 2020;5:3-9."),
    ],
)
def test_works_that_only_look_alike_are_two(entries: tuple[str, str]) -> None:
    assert said(check, "A. (1) B. (2)\n" + listing(*entries)) == []


def test_the_same_page_twice_is_told() -> None:
    page = "Back pain. Example Clinic. <https://example.org/back>. Accessed May 2, 2026."
    assert len(said(check, "A. (1) B. (2)\n" + listing(page, page.replace("org/back", "org/back/")))) == 1
