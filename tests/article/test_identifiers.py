"""Identifiers: what is one, what is not and why, and the plain form."""

import time

import pytest

from lint.article.identifiers import KINDS, check, normal

RIGHT = [
    ("doi", "10.1097/BRS.0000000000001202"),
    ("doi", "https://doi.org/10.1186/ar4441"),
    ("doi", "doi:10.1186/ar4441"),
    ("doi", "10.1016/S0140-6736(05)67889-2"),
    ("doi", "10.1016/0140-6736(91)92875-8"),
    ("doi", "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2"),
    ("doi", "10.1000.10/123"),
    ("doi", "https://doi.org/10/gddkhn"),
    ("arxiv", "https://arxiv.org/pdf/1609.03543.pdf"),
    ("pmid", "1"),
    ("pmid", "PMID: 26536446"),
    ("pmcid", "PMC4155315"),
    ("isbn", "0-306-40615-2"),
    ("isbn", "080442957X"),
    ("isbn", "978-3-16-148410-0"),
    ("arxiv", "0706.0001"),
    ("arxiv", "arXiv:1501.00001v2"),
    ("arxiv", "hep-th/9901001"),
    ("arxiv", "math.GT/0309136"),
]

WRONG = [
    ("doi", "10.1000/foo bar baz.", "holds a space"),
    ("doi", "10.1/e.1", "must begin with 10., four to nine digits and a slash"),
    ("doi", "10.1/.", "must begin with 10., four to nine digits and a slash"),
    ("doi", "10.1097BRS.0000000000001202", "must begin with 10., four to nine digits and a slash"),
    ("doi", "11.1097/BRS", "must begin with 10., four to nine digits and a slash"),
    ("doi", "10.1000/.", "has nothing after its slash"),
    ("doi", "10.1186/ar4441.", "ends in “.”"),
    ("doi", "10.1186/ar4441)", "ends in “)”"),
    ("doi", "10.1186/ar–4441", "holds a long dash where a hyphen belongs"),
    ("doi", "10.1186/\u200bar4441", "holds an invisible character"),
    ("pmid", "123456789", "must be one to eight digits"),
    ("pmid", "PMC123", "must be one to eight digits"),
    ("pmid", "٣٤٥", "must be one to eight digits"),
    ("pmcid", "4155315", "must be “PMC” and digits"),
    ("isbn", "0-306-40615-3", "has a wrong check digit: a digit is mistyped"),
    ("isbn", "978-3-16-148410-1", "has a wrong check digit: a digit is mistyped"),
    ("isbn", "123-3-16-148410-0", "must be 10 digits, or 13 that begin with 978 or 979"),
    ("arxiv", "1513.00001", "names a month 13"),
    ("arxiv", "1501.0001", "has the wrong number of digits for its year"),
    ("arxiv", "0704.00001", "has the wrong number of digits for its year"),
    ("arxiv", "hep-th/9913001", "names a month 13"),
    ("arxiv", "1501", "must look like 2101.00001 or hep-th/9901001"),
]


@pytest.mark.parametrize(("kind", "value"), RIGHT)
def test_a_right_identifier_is_accepted_and_its_plain_form_too(kind: str, value: str) -> None:
    assert check(kind, value) is None
    assert check(kind, normal(kind, value)) is None
    assert normal(kind, normal(kind, value)) == normal(kind, value)


@pytest.mark.parametrize(("kind", "value", "why"), WRONG)
def test_a_wrong_one_is_refused_with_its_reason(kind: str, value: str, why: str) -> None:
    assert check(kind, value) == why


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_one_is_said_to_be_empty(kind: str) -> None:
    assert check(kind, " ") == "is empty"


@pytest.mark.parametrize(
    ("kind", "value", "plain"),
    [
        ("doi", "https://dx.doi.org/10.1186/ar4441.", "10.1186/ar4441"),
        ("doi", "10.1186/\u200bar–4441).", "10.1186/ar-4441"),
        ("doi", "10.1016/S0140-6736(05)67889-2", "10.1016/S0140-6736(05)67889-2"),
        ("pmid", "https://pubmed.ncbi.nlm.nih.gov/26536446/", "26536446"),
        ("pmcid", "PMCID: 4155315", "PMC4155315"),
        ("pmcid", "https://pmc.ncbi.nlm.nih.gov/articles/PMC4155315/", "PMC4155315"),
        ("isbn", "ISBN-13: 978–3–16–148410–0", "9783161484100"),
        ("isbn", "0 8044 2957 x", "080442957X"),
        ("arxiv", "https://arxiv.org/abs/1501.00001", "1501.00001"),
    ],
)
def test_the_plain_form_drops_what_is_only_form(kind: str, value: str, plain: str) -> None:
    assert normal(kind, value) == plain


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("piece", [")", "1", "10.1000/(", " ", "–", "doi:", "978-"])
def test_a_megabyte_costs_little(kind: str, piece: str) -> None:
    value = "10.1000/" + piece * (1_000_000 // len(piece))
    started = time.process_time()
    normal(kind, value)
    assert check(kind, value) is not None
    assert time.process_time() - started < 20
