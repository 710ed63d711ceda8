"""Bibliographies: files that an article names or that lie beside it."""

import json

import pytest

from lint.article.parse import parse
from lint.article.settings import Settings
from tests.article.reading import PROSE, article

CSL = json.dumps(
    [
        {
            "id": "smith2020",
            "type": "article-journal",
            "author": [
                {"family": "Smith", "given": "Jane A."},
                {"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"},
                {"literal": "Example Group"},
            ],
            "title": "A title",
            "container-title": ["Journal of Examples"],
            "issued": {"date-parts": [[2020, 5]]},
            "DOI": "10.1000/1",
            "PMID": 12345678,
        },
        {
            "id": "page",
            "type": "webpage",
            "title": "A page",
            "URL": "https://example.org/a",
            "accessed": {"date-parts": [[2023, 5, 6]]},
        },
        {"id": "unused", "title": "Never cited"},
    ]
)
BIB = """
@article{smith2020, author={Smith, Jane}, title={A title}, journal={Spine}, year=2020, doi={10.1000/1}}
@misc{unused, title={x}}
"""


def test_csl_json_beside_the_article() -> None:
    found = article(f"{PROSE} [@smith2020; @page]\n", files={"example.csl.json": CSL})
    first, second = found.document["references"]
    assert first["authors"] == ["Smith JA", "van der Berg J", "Example Group"]
    assert (first["kind"], first["title"], first["container"]) == ("journal-article", "A title", "Journal of Examples")
    assert (first["year"], first["doi"], first["pmid"]) == (2020, "10.1000/1", "12345678")
    assert (second["kind"], second["url"], second["accessed"]) == ("web", "https://example.org/a", "2023-05-06")
    assert ("references", 0) not in found.spans


def test_bibtex_beside_the_article_and_by_name() -> None:
    beside = article(f"{PROSE} [@smith2020]\n", files={"example.bib": BIB})
    named = article(
        f"---\nbibliography: [all.bib]\n---\n{PROSE} [@smith2020]\n", files={"all.bib": BIB, "example.bib": "@"}
    )
    for found in (beside, named):
        (entry,) = found.document["references"]
        assert (entry["key"], entry["authors"], entry["cited"]) == ("smith2020", ["Smith J"], True)


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({}, "cannot be read"),
        ({"all.json": "{"}, "not well-formed JSON"),
        ({"all.json": "[" * 100_000}, "not well-formed JSON"),
        ({"all.json": '"x"'}, "no list of references"),
    ],
)
def test_a_bibliography_that_cannot_be_read_is_a_problem(files: dict[str, str], words: str) -> None:
    text = "---\nbibliography: all.json\n---\n"
    (problem,) = parse("a.md", text, Settings(), files.get).problems
    assert words in problem.message
    assert text[slice(*problem.span)] == "all.json"


@pytest.mark.parametrize(
    "text", ['{"items": [{"id": "a", "title": "A"}]}', '{"id": "a", "title": "A"}', '[{"id": "a", "title": "A"}, 5]']
)
def test_other_shapes_of_json(text: str) -> None:
    (entry,) = article(f"{PROSE} [@a]\n", files={"example.csl.json": text}).document["references"]
    assert entry["title"] == "A"


def test_kinds_follow_from_the_fields() -> None:
    items = [
        {"id": "a", "isbn": "978"},
        {"id": "b", "url": "https://example.org"},
        {"id": "c", "eprint": "1706.03762", "archiveprefix": "arXiv"},
        {"id": "d", "eprint": "x", "archiveprefix": "other"},
        {"id": "e", "pmid": "1"},
    ]
    text = f"{PROSE} [@a; @b; @c; @d; @e]\n"
    found = article(text, files={"example.csl.json": json.dumps(items)}).document["references"]
    assert [entry["kind"] for entry in found] == ["book", "web", "preprint", None, "journal-article"]
