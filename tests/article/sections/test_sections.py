"""Sections: where they begin and what they are for."""

from textwrap import dedent

import pytest

from lint.article.settings import ROLES, Settings
from tests.article.reading import PROSE, article, outline, sections


def test_headings_of_any_depth_begin_sections() -> None:
    text = f"Opening words.\n\n## One\n\n{PROSE}\n\n#### Deep\n\n{PROSE}\n\nSetext\n------\n\n{PROSE}\n"
    assert outline(text) == [(None, "introduction"), ("One", "claim"), ("Deep", "claim"), ("Setext", "claim")]
    assert [section["level"] for section in sections(text)] == [0, 2, 4, 2]


def test_a_sections_words_are_its_own() -> None:
    text = f"## Parent\n\n### Child\n\n{PROSE}\n"
    assert [(section["role"], section["words"]) for section in sections(text)] == [
        ("other", 0),
        ("claim", len(PROSE.split())),
    ]


def test_the_heading_has_its_own_span() -> None:
    found = article(f"## The *bold* one ##\n\n{PROSE}\n")
    assert found.document["sections"][0]["heading"] == "The bold one"
    assert found.source(("sections", 0, "heading")) == "The *bold* one"
    assert found.source(("sections", 0)).startswith("## The")


def test_the_title_and_what_stands_under_it_are_the_introduction() -> None:
    text = f"# What helps\n\n{PROSE}\n\n## Rest\n\n{PROSE}\n"
    assert outline(text) == [("What helps", "introduction"), ("Rest", "claim")]
    titled = f"---\ntitle: What helps\n---\n{PROSE}\n\n# What helps\n\n{PROSE}\n\n# Rest\n\n{PROSE}\n"
    assert outline(titled) == [(None, "introduction"), ("What helps", "introduction"), ("Rest", "claim")]


def test_a_first_heading_of_several_that_is_not_the_title_makes_claims() -> None:
    text = f"---\ntitle: What helps\n---\n# Heat\n\n{PROSE}\n\n# Rest\n\n{PROSE}\n"
    assert outline(text) == [("Heat", "claim"), ("Rest", "claim")]


def test_an_article_without_any_heading_makes_claims_itself() -> None:
    assert outline(f"{PROSE}\n\n{PROSE}\n") == [(None, "claim")]
    assert outline(f"# Title\n\n{PROSE}\n\n## References\n\n1. A source. https://example.org/a\n")[0] == (
        "Title",
        "claim",
    )


LISTICLES = {
    "pasted": "1. First: a subtitle\n\n   {prose}\n\n2. Second\n\n   {prose}\n",
    "closing bracket": "1) First: a subtitle\n\n   {prose}\n\n2) Second\n\n   {prose}\n",
    "with colons": "1. First: a subtitle:\n\n   {prose}\n\n2. Second:\n\n   {prose}\n",
    "bold": "1. **First: a subtitle**\n\n   {prose}\n\n2. **Second**\n\n   {prose}\n",
    "bold and dash": "1. **First: a subtitle** — {prose}\n2. **Second** – {prose}\n",
    "bold and full stop": "1. **First: a subtitle.** {prose}\n2. **Second.** {prose}\n",
    "bold and colon": "1. **First: a subtitle:** {prose}\n2. **Second**: {prose}\n",
    "bold line": "1. **First: a subtitle**\n   {prose}\n2. **Second**\n   {prose}\n",
    "plain line": "1. First: a subtitle\n   {prose}\n2. Second\n   {prose}\n",
    "headings": "1. ### First: a subtitle\n\n   {prose}\n\n2. ### Second\n\n   {prose}\n",
    "not indented": "1. First: a subtitle\n\n{prose}\n\n2. Second\n\n{prose}\n",
    "bold paragraphs": "**First: a subtitle**\n\n{prose}\n\n**Second**\n\n{prose}\n",
    "numbered bold paragraphs": "**1. First: a subtitle**\n\n{prose}\n\n**2. Second**\n\n{prose}\n",
}


@pytest.mark.parametrize("shape", LISTICLES.values(), ids=list(LISTICLES))
def test_items_with_a_title_are_sections(shape: str) -> None:
    text = f"{PROSE}\n\n" + shape.format(prose=PROSE)
    found = article(text)
    assert outline(text) == [(None, "introduction"), ("First: a subtitle", "claim"), ("Second", "claim")]
    assert [section["words"] for section in found.document["sections"][1:]] == [len(PROSE.split())] * 2
    for number, heading in enumerate(("First: a subtitle", "Second"), start=1):
        assert found.source(("sections", number, "heading")) == heading
        assert found.source(("sections", number, "paragraphs", 0)) == PROSE


@pytest.mark.parametrize(
    "items",
    [
        "1. Warm up\n\n   Walk for a while.\n\n2. Stretch\n\n   Hold it.\n",
        "1. **Rest** is what many people try first, although nothing speaks for it.\n2. **Heat** is next.\n",
        f"1. {PROSE}\n2. {PROSE}\n",
        "1. Rest\n2. Heat\n3. Walking\n",
        f"- **Rest** — {PROSE}\n- **Heat** — {PROSE}\n",
        f"1. The first line of an item that was wrapped\n   and goes on here. {PROSE}\n2. Another\n   and so on\n",
    ],
)
def test_other_lists_stay_prose_of_their_section(items: str) -> None:
    (section,) = sections(f"## Steps\n\n{PROSE}\n\n{items}")
    assert {paragraph["kind"] for paragraph in section["paragraphs"][1:]} == {"list-item"}


def test_prose_after_the_last_item_is_the_conclusion() -> None:
    text = f"{PROSE}\n\n" + LISTICLES["pasted"].format(prose=PROSE) + f"\n{PROSE}\n\n{PROSE}\n"
    assert outline(text)[-1] == (None, "conclusion")
    assert len(sections(text)[-1]["paragraphs"]) == 2


def test_prose_after_a_list_in_the_middle_goes_on_with_its_section() -> None:
    text = f"## Causes\n\n{LISTICLES['pasted'].format(prose=PROSE)}\n{PROSE}\n\n## Treatment\n\n{PROSE}\n"
    assert outline(text)[3:] == [("Causes", "claim"), ("Treatment", "claim")]
    assert article(text).source(("sections", 3, "heading")) == "Causes"


def test_a_pasted_listicle_ends_where_the_text_says_so() -> None:
    text = LISTICLES["not indented"].format(prose=PROSE) + f"\nIn conclusion, all is said.\n\n{PROSE}\n"
    assert outline(text)[-1] == (None, "conclusion")


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Introduction", "introduction"),
        ("Key takeaways", "introduction"),
        ("Conclusion", "conclusion"),
        ("The bottom line", "conclusion"),
        ("7. References", "references"),
        ("Sources:", "references"),
        ("References and further reading", "references"),
        ("Further reading", "related"),
        ("Medical disclaimer", "disclaimer"),
        ("About the author", "about"),
        ("Was this article helpful?", "feedback"),
        ("Sources of vitamin D", "claim"),
        ("Does walking help?", "claim"),
        ("About back pain", "claim"),
        ("Executive summary", "introduction"),
        ("Background", "introduction"),
        ("Bottom lines", "conclusion"),
        ("The practical bottom line", "conclusion"),
        ("To sum it up", "conclusion"),
        ("What’s next?", "conclusion"),
        ("Next steps", "conclusion"),
        ("Source references", "references"),
        ("Data sources", "references"),
        ("Key guidelines", "references"),
        ("** References **", "references"),
        ("References\u200b", "references"),
        ("Organizations to support", "related"),
        ("Educational disclaimer", "disclaimer"),
        ("Scope of this report", "about"),
        ("What this site is", "about"),
        ("Change log", "about"),
        ("Revision history", "about"),
        ("Book an appointment", "feedback"),
        ("When to contact us", "feedback"),
        ("Ingredients", "instructions"),
        ("Directions", "instructions"),
        ("Method", "instructions"),
        ("What you’ll need", "instructions"),
        ("Step-by-step instructions", "instructions"),
        ("Shopping list", "instructions"),
        ("History", "claim"),
        ("Ingredients to avoid", "claim"),
        ("When to contact a doctor", "claim"),
        ("Background noise and sleep", "claim"),
    ],
)
def test_headings_name_roles(heading: str, role: str) -> None:
    assert outline(f"## First\n\n{PROSE}\n\n## {heading}\n\n{PROSE}\n")[1][1] == role


@pytest.mark.parametrize("line", ["References:", "**References**", "**Sources:**", "Also Read:", "*Further reading*:"])
def test_a_line_that_names_a_role_is_a_heading(line: str) -> None:
    text = f"## First\n\n{PROSE}\n\n{line}\n\n- An entry\n"
    assert outline(text)[1][0] == line.strip("*:")


@pytest.mark.parametrize(
    "line",
    [
        "**If your chest hurts, call an ambulance at once.**",
        "**By Jane Example, MD**",
        "**Note:**",
        "Walk every day:",
        "**Disclaimer:** this is an example.",
        "[Recent posts](/recent)",
    ],
)
def test_other_short_lines_are_prose(line: str) -> None:
    assert len(sections(f"## First\n\n{PROSE}\n\n{line}\n\n{PROSE}\n")) == 1


def test_sections_below_references_and_notes_share_their_role() -> None:
    text = f"## Causes\n\n{PROSE}\n\n## About us\n\n### Our team\n\n{PROSE}\n\n## Treatment\n\n{PROSE}\n"
    assert [role for _, role in outline(text)] == ["claim", "about", "about", "claim"]


@pytest.mark.parametrize(
    "text",
    [
        "<!-- copydesk role: about -->\n\n## Ours\n\n{prose}\n",
        "## Ours\n\n<!-- copydesk role: about -->\n\n{prose}\n",
        "## Ours\n\n{prose} <!-- copydesk role: about -->\n",
        "## Ours <!-- copydesk role: about -->\n\n{prose}\n",
        "## Ours\n\n{prose}\n\n<!-- copydesk role: about -->\n",
    ],
)
def test_a_marker_decides(text: str) -> None:
    found = outline(f"## First\n\n{PROSE}\n\n" + text.format(prose=PROSE))
    assert found == [("First", "claim"), ("Ours", "about")]


def test_an_entry_of_a_change_log_claims_nothing() -> None:
    text = f"## First\n\n{PROSE}\n\n## Change log\n\n**v1.2 (February 11, 2026)**\n\n{PROSE}\n\n{PROSE}\n"
    assert {role for _, role in outline(text)[1:]} == {"about"}


STEPS = f"1. {PROSE}\n2. {PROSE}\n3. Rest.\n"


def test_numbered_steps_are_instructions_where_the_heading_says_how_to_do_something() -> None:
    text = f"## First\n\n{PROSE}\n\n## %s\n\n{PROSE}\n\n{STEPS}"
    assert outline(text % "How to do the cat stretch")[1][1] == "instructions"
    assert outline(text % "How to prevent a stiff back")[1][1] == "claim"
    assert outline(text.replace("1.", "-").replace("2.", "-") % "How to do the cat stretch")[1][1] == "claim"


def test_the_title_at_any_level_is_the_introduction() -> None:
    text = f"---\ntitle: What helps\n---\n\n## What *helps*\n\n{PROSE}\n\n## Rest\n\n{PROSE}\n"
    assert outline(text) == [("What helps", "introduction"), ("Rest", "claim")]
    assert outline(text.replace("title: What", "title: How"))[0] == ("What helps", "claim")


@pytest.mark.parametrize(("body", "line"), [(f"{PROSE}\n", PROSE), ("One line\nand more of it.\n", "One line")])
def test_without_a_heading_the_first_line_stands_for_it(body: str, line: str) -> None:
    assert article(body).source(("sections", 0, "heading")) == line
    assert article(body.replace("\n", "\r\n")).source(("sections", 0, "heading")) == line


LABELS = (
    "**Direct benefits:**\n\n- It eases a stiff back (1).\n- It keeps you mobile.\n\n"
    "**Other benefits**\n\n- You sleep better, and worry a little less.\n- You need fewer painkillers.\n"
)


def test_short_pieces_under_bold_labels_are_the_sections_own() -> None:
    text = f"## Causes\n\n{PROSE}\n\n## Benefits\n\n{LABELS}"
    assert outline(text) == [("Causes", "claim"), ("Benefits", "claim")]
    found = article(text)
    assert [one["text"] for one in sections(text)[1]["paragraphs"]][::3] == ["Direct benefits:", "Other benefits"]
    assert found.source(("sections", 1, "paragraphs", 0)) == "**Direct benefits:**"
    assert found.document["sections"][1]["citations"] == ["1"]


def test_short_pieces_under_a_bold_label_that_is_a_section_stay_apart() -> None:
    text = f"## Benefits\n\n**Direct benefits**\n\n{PROSE}\n\n{LABELS}"
    assert [heading for heading, _ in outline(text)] == [
        "Benefits",
        "Direct benefits",
        "Direct benefits",
        "Other benefits",
    ]


def test_a_bold_label_that_names_a_role_is_a_section() -> None:
    assert outline(f"## Benefits\n\n{PROSE}\n\n**Disclaimer**\n\nAn example.\n")[1:] == [("Disclaimer", "disclaimer")]


def test_a_marker_for_no_role_changes_nothing() -> None:
    assert outline(f"## First\n\n<!-- copydesk role: nonsense -->\n\n{PROSE}\n") == [("First", "claim")]


def test_few_words_claim_nothing() -> None:
    assert outline(f"## One\n\nFew words.\n\n## Two\n\n{PROSE}\n") == [("One", "other"), ("Two", "claim")]
    assert outline("## One\n\nFew words.\n", Settings(minimum_words=2)) == [("One", "claim")]


def test_the_publications_own_patterns_count() -> None:
    settings = Settings(roles={**ROLES, "about": (*ROLES["about"], "our promise")})
    assert outline(f"## Our promise\n\n{PROSE}\n", settings) == [("Our promise", "about")]


def test_paragraphs_have_a_kind_and_code_is_none() -> None:
    text = dedent("""\
        ## First

        A paragraph.

        - An item

          with a second paragraph

        > A quotation

        | A | table |
        |---|-------|
        | of | words |

            code

        <div>raw</div>
        """)
    found = [(paragraph["kind"], paragraph["text"]) for paragraph in sections(text)[0]["paragraphs"]]
    assert found == [
        ("paragraph", "A paragraph."),
        ("list-item", "An item"),
        ("list-item", "with a second paragraph"),
        ("quotation", "A quotation"),
        ("table-row", "A | table"),
        ("table-row", "of | words"),
    ]


def test_an_empty_article_has_no_sections() -> None:
    assert outline("") == outline("---\ntitle: x\n---\n") == []
