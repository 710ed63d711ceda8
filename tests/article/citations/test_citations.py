"""Citations: the markers that count, and the numbers that do not."""

import time

import pytest

from lint.article.blocks import Block, blocks
from lint.article.citations import Citation, citations
from lint.article.citations.numerals import known_keys
from lint.finding import Span

THREE = frozenset(("1", "2", "3"))


def found(text: str, keys: frozenset[str] = THREE) -> list[tuple[Citation, str]]:
    """The citations of a text's first block, each with its source."""
    block = blocks(text)[0]
    return [(one, text[slice(*one.span)]) for one in citations(block, known_keys(keys, text))]


@pytest.mark.parametrize(
    ("marker", "style", "keys", "linked"),
    [
        ("(1)", "parenthesis", "1", False),
        ("(1, 2)", "parenthesis", "1 2", False),
        ("(1,2)", "parenthesis", "1 2", False),
        ("(1; 3)", "parenthesis", "1 3", False),
        ("(1–3)", "parenthesis", "1 2 3", False),
        ("(1-3)", "parenthesis", "1 2 3", False),
        ("( 2 )", "parenthesis", "2", False),
        ("(see 2)", "parenthesis", "2", False),
        ("(refs. 1, 2)", "parenthesis", "1 2", False),
        ("([1](#ref-1))", "parenthesis", "1", True),
        ("([1](#ref-1), [2](#ref-2))", "parenthesis", "1 2", True),
        ("[(1)](https://doi.org/10.1000/1)", "parenthesis", "1", True),
        ("([2](https://doi.org/10.1000/1))", "parenthesis", "2", True),
        ('(<a href="#r1">1</a>)', "parenthesis", "1", True),
        ("[1]", "bracket", "1", False),
        ("[1,2]", "bracket", "1 2", False),
        ("[1]–[3]", "bracket", "1 2 3", False),
        ("[1](#ref-1)", "bracket", "1", True),
        ("[[1]](#ref-1)", "bracket", "1", True),
        ("<sup>1</sup>", "superscript", "1", False),
        ("<sup>1,2</sup>", "superscript", "1 2", False),
        ("<sup>[1]</sup>", "superscript", "1", False),
        ("<sup>[1](#ref-1)</sup>", "superscript", "1", True),
        ("<sup>[1](#ref-1),[2](#ref-2)</sup>", "superscript", "1 2", True),
        ("¹", "unicode-superscript", "1", False),
        ("¹²", "unicode-superscript", "12", False),
        ("¹,²", "unicode-superscript", "1 2", False),
        ("¹⁻³", "unicode-superscript", "1 2 3", False),
        ("^1^", "caret", "1", False),
        ("^1,2^", "caret", "1 2", False),
        ("[@smith2020]", "key", "smith2020", True),
        ("[@smith2020; @doi:10.1000/a(b)c]", "key", "smith2020 doi:10.1000/a(b)c", True),
        ("[see @smith2020, p. 3]", "key", "smith2020", True),
        ("[^unknown]", "footnote", "unknown", True),
    ],
)
@pytest.mark.parametrize("place", ["Rest helps.{}", "Rest helps. {}", "Rest helps{}.", "Rest{}, they say, helps."])
def test_every_style_is_read(place: str, marker: str, style: str, keys: str, linked: bool) -> None:
    one, source = found(place.format(marker))[0]
    assert (one.style, " ".join(one.keys), one.linked, source) == (style, keys, linked, marker)
    assert len(found(place.format(marker))) == 1


def test_footnotes_are_read() -> None:
    (one, source), (other, _) = found("Rest helps.[^1][^b]\n\n[^1]: A note.\n\n[^b]: Another.\n")
    assert (one.style, one.keys, one.linked, source) == ("footnote", ("1",), True, "[^1]")
    assert other.keys == ("b",)


def test_several_markers_in_a_row_are_several_citations() -> None:
    assert [source for _, source in found("Rest helps.(1)(2) Heat does.[1][2] Yes.<sup>1</sup>,<sup>2</sup>")] == [
        "(1)",
        "(2)",
        "[1]",
        "[2]",
        "<sup>1</sup>",
        "<sup>2</sup>",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It was known then (2016).",
        "Most recover (95%).",
        "A small study (n = 12) found it.",
        "You can: (1) rest, (2) walk, and (3) stretch.",
        "You can (1) rest, (2) walk and (3) stretch in turn.",
        "(1) Rest is the first step.",
        "Call (555) 123-4567.",
        "Call 020 (2) 7946 0018.",
        "As the figure (Figure 2) shows.",
        "As Figure (2) shows.",
        "As table (1) shows.",
        "Spine 2016;41(3):141.",
        "Fe(2) and Fe(3) are ions, H(1) is one too.",
        "The oldest (18) walked.",
        "One of them was a boy (18).",
        "The area is 10 m², or 3 km<sup>2</sup>.",
        "A BMI of 30 kg/m² or kg/m^2^.",
        "CO² and H₂O.",
        "It is 10^2^ or 10<sup>3</sup> or 10⁶.",
        "The isotope <sup>14</sup>C or ¹⁴C.",
        "The 1<sup>st</sup> of May.",
        "Use `(1)` and `[2]`.",
        "See [the study (1) of it](https://example.org/a).",
        "![Figure (1)](a.png)",
        "95% CI [1, 3].",
        "A value in the interval [1, 3].",
        "The list x[1].",
        "- [ ] to do",
        "On 1/2/2020 (1/2).",
        "Write to [me](mailto:a@example.org) or [a@example.org].",
        "The numbers in the parentheses (1, 2, 3) are links.",
        "Numbers in brackets, such as (1), lead to the list.",
        "The numbers (1, 2) are clickable.",
        "https://example.org/a_(1)x",
        "It is 1).",
        "Grade (0).",
        "![8]({{ site.baseurl }}/images/spine 8.png)",
        "![The spine](/images/the spine (1).png)",
        "See [the page](/pages/a page (1).html) of it.",
        "It says {{ cite[1] }} and {% note (2) %} here.",
        "A total of [77,227](https://example.org/people) took part.",
        "See section 501(c)(3) of the act.",
        "See paragraph 2(ii)(3).",
        "A group called Noname057(16) did it.",
        "A [60]-fullerene is a ball.",
        "Known if: (1) an onset AND (2) poor attention AND either (3) noise OR (4) light.",
        "All of ⁰¹²³⁴⁵⁶⁷⁸⁹ and ¹²³⁴ are raised.",
        "As chapter [2](https://example.org/b) says.",
        "See chapters [1](https://example.org/a), [2](https://example.org/b) and [3](https://example.org/c).",
        "[1] Example A. A title. Journal. 2020;1:1-2.",
    ],
)
def test_other_numbers_are_no_citations(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Rest helps (4).",
        "Rest helps. (4) Heat does too.",
        "Rest helps,(4) as does heat.",
        "It is common in COVID-19 (2).",
        "It was seen in 2016 (2).",
        "It was seen in COVID-19<sup>2</sup> and in 2016².",
        "Rest helps for many days (3).",
        "The risk grows with age (1).",
        "Smith (1) found that rest helps.",
        "Rest helps (1) and heat does (2).",
        "Pain is common. (1) Rest helps. (2) Heat helps.",
        "Pain is common,(1) worse in men,(2) and rare.(3)",
        "COVID-19 [1] spreads.",
        "The scientists revised these numbers (1).",
        "It was seen in imaging (MRI)(1).",
        "It was seen.(1)(2)",
        "[1] found that rest helps.",
    ],
)
def test_numbers_at_the_end_of_a_clause_are_citations(text: str) -> None:
    assert found(text)


def test_two_numbers_that_look_like_a_large_one_need_their_entries() -> None:
    assert found("Rest helps ([12,123](#references)).", frozenset(("12", "123")))[0][0].keys == ("12", "123")


def test_a_number_far_above_the_list_is_none_in_parentheses() -> None:
    assert found("He was old (64).") == []
    assert found("He was old (13).")[0][0].keys == ("13",)


def test_without_a_list_markers_that_begin_with_one_are_citations() -> None:
    assert found("He was old (8).", frozenset()) == []
    assert [one.keys for one, _ in found("Rest helps (1). Heat does (2).", frozenset())] == [("1",), ("2",)]


def test_the_span_leads_through_line_ends_and_lists() -> None:
    text = "- Rest\r\n  helps (1,\r\n  2).\r\n"
    block = blocks(text)[0].children[0].children[0]
    (one,) = citations(block, known_keys(THREE, text))
    assert text[slice(*one.span)] == "(1,\r\n  2)"


BRACKETS = "A helps [1]. B helps [2]. C helps [3]. D helps [1]. "


@pytest.mark.parametrize(
    "text", ["It has a large (1-2) effect size.", "Labs (1), imaging (2) and notes (3) were updated."]
)
def test_where_other_markers_are_usual_a_number_within_a_sentence_is_none(text: str) -> None:
    assert [source for _, source in found(BRACKETS + text) if source[0] == "("] == []
    assert [source for _, source in found(text) if source[0] == "("]


@pytest.mark.parametrize("marker", [" (1).", ". (1) ", ".(1)", " ([1](https://example.org/a)), too."])
def test_where_other_markers_are_usual_one_at_the_end_is_still_read(marker: str) -> None:
    assert [one.style for one, _ in found(BRACKETS + "Rest helps" + marker)][-1] == "parenthesis"


def test_in_a_table_a_raised_number_needs_an_entry() -> None:
    rows = blocks("| No^7^ | Yes<sup>8</sup> | No⁹ | Yes^2^ |\n|---|---|---|---|\n")[0].children
    assert [one.keys for row in rows for one in citations(row, known_keys(THREE, ""))] == [("2",)]


def test_a_number_that_repeats_a_word_cites_nothing() -> None:
    assert found("Take two (2) tablets at one (1) time.") == []
    assert [one.keys for one, _ in found("It helps one in two (1).")] == [("1",)]


def test_a_key_in_the_sentence() -> None:
    known = frozenset(("smith2020",))
    text = "As @smith2020 found, rest (see @smith2020) helps @smith2020. Write to a@smith2020 or @nobody, x/@smith2020."
    assert [(one.keys, one.style, source) for one, source in found(text, known)] == [
        (("smith2020",), "key", "@smith2020")
    ] * 3


def test_a_raised_number_in_a_link() -> None:
    assert [(one.keys, one.linked) for one, _ in found("Rest helps.[¹](#ref-1) [²](#ref-2)")] == [
        (("1",), True),
        (("2",), True),
    ]


def test_a_range_is_bounded() -> None:
    assert found("Rest helps (1–999).", frozenset(("1", "999")))[0][0].keys == ("1", "999")


@pytest.mark.parametrize(
    "unit",
    [
        "(1) ",
        "(1, ",
        "[",
        "[1]",
        "(",
        "[@a ",
        "[^1",
        "^1",
        "¹",
        "1–",
        "(see ",
        "(1) a, (2) ",
        "](",
        "](/",
        "{{",
        "{% ",
        "![",
        "[1](a ",
    ],
)
def test_hostile_text_takes_bounded_time(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    block = Block("paragraph", Span(0, len(text)), text, anchors=((0, 0),))
    start = time.process_time()
    citations(block, known_keys(THREE, text))
    assert time.process_time() - start < 20
