"""Identifiers compared as their registries do, and years."""

import pytest

from lint.verification.record import Identifier, Kind, Record, Years


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("doi", "10.5555/ABC", "10.5555/abc"),
        ("pmcid", "pmc12", "PMC12"),
        ("arxiv", "2101.00001v2", "2101.00001"),
        ("arxiv", "hep-th/9901001v1", "hep-th/9901001"),
        ("arxiv", "solv-int/9901001", "solv-int/9901001"),
    ],
)
def test_what_a_registry_treats_as_one_is_the_same(kind: Kind, one: str, other: str) -> None:
    assert Identifier(kind, one).same == Identifier(kind, other).same == Identifier(kind, other)


@pytest.mark.parametrize("kind", ["url", "pmid", "isbn"])
def test_other_identifiers_are_the_same_only_if_they_are_equal(kind: Kind) -> None:
    assert Identifier(kind, "Ab1v2").same == Identifier(kind, "Ab1v2")


def test_an_identifier_is_shown_with_its_kind() -> None:
    assert str(Identifier("doi", "10.5555/abc")) == "doi:10.5555/abc"


def test_a_record_has_its_first_identifier_of_a_kind() -> None:
    record = Record("Crossref", (Identifier("doi", "10.5555/a"), Identifier("doi", "10.5555/b")))
    assert record.identifier("doi") == "10.5555/a"
    assert record.identifier("pmid") == ""


def test_years_are_told_once_and_in_order() -> None:
    assert Years(2016, None, 2015).all == (2015, 2016)
    assert Years(2016, 2016).all == (2016,)
    assert Years().all == ()
