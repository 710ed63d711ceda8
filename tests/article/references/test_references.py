"""References: the lists, footnotes and front matter that hold them."""

from textwrap import dedent
from typing import Any

import pytest

from tests.article.reading import PROSE, article

Json = dict[str, Any]

ENTRY = "Example A. A title. *Spine*. 2016;41:1-8. <https://doi.org/10.1000/{}>"


def references(text: str) -> list[Json]:
    found: list[Json] = article(text).document["references"]
    return found


def keys(text: str) -> list[str]:
    return [reference["key"] for reference in references(text)]


FORMS = {
    "an ordered list": "## References\n\n1. {0}\n2. {1}\n",
    "an ordered list that starts at 1 again": "## References\n\n1. {0}\n1. {1}\n",
    "an unordered list": "## References\n\n- {0}\n- {1}\n",
    "an unordered list with numbers": "## References\n\n- [1] {0}\n- [2] {1}\n",
    "paragraphs": "## References\n\n{0}\n\n{1}\n",
    "paragraphs with numbers": "## References\n\n[1] {0}\n\n[2] {1}\n",
    "lines with numbers": "## References\n\n[1] {0}\n[2] {1}\n",
    "lines with numbers in parentheses": "## References\n\n(1) {0}\n(2) {1}\n",
    "lines with raised numbers": "## References\n\n¹ {0}\n² {1}\n",
    "a line as heading": "References:\n\n1. {0}\n2. {1}\n",
    "no heading": "---\n\n1. {0}\n2. {1}\n",
    "paragraphs with numbers and no heading": "---\n\n[1] {0}\n\n[2] {1}\n",
    "paragraphs with numbers run into the names, and no heading": "---\n\n[1]{0}\n\n[2]{1}\n",
    "lines with numbers and no heading": "---\n\n[1] {0}\n[2] {1}\n",
    "a bold heading that is not tight": "**References **\n\n[1]{0}\n\n[2]{1}\n",
    "a bold heading and an invisible character": "**References**\u200b\n\n[1] {0}\n\n[2] {1}\n",
    "no heading, then other sections": "1. {0}\n2. {1}\n\nAlso Read:\n\n[Recent](/recent)\n\nAbout us:\n\nWe write.\n",
    "subsections": "## References\n\n### Articles\n\n- {0}\n\n### Pages\n\n- {1}\n",
    "an introduction": "## References\n\nThese are all that the article rests on:\n\n1. {0}\n2. {1}\n",
    "an item of two paragraphs": "## References\n\n1. Example A. Title.\n\n   <https://doi.org/10.1000/1>\n\n2. {1}\n",
}


@pytest.mark.parametrize("form", FORMS.values(), ids=list(FORMS))
def test_lists_in_all_forms(form: str) -> None:
    text = f"## Rest\n\n{PROSE} (1)\n\n" + form.format(ENTRY.format(1), ENTRY.format(2))
    first, second = references(text)
    assert (first["key"], first["doi"], first["cited"]) == ("1", "10.1000/1", True)
    assert (second["key"], second["doi"], second["cited"]) == ("2", "10.1000/2", False)
    found = article(text)
    assert found.source(("references", 0, "doi")) == "10.1000/1"
    assert found.source(("references", 1)).rstrip().endswith("10.1000/2>")
    assert "10.1000/2" not in found.source(("references", 0))


def test_a_table_may_hold_them() -> None:
    rows = f"| 7 | {ENTRY.format(1)} |\n| 8 | {ENTRY.format(2)} |\n"
    first, second = references(f"## References\n\n| No. | Source |\n| --- | --- |\n{rows}")
    assert (first["key"], second["key"]) == ("7", "8")
    assert (first["authors"], first["title"], first["container"]) == (["Example A"], "A title", "Spine")


def test_a_list_in_html_may_hold_them() -> None:
    item = '<li id="ref-{0}">Example A. A title &amp; more.\n  <i>Spine</i>. 2016;41:1-8. <a href="{1}">Link</a></li>\n'
    rows = item.format(1, "https://doi.org/10.1000/1") + item.format(2, "https://doi.org/10.1000/2")
    text = f"## Rest\n\n{PROSE} (1)\n\n## References\n\n<ol>\n{rows}</ol>\n"
    first, second = references(text)
    assert (first["key"], first["title"], first["container"]) == ("1", "A title & more", "Spine")
    assert (first["doi"], first["cited"], second["doi"]) == ("10.1000/1", True, "10.1000/2")
    found = article(text)
    assert found.source(("references", 1)).startswith("Example A. A title &amp; more.")
    assert found.source(("references", 1, "container")) == "Spine"
    assert found.source(("references", 1, "doi")) == '<a href="https://doi.org/10.1000/2">Link</a>'
    assert found.source(("references", 1, "title")) == "A title &amp; more"


def test_numbers_before_entries_cite_nothing() -> None:
    text = f"## Rest\n\n{PROSE} [1]\n\n---\n\n[1]{ENTRY.format(1)}\n\n[2]{ENTRY.format(2)}\n"
    found = article(text).document["sections"]
    assert [(section["role"], section["citations"]) for section in found] == [("claim", ["1"]), ("references", [])]


def test_an_entry_has_every_field() -> None:
    (entry,) = references(f"## References\n\n7. {ENTRY.format(1)}\n")
    assert entry == {
        "key": "7",
        "text": "Example A. A title. Spine. 2016;41:1-8. https://doi.org/10.1000/1",
        "kind": "journal-article",
        "authors": ["Example A"],
        "title": "A title",
        "container": "Spine",
        "year": 2016,
        "doi": "10.1000/1",
        "pmid": None,
        "pmcid": None,
        "isbn": None,
        "arxiv": None,
        "url": None,
        "accessed": None,
        "inline": False,
        "cited": False,
    }


@pytest.mark.parametrize(
    "text",
    [
        "1. First: a subtitle\n\n   {prose}\n\n2. Second\n\n   {prose}\n",
        "## Steps\n\n1. Read https://example.org/a\n2. Read https://example.org/b\n\n## Heat\n\n{prose}\n",
        "## Further reading\n\n1. Example page. https://example.org/a\n2. Another page. https://example.org/b\n",
        "## Steps\n\n{prose}\n\n1. Rest\n2. Walk\n3. See https://example.org/a\n",
    ],
)
def test_other_lists_hold_no_references(text: str) -> None:
    assert references(text.format(prose=PROSE)) == []


def test_a_list_without_a_heading_is_a_section_of_its_own() -> None:
    text = f"## Rest\n\n{PROSE}\n\n1. {ENTRY.format(1)}\n\n{PROSE}\n"
    assert [section["role"] for section in article(text).document["sections"]] == ["claim", "references", "about"]


def test_references_cite_nothing() -> None:
    (section,) = article("## References\n\n1. Example A. A title (2). *Spine*. 2016;4:1.\n").document["sections"]
    assert section["citations"] == []


def test_footnotes_are_references() -> None:
    text = (
        f"## Rest\n\n{PROSE}[^1] {PROSE}[^note]\n\n[^1]: {ENTRY.format(1)}\n\n[^note]: {ENTRY.format(2)}\n    More.\n"
    )
    assert keys(text) == ["1", "note"]
    assert all(reference["cited"] for reference in references(text))
    assert article(text).source(("references", 0)).startswith("[^1]:")


FRONT_MATTER = dedent("""\
    ---
    references:
      - key: smith2020
        type: journal-article
        authors: [Smith J, "Müller HP", et al]
        title: A title
        container: Journal of Examples
        year: 2020
        doi: https://doi.org/10.1000/1
      - Example A. Another title. Spine. 2016;41:1-8. doi:10.1000/2
    ---
    """)


def test_front_matter_holds_references() -> None:
    found = article(f"{FRONT_MATTER}{PROSE} [@smith2020]\n")
    first, second = found.document["references"]
    assert first == {
        "key": "smith2020",
        "text": "Smith J, Müller HP. A title. Journal of Examples. 2020.",
        "kind": "journal-article",
        "authors": ["Smith J", "Müller HP"],
        "title": "A title",
        "container": "Journal of Examples",
        "year": 2020,
        "doi": "10.1000/1",
        "pmid": None,
        "pmcid": None,
        "isbn": None,
        "arxiv": None,
        "url": None,
        "accessed": None,
        "inline": False,
        "cited": True,
    }
    assert (second["key"], second["title"], second["doi"]) == ("2", "Another title", "10.1000/2")
    assert found.source(("references", 0, "title")) == "A title"
    assert found.source(("references", 0, "authors", 1)) == '"Müller HP"'
    assert found.source(("references", 1)).startswith("Example A.")


def test_references_by_key() -> None:
    assert keys("---\nreferences:\n  smith2020:\n    title: A title\n---\n") == ["smith2020"]


@pytest.mark.parametrize("value", ["5", "[1, null, '']", "text", "{a: b}", "[[a]]"])
def test_other_values_are_passed_over(value: str) -> None:
    assert all(reference["text"] for reference in references(f"---\nreferences: {value}\n---\n"))


def test_a_link_that_cites_is_a_reference_of_its_own() -> None:
    text = f"{PROSE} As [a study](https://doi.org/10.1000/9) and [a page](https://example.org/a) say.\n"
    found = article(text)
    first, second = found.document["references"]
    assert (first["key"], first["doi"], first["kind"], first["inline"]) == (
        "10.1000/9",
        "10.1000/9",
        "journal-article",
        True,
    )
    assert (second["key"], second["url"], second["kind"]) == ("https://example.org/a", "https://example.org/a", "web")
    assert [citation["keys"] for citation in found.document["sections"][0]["paragraphs"][0]["citations"]] == [
        ["10.1000/9"],
        ["https://example.org/a"],
    ]
    assert found.source(("references", 0)) == "[a study](https://doi.org/10.1000/9)"
    assert first["cited"]


def test_a_link_to_an_entry_of_the_list_cites_that() -> None:
    text = f"{PROSE} As [a study](https://doi.org/10.1000/1) says.\n\n## References\n\n1. {ENTRY.format(1)}\n"
    (entry,) = references(text)
    assert (entry["key"], entry["cited"]) == ("1", True)


def test_a_key_that_is_an_identifier_names_its_entry() -> None:
    text = f"{PROSE} [@doi:10.1000/1; @doi:10.1000/2]\n\n## References\n\n1. {ENTRY.format(1)}\n"
    first, second = references(text)
    assert (first["key"], first["cited"]) == ("1", True)
    assert (second["key"], second["doi"], second["inline"]) == ("doi:10.1000/2", "10.1000/2", True)


def test_a_reference_made_from_a_key_stands_where_the_key_does() -> None:
    found = article(f"{PROSE} [@doi:10.1000/9]\n")
    assert found.source(("references", 0)) == "[@doi:10.1000/9]"


@pytest.mark.parametrize(
    ("key", "field", "value"),
    [
        ("url:https://example.org/a", "url", "https://example.org/a"),
        ("isbn:9780306406157", "isbn", "9780306406157"),
        ("wikidata:Q56458321", "url", "https://www.wikidata.org/wiki/Q56458321"),
        ("pmid:12345678", "pmid", "12345678"),
    ],
)
def test_keys_that_name_their_source_themselves(key: str, field: str, value: str) -> None:
    (entry,) = references(f"{PROSE} [@{key}]\n")
    assert (entry["key"], entry[field], entry["inline"], entry["cited"]) == (key, value, True, True)


REMARK = f"## Rest\n\n{PROSE}[^1] {PROSE}[^2]\n\n[^1]: {{}}\n\n[^2]: {ENTRY.format(2)}\n"


@pytest.mark.parametrize("note", ["How much did that chair cost, one wonders?", "We write “chair” for all seats."])
def test_a_note_that_names_no_source_is_no_reference(note: str) -> None:
    text = REMARK.format(note)
    assert keys(text) == ["2"]
    assert article(text).document["sections"][0]["citations"] == ["2"]


@pytest.mark.parametrize(
    "note", ["[A page](/posts/sitting/)", "Ibid., 34.", "Example 2020, p. 3.", "Example A. Sitting."]
)
def test_a_note_that_may_name_one_is(note: str) -> None:
    assert keys(REMARK.format(note)) == ["1", "2"]
