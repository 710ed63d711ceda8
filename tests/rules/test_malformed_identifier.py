"""`malformed-identifier`: identifiers that cannot be one."""

import pytest

from lint.rules.malformed_identifier import check
from tests.rules.problems import listing, said

START = "Example A. Stretching and the back. *Journal of Examples*. 2022;1(2):10-19. "


@pytest.mark.parametrize(
    "identifier",
    [
        "doi:10.1234/e.1",
        "<https://doi.org/10.1234/e.1>.",
        "https://doi.org/10.1234/e.1. PMID: 12345678; PMCID: PMC1234567.",
        "PMID: [12345678](https://pubmed.ncbi.nlm.nih.gov/12345678/)",
        "ISBN 978-3-16-148410-0",
        "arXiv:1501.00001",
        "(doi:10.1234/e(1)2)",
        "doi: 10.1234/e.1",
        "doi:https://doi.org/10.1234/e.1",
        "<https://doi.org/10/gddkhn>",
        "<https://arxiv.org/pdf/1609.03543.pdf>",
        "<https://example.org/download?doi=10.1.1.29.274>",
    ],
)
def test_right_ones_are_right(identifier: str) -> None:
    assert said(check, "Stretching helps. (1)\n" + listing(START + identifier)) == []


@pytest.mark.parametrize(
    ("identifier", "source"),
    [
        ("doi:10.1/e.1", "10.1/e.1"),
        ("doi:10.1234e.1", "10.1234e.1"),
        ("https://doi.org/11.1234/e.1", "11.1234/e.1"),
        ("doi:10.1234/ab c", "10.1234/ab c"),
        ("PMID: 123456789012", "123456789012"),
        ("PMCID: 1234567X", "1234567X"),
        ("ISBN 978-3-16-148410-1", "978-3-16-148410-1"),
        ("arXiv:1513.00001", "1513.00001"),
    ],
)
def test_wrong_ones_are_told_at_their_place(identifier: str, source: str) -> None:
    (problem,) = said(check, "Stretching helps. (1)\n" + listing(START + identifier))
    assert problem.source == source
    assert source in problem.message


def test_a_slip_of_form_can_be_fixed() -> None:
    text = """---
references:
  - id: one
    title: Stretching and the back
    DOI: "10.1234/e.1."
---
Stretching helps. [@one]
"""
    (problem,) = said(check, text)
    assert problem.message == "The DOI “10.1234/e.1.” cannot be one: it ends in “.”."
    assert problem.fixed == text.replace("e.1.", "e.1")
