"""Entries: the fields of a reference in each of the usual styles."""

import time
from typing import Any

import pytest

from lint.article.blocks import Block, blocks
from lint.article.references.entry import read
from lint.finding import Span

Json = dict[str, Any]


def fields(text: str) -> Json:
    """What is read from an entry, as plain values."""
    entry = read(blocks(text)[0])
    values: Json = {name: found.value for name, found in entry.fields.items()}
    return {"kind": entry.kind, "authors": [author.value for author in entry.authors], **values}


AUTHORS = ["Example A", "Sample BC", "Muster D"]
NAMES = ", ".join(AUTHORS)
TITLE = "A title: of sorts"
STYLES = {
    "AMA": f"{NAMES}, et al. {TITLE}. *Spine*. 2016;41(3):E141-E148. doi:10.1000/abc.1",
    "AMA without emphasis": f"{NAMES}. {TITLE}. Spine. 2016;41(3):E141. doi:10.1000/abc.1",
    "Vancouver": f"{NAMES}. {TITLE}. Spine. 2016 Mar 22-29;41(3):1-8. doi: 10.1000/abc.1.",
    "APA": f"Example, A., Sample, B. C., & Muster, D. (2016). {TITLE}. *Spine, 41*(3), 1–8. https://doi.org/10.1000/abc.1",
    "Harvard": f"Example, A., Sample, B.C. and Muster, D. (2016) '{TITLE}', *Spine*, 41(3), p. 1. doi: 10.1000/abc.1.",
    "Australian": f"Example, A, Sample, BC & Muster, D 2016, '{TITLE}', Spine, vol. 41, no. 3, p. 1, doi:10.1000/abc.1",
    "in-text Harvard": f"{NAMES} (2016) {TITLE}. Spine 41(3): 1-8. doi:10.1000/abc.1",
    "no comma before et al": f"{NAMES} et al. {TITLE}. Spine. 2016;41:1. doi:10.1000/abc.1",
    "link": f"{NAMES}. {TITLE}. *Spine*. 2016;41:1. [Crossref](https://doi.org/10.1000/abc.1)",
    "angle brackets": f"{NAMES}. {TITLE}. *Spine*. 2016. <https://doi.org/10.1000/abc.1>",
}


@pytest.mark.parametrize("text", STYLES.values(), ids=list(STYLES))
def test_journal_articles_in_all_styles(text: str) -> None:
    assert fields(text) == {
        "kind": "journal-article",
        "authors": AUTHORS,
        "title": "A title: of sorts",
        "container": "Spine",
        "year": "2016",
        "doi": "10.1000/abc.1",
    }


def test_chicago() -> None:
    bibliography = 'Example, Ann, Bob Sample, and D. Muster. "A Title of Sorts." *Spine* 41, no. 3 (2016): 1–8.'
    by_date = 'Example, Ann, Bob Sample, and D. Muster. 2016. "A Title of Sorts." *Spine* 41 (3): 1–8.'
    for text in (bibliography, by_date):
        found = fields(text)
        assert found["authors"] == ["Example Ann", "Sample Bob", "Muster D."]
        assert (found["title"], found["container"], found["year"]) == ("A Title of Sorts", "Spine", "2016")


OTHERS = {
    "a page": (
        "Back pain. Example Clinic. Accessed May 26, 2023. https://example.org/back-pain",
        {
            "kind": "web",
            "authors": [],
            "title": "Back pain",
            "container": "Example Clinic",
            "accessed": "2023-05-26",
            "url": "https://example.org/back-pain",
        },
    ),
    "a page, joined": (
        "Back Pain. Example Clinic. Retrieved from:https://example.org/back-pain",
        {
            "kind": "web",
            "authors": [],
            "title": "Back Pain",
            "container": "Example Clinic",
            "url": "https://example.org/back-pain",
        },
    ),
    "a page of an organisation": (
        "Example Health Organization. Back pain. Published 10 June 2022. Viewed 26 May 2023. www.example.org/back",
        {
            "kind": "web",
            "authors": ["Example Health Organization"],
            "title": "Back pain",
            "year": "2022",
            "accessed": "2023-05-26",
            "url": "www.example.org/back",
        },
    ),
    "a page in APA": (
        "Example Clinic. (2022, June 24). Back pain. Retrieved May 26, 2023, from https://example.org/back",
        {
            "kind": "web",
            "authors": ["Example Clinic"],
            "title": "Back pain",
            "year": "2022",
            "accessed": "2023-05-26",
            "url": "https://example.org/back",
        },
    ),
    "a linked title": (
        "[Back pain](https://example.org/back). Example Clinic. Accessed 2023-05-26.",
        {
            "kind": "web",
            "authors": [],
            "title": "Back pain",
            "container": "Example Clinic",
            "accessed": "2023-05-26",
            "url": "https://example.org/back",
        },
    ),
    "a title that ends in a letter": (
        "Vitamin D. Example Clinic. https://example.org/d",
        {
            "kind": "web",
            "authors": [],
            "title": "Vitamin D",
            "container": "Example Clinic",
            "url": "https://example.org/d",
        },
    ),
    "a book": (
        "Example J, Sample K. Textbook of Medicine. 3rd ed. Elsevier; 2020. ISBN 978-0-306-40615-7.",
        {
            "kind": "book",
            "authors": ["Example J", "Sample K"],
            "title": "Textbook of Medicine",
            "container": "Elsevier",
            "year": "2020",
            "isbn": "978-0-306-40615-7",
        },
    ),
    "a book in Chicago": (
        "Example, Ann. *A Book of Sorts*. New York: Penguin, 2006.",
        {
            "kind": "book",
            "authors": ["Example Ann"],
            "title": "A Book of Sorts",
            "container": "Penguin",
            "year": "2006",
        },
    ),
    "a chapter": (
        "Example JA. A chapter. In: Sample K, ed. A Big Book. 2nd ed. Wiley; 2019:23-45.",
        {
            "kind": "chapter",
            "authors": ["Example JA"],
            "title": "A chapter",
            "container": "A Big Book",
            "year": "2019",
        },
    ),
    "a preprint": (
        "Example A, Sample B. A title of sorts. arXiv:1706.03762.",
        {
            "kind": "preprint",
            "authors": ["Example A", "Sample B"],
            "title": "A title of sorts",
            "arxiv": "1706.03762",
        },
    ),
    "a thesis": (
        "Example A. A title of sorts [PhD thesis]. Gothenburg: University of Gothenburg; 2001.",
        {
            "kind": "thesis",
            "authors": ["Example A"],
            "title": "A title of sorts [PhD thesis]",
            "container": "University of Gothenburg",
            "year": "2001",
        },
    ),
    "a guideline": (
        "Example Institute for Health. Back pain in over 16s. Guideline NG59. 2016. https://example.org/ng59",
        {
            "kind": "guideline",
            "authors": ["Example Institute for Health"],
            "title": "Back pain in over 16s",
            "container": "Guideline NG59",
            "year": "2016",
            "url": "https://example.org/ng59",
        },
    ),
    "a report": (
        "Example A. Report on back pain. 2016. https://example.org/report",
        {
            "kind": "report",
            "authors": ["Example A"],
            "title": "Report on back pain",
            "year": "2016",
            "url": "https://example.org/report",
        },
    ),
    "PubMed": (
        "Example A. Effect of *Helicobacter pylori* on pain. *J. Bone Joint Surg. Am.* 2016;98:992."
        " PMID: 12345678. PMCID: PMC1234567",
        {
            "kind": "journal-article",
            "authors": ["Example A"],
            "title": "Effect of Helicobacter pylori on pain",
            "container": "J. Bone Joint Surg. Am",
            "year": "2016",
            "pmid": "12345678",
            "pmcid": "PMC1234567",
        },
    ),
    "abbreviated": (
        "Example A. Effect of pain. J. Bone Joint Surg. Am. 2016;98:992.",
        {
            "kind": "journal-article",
            "authors": ["Example A"],
            "title": "Effect of pain",
            "container": "J. Bone Joint Surg. Am",
            "year": "2016",
        },
    ),
    "two sentences": (
        "Example A. Does it matter? A review. BMJ. 2020;1:1.",
        {
            "kind": "journal-article",
            "authors": ["Example A"],
            "title": "Does it matter? A review",
            "container": "BMJ",
            "year": "2020",
        },
    ),
    "a year in the title": (
        "Example A, et al. 2016 guidelines: a summary. Scoliosis. 2018;13:3. Published 2018 Feb 2.",
        {
            "kind": "journal-article",
            "authors": ["Example A"],
            "title": "2016 guidelines: a summary",
            "container": "Scoliosis",
            "year": "2018",
        },
    ),
    "only an address": ("https://example.org/page", {"kind": "web", "authors": [], "url": "https://example.org/page"}),
    "only words": ("A talk with a doctor", {"kind": None, "authors": [], "title": "A talk with a doctor"}),
}


@pytest.mark.parametrize(("text", "expected"), OTHERS.values(), ids=list(OTHERS))
def test_other_kinds(text: str, expected: Json) -> None:
    assert fields(text) == expected


@pytest.mark.parametrize(
    "names",
    [
        "O'Connor E, van der Berg J, D'Souza M, Müller-Schmidt HJ, de la Cruz P, Ahmad Fuzi SF, Wiąk B",
        "de Winter JJ, van Mens LJ, Landewé R",
    ],
)
def test_names_keep_their_particles(names: str) -> None:
    assert fields(f"{names}. A title. Lancet. 2020;1:1.")["authors"] == names.split(", ")


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("A title. doi: https://doi.org/10.1000/abc.", "doi", "10.1000/abc"),
        ("A title. DOI 10.1016/S0140-6736(21)02724-0.", "doi", "10.1016/S0140-6736(21)02724-0"),
        ("A title (https://doi.org/10.1000/abc).", "doi", "10.1000/abc"),
        ("A title. dx.doi.org/10.1000/abc", "doi", "10.1000/abc"),
        ("A title. 10.1000/foo bar.", "doi", "10.1000/foo"),
        ("A title. doi:1O.1000/abc", "doi", "1O.1000/abc"),
        ("A title. 10.1000/ab c", "doi", "10.1000/ab c"),
        ("A title. doi:10.1000/j.spine 2020.01.", "doi", "10.1000/j.spine 2020.01"),
        ("A title. doi:10.1000/ j.spine.2020.01", "doi", "10.1000/ j.spine.2020.01"),
        ("A title. doi:10.1000/abc 2020.", "doi", "10.1000/abc"),
        ("A title. doi:10.1000/abc PMID: 12345678", "doi", "10.1000/abc"),
        ("A title. doi:10.1000/abc [PDF]", "doi", "10.1000/abc"),
        ("A title. https://doi.org/10/gddkhn", "doi", "10/gddkhn"),
        ("A title. https://arxiv.org/pdf/1609.03543.pdf", "arxiv", "1609.03543"),
        ("A title. https://pubmed.ncbi.nlm.nih.gov/12345678/", "pmid", "12345678"),
        ("A title. PubMed PMID: 123456789012.", "pmid", "123456789012"),
        ("A title. https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/", "pmcid", "PMC1234567"),
        ("A title. https://arxiv.org/abs/1706.03762v2", "arxiv", "1706.03762v2"),
        ("A title. ISBN-13: 978 0 306 40615 7", "isbn", "978 0 306 40615 7"),
        (
            "A title. Available at https://en.wikipedia.org/wiki/Pain_(sense).",
            "url",
            "https://en.wikipedia.org/wiki/Pain_(sense)",
        ),
        ("A title. [cited 2023 May 26]. https://example.org", "accessed", "2023-05-26"),
        ("A title. Accessed on 1st May 2023.", "accessed", "2023-05-01"),
        ("A title. Accessed 03/04/2023.", "accessed", "03/04/2023"),
    ],
)
def test_locators_are_taken_as_written(text: str, field: str, value: str) -> None:
    assert fields(text)[field] == value


@pytest.mark.parametrize(
    "url",
    ["https://example.org/viewdoc/download?doi=10.1.1.29.274", "https://example.org/search?q=doi:none1"],
)
def test_what_only_looks_like_a_doi_in_an_address_is_none(url: str) -> None:
    assert "doi" not in fields(f"A title. {url}")


def test_an_identifier_hides_no_address_of_its_own() -> None:
    assert "url" not in fields("A title. https://doi.org/10.1000/abc https://pubmed.ncbi.nlm.nih.gov/12345678/")


@pytest.mark.parametrize("text", [*STYLES.values(), *(text for text, _ in OTHERS.values())])
def test_each_value_stands_where_it_is_said_to(text: str) -> None:
    block = blocks(text)[0]
    for name, found in read(block).fields.items():
        if name != "accessed" and found.span is None:
            assert block.text[found.start : found.end] == found.value


@pytest.mark.parametrize(
    "unit",
    ["A B, ", "Aa B, ", "a", "A. ", "A ", "(2016", "“a", "10.1000/", "doi:", "http://a ", "et al ", "2016 ", "de la "],
)
def test_hostile_text_takes_bounded_time(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    block = Block("paragraph", Span(0, len(text)), text, anchors=((0, 0),))
    start = time.process_time()
    read(block)
    assert time.process_time() - start < 20
