"""The document: its keys, and spans that lead to what it says."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.article import Article
from lint.article.parse import parse
from lint.article.settings import Settings
from lint.finding import Pointer
from tests.article.reading import PROSE, article

ARTICLES = sorted((Path(__file__).parents[2] / "articles").glob("*.md"))
FRONT_MATTER = "---\ntitle: An example\nauthors:\n  - name: Jane Example\n---\n"

PIECES = (
    "## A *heading*\n",
    "# Title\n",
    f"{PROSE}\n",
    "Rest helps.(1) Heat does. (2) *Walking* [helps](https://example.org/a)[^1].\n",
    "Two lines of\nprose, *with* `code` & &eacute;ntities <b>too</b>.\n",
    "1. **Title** — some prose (1)\n2. **Other** — more prose\n",
    "1. Title\n\n   Some prose ([1](#a))\n\n2. Other\n\n   More\n",
    "- an item 😀 with é combining e\u0301\n  - nested [@key]\n",
    "> quoted 80% of adults\n> in two lines\n",
    "| a | b |\n|---|---|\n| c (1) | *d* |\n",
    "<!-- copydesk role: about -->\n",
    "<div>raw</div>\n",
    "**Bold**\n",
    "References:\n",
    "1. Example A. A title. *Spine*. 2016;4:1. <https://doi.org/10.1000/1>\n2. Page. https://example.org/b\n",
    "[^1]: Sample B. A note. Spine. 2017;4:1. doi:10.1000/2\n",
    "\tcode\n",
    "***\n",
    "![an image](a.png)\n",
)
documents = st.lists(st.sampled_from(PIECES), max_size=12).map("\n".join)


def read(text: str) -> Article:
    return parse("articles/example.md", text, Settings()).article


def scalars(value: Any, at: Pointer = ()) -> list[tuple[Pointer, Any]]:
    """Each scalar of a document, with its pointer."""
    if isinstance(value, dict):
        return [found for key, inner in value.items() for found in scalars(inner, (*at, key))]
    if isinstance(value, list):
        return [found for key, inner in enumerate(value) for found in scalars(inner, (*at, key))]
    return [(at, value)]


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def follows(inner: str, outer: str) -> bool:
    """Whether the letters of a text stand in another in this order: markup may stand between them."""
    rest = iter(outer)
    return all(letter in rest for letter in inner)


def check_spans(found: Article) -> None:
    """The text under each scalar's own span says what the document says."""
    for pointer, value in scalars(found.document):
        source = found.source(pointer)
        if pointer not in found.spans or not isinstance(value, str) or pointer[-1] == "accessed":
            continue
        if pointer[0] == "references" and pointer[2] == "authors":
            assert set(re.findall(r"\w{2,}", value)) & set(re.findall(r"\w{2,}", source)), (pointer, value, source)
        else:
            assert follows(letters(value.replace("é", "")), letters(source)), (pointer, value, source)
    for pointer, span in found.spans.items():
        assert 0 <= span.start <= span.end <= len(found.text), pointer


@pytest.mark.parametrize("path", ARTICLES, ids=[path.stem for path in ARTICLES])
def test_spans_lead_to_what_the_document_says(path: Path) -> None:
    def beside(name: str) -> str | None:
        return (path.parent / name).read_text("utf-8") if (path.parent / name).exists() else None

    found = parse(path.name, path.read_text("utf-8"), Settings(), beside).article
    check_spans(found)
    named = [("sections", s, "heading") for s, one in enumerate(found.document["sections"]) if one["heading"]]
    named += [("sections", s, "paragraphs", p, "citations", c) for s, p, c in _citations(found)]
    assert named and all(pointer in found.spans for pointer in named)


def _citations(found: Article) -> list[tuple[int, int, int]]:
    return [
        (s, p, c)
        for s, section in enumerate(found.document["sections"])
        for p, paragraph in enumerate(section["paragraphs"])
        for c in range(len(paragraph["citations"]))
    ]


@given(documents)
def test_spans_lead_to_what_any_document_says(text: str) -> None:
    check_spans(read(text))
    check_spans(read(FRONT_MATTER + text))


@given(documents)
def test_front_matter_only_shifts(text: str) -> None:
    bare, below = read(text), read(FRONT_MATTER + text)
    if bare.document["title"] in (None, "Title"):
        for name in ("references", "feedback_link", "disclaimers"):
            assert bare.document[name] == below.document[name]
    if "# Title" not in text:
        assert bare.document["sections"] == below.document["sections"]
        shifted = {at: span for at, span in below.spans.items() if at[:1] in (("sections",), ("references",))}
        for at, span in shifted.items():
            assert bare.spans[at] == (span.start - len(FRONT_MATTER), span.end - len(FRONT_MATTER)), at


@given(documents)
def test_line_ends_change_nothing(text: str) -> None:
    unix, windows = read(text), read(text.replace("\n", "\r\n"))
    assert unix.document == windows.document
    for at in unix.spans:
        assert unix.source(at) == windows.source(at).replace("\r\n", "\n"), at


@given(st.text(alphabet="#*_-[]()<>^`|!&;:.@1290 \n\r\tab\u00b9é😀\u2028", max_size=200))
def test_no_text_breaks_the_parser(text: str) -> None:
    check_places(parse("a.md", text, Settings()).article)


def check_places(found: Article) -> None:
    assert all(0 <= span.start <= span.end <= len(found.text) for span in found.spans.values())


def test_the_documents_keys() -> None:
    found = article(
        f"{FRONT_MATTER}# An example\n\n{PROSE} (1)\n\n![a](b.png) [c](d)\n\n## References\n\n1. A source. https://example.org/a\n"
    )
    assert list(found.document) == [
        "path",
        "front_matter",
        "title",
        "sections",
        "references",
        "disclaimers",
        "feedback_link",
    ]
    assert found.document["path"] == "articles/example.md"
    assert found.document["front_matter"]["title"] == found.document["title"] == "An example"
    assert found.source(("title",)) == "An example"
    section = found.document["sections"][0]
    assert list(section) == ["heading", "level", "role", "words", "paragraphs", "citations", "links"]
    assert section["citations"] == ["1"]
    assert section["links"] == [{"url": "b.png", "text": "a", "image": True}, {"url": "d", "text": "c"}]
    assert section["paragraphs"][0]["citations"] == [{"keys": ["1"], "style": "parenthesis", "linked": False}]
    assert found.source(("sections", 0, "links", 1)) == "[c](d)"


def test_without_front_matter_the_first_heading_is_the_title() -> None:
    found = article("Words.\n\n# The title\n")
    assert found.document["front_matter"] is None
    assert found.document["title"] == found.source(("title",)) == "The title"
    assert article("Words.\n\n## A section\n").document["title"] is None


def test_broken_front_matter_is_a_problem() -> None:
    parsed = parse("a.md", "---\ntitle: [\n---\nWords.\n", Settings())
    assert parsed.problems
    assert parsed.article.document["front_matter"] is None
    assert parsed.article.document["sections"]


def test_claims_have_places() -> None:
    found = article(f"{PROSE} About 80% of\nadults recover. Yes.\n")
    assert found.document["sections"][0]["paragraphs"][0]["claims"] == [
        {"text": "About 80% of adults recover.", "trigger": "number"}
    ]
    assert found.source(("sections", 0, "paragraphs", 0, "claims", 0)) == "About 80% of\nadults recover."


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Rest helps ([1](https://doi.org/10.1000/1)).", ["10.1000/1"]),
        (
            "Rest helps ([1](https://doi.org/10.1000/1), [2](https://example.org/b)).",
            ["10.1000/1", "https://example.org/b"],
        ),
        ("Rest helps [[1]](https://doi.org/10.1000/1).", ["10.1000/1"]),
        ("Rest helps [1].\n\n[1]: https://doi.org/10.1000/1", ["10.1000/1"]),
        ("Rest helps <sup>[21](https://example.org/p#ref21)</sup>.", ["https://example.org/p#ref21"]),
        ("Rest helps ([1](#ref-1)).", ["1"]),
        ("Rest helps ([1](/sources)).", ["1"]),
        ("Rest helps ([1](https://own.example/sources)).", ["1"]),
    ],
)
def test_a_number_that_links_to_an_address_names_the_source_there(text: str, keys: list[str]) -> None:
    found = article(text, Settings(own=("own.example",))).document
    (citation,) = found["sections"][0]["paragraphs"][0]["citations"]
    assert (citation["keys"], citation["linked"]) == (keys, True)
    assert [one["key"] for one in found["references"]] == [key for key in keys if key != "1"]
    assert all(one["inline"] and one["cited"] for one in found["references"])


def test_a_linked_number_of_the_list_names_its_entry() -> None:
    text = "Rest helps ([1](https://example.org/other)), too ([3](https://doi.org/10.1000/2)).\n\n## References\n\n"
    entries = "".join(f"{n}. Example A. A title. *Spine*. 2016;4:1. <https://doi.org/10.1000/{n}>\n" for n in (1, 2))
    found = article(text + entries).document
    # (3) leads to entry 2: the number is wrong, and stays as it is for a rule to say so.
    assert found["sections"][0]["citations"] == ["1", "3"]
    assert [one["key"] for one in found["references"]] == ["1", "2"]


def test_a_claims_place_takes_in_the_markup_at_both_ends() -> None:
    found = article(f"{PROSE} **[Studies show](https://example.org/a) that *rest helps.*** Yes.\n")
    source = found.source(("sections", 0, "paragraphs", 0, "claims", 0))
    assert source == "**[Studies show](https://example.org/a) that *rest helps.***"
