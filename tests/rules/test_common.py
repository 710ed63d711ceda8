"""What several rules need: places of words, addresses and publishers of references."""

import re

import pytest

from lint.article.parse import parse
from lint.article.settings import Settings
from lint.rules.common import host, listed, locate, target
from tests.rules.problems import listing

NOTHING = {"doi": None, "pmid": None, "pmcid": None, "url": None}


@pytest.mark.parametrize(
    ("known", "address"),
    [
        ({"doi": "10.1234/e.1", "pmid": "1", "url": "https://example.org"}, "https://doi.org/10.1234/e.1"),
        ({"pmid": "12345678"}, "https://pubmed.ncbi.nlm.nih.gov/12345678/"),
        ({"pmcid": "1234567"}, "https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/"),
        ({"url": "https://example.org/a"}, "https://example.org/a"),
        ({}, None),
    ],
)
def test_the_best_address_of_a_reference(known: dict[str, str], address: str | None) -> None:
    assert target(NOTHING | known) == address


@pytest.mark.parametrize(
    ("url", "name"),
    [("https://www.Example.org:8080/a", "example.org"), (None, ""), ("example", ""), ("https://[oops/a", "")],
)
def test_the_host_of_an_address(url: str | None, name: str) -> None:
    assert host(url) == name


def test_words_are_found_in_their_own_place_across_markup_and_line_ends() -> None:
    text = "One two, and then\n\none two. *One*\n**two** and one\ntwo.\n"
    article = parse("article.md", text, Settings()).article
    pointer = ("sections", 0, "paragraphs", 1)
    words = article.value(pointer)["text"]
    for match, source in zip(re.finditer("one two", words, re.I), ["one two", "One*\n**two", "one\ntwo"], strict=True):
        span = locate(article, pointer, words, match)
        assert span is not None
        assert article.text[span.start : span.end] == source


def test_words_that_the_source_spells_otherwise_have_no_place() -> None:
    article = parse("article.md", "One &amp; two.\n", Settings()).article
    match = re.search("One & two", "One & two.")
    assert match is not None
    assert locate(article, ("sections", 0, "paragraphs", 0), "One & two.", match) is None


def test_a_publisher_is_known_by_domain_or_by_its_whole_name() -> None:
    text = "A helps. (1)\n" + listing("Back pain. Example Clinic. <https://news.example.org/a>. Accessed May 2, 2026.")
    (reference,) = parse("article.md", text, Settings()).article.document["references"]
    assert listed(reference, ["example.net", "Example Clinic"]) == "Example Clinic"
    assert listed(reference, ["Example.org"]) == "Example.org"
    assert listed(reference, ["Clinic", "ample.org"]) is None
