"""`unlinked-identifier`: identifiers in the references that a reader cannot click."""

import pytest

from lint.rules.unlinked_identifier import Options, check
from tests.rules.problems import Said, listing, said

START = "Example A. Stretching and the back. *Journal of Examples*. 2022;1(2):10-19. "
SITE = Options(site_links_urls=True)


def of(identifier: str, *options: Options) -> list[Said]:
    return said(check, "Stretching helps. (1)\n" + listing(START + identifier), *options)


@pytest.mark.parametrize(
    "identifier",
    [
        "",
        "<https://doi.org/10.1234/e.1>",
        "doi:[10.1234/e.1](https://doi.org/10.1234/e.1)",
        "doi:10.1234/e.1. <https://doi.org/10.1234/e.1>",
        '<a href="https://doi.org/10.1234/e.1">doi:10.1234/e.1</a>',
        "[Read it](https://example.org/a_(b)) PMID: 12345678",
        '[Read it](https://example.org/a "A title").',
    ],
)
def test_linked_ones_are_right(identifier: str) -> None:
    assert of(identifier) == []


@pytest.mark.parametrize(
    ("identifier", "source", "fixed"),
    [
        ("doi:10.1234/e.1.", "doi:10.1234/e.1", "<https://doi.org/10.1234/e.1>."),
        ("DOI 10.1234/e(1)2", "DOI 10.1234/e(1)2", "<https://doi.org/10.1234/e(1)2>"),
        ("https://doi.org/10.1234/e.1", "https://doi.org/10.1234/e.1", "<https://doi.org/10.1234/e.1>"),
        ("(https://example.org/a).", "https://example.org/a", "(<https://example.org/a>)."),
        ("From:https://example.org/a", "From:https://example.org/a", "From: <https://example.org/a>"),
        ("PMID: 12345678.", "PMID: 12345678", "<https://pubmed.ncbi.nlm.nih.gov/12345678/>."),
        ("[J](https://example.org) doi:10.1234/e.1", "doi:10.1234/e.1", "<https://doi.org/10.1234/e.1>"),
        ("doi.org/10.1234/e.1", "doi.org/10.1234/e.1", "<https://doi.org/10.1234/e.1>"),
        ("<a href='https://example.org/a'>never closed https://example.org/b", "https://example.org/a", ""),
    ],
)
def test_a_bare_one_is_told_once_at_its_place_and_can_be_fixed(identifier: str, source: str, fixed: str) -> None:
    (problem,) = of(identifier)
    assert problem.source == source
    assert problem.fixed is not None
    assert fixed in problem.fixed


def test_one_entry_is_told_once() -> None:
    assert len(of("doi:10.1234/e.1 PMID: 12345678 https://example.org/a")) == 1


def test_a_word_run_into_the_address_is_said_so() -> None:
    (problem,) = of("Retrieved from:https://example.org/a")
    assert problem.message == "“from:” runs into the address that follows it, so no link can be made of it."


def test_on_a_site_that_links_addresses_only_the_others_count() -> None:
    assert of("https://example.org/a", SITE) == []
    assert len(of("doi:10.1234/e.1", SITE)) == 1
    assert len(of("Retrieved from:https://example.org/a", SITE)) == 1


def test_entries_of_the_front_matter_are_made_into_links_by_the_site() -> None:
    text = "---\nreferences:\n  - id: one\n    DOI: 10.1234/e.1\n---\nStretching helps. [@one]\n"
    assert said(check, text) == []


def test_a_key_that_a_site_makes_into_a_link_is_none() -> None:
    assert of("[@doi:10.1234/e.1]") == []
    assert of("@doi:10.1234/e.1 and @pmid:12345678") == []
