"""Substance: what counts as a change of a text and what does not."""

import time

import pytest

from lint.rules.substance import body, difference, head, same, words

TEXT = "Rest helps 5 % of people (1), says [a study](https://example.org/a).\n\n1. Example A. doi:10.1000/1\n"


@pytest.mark.parametrize(
    "same",
    [
        TEXT.replace("\n", "\r\n"),
        TEXT.replace("Rest helps", "**rest**  *helps*"),
        TEXT.replace("https://example.org/a", "https://example.org/b 'title'"),
        TEXT.replace("(1)", "[(1)](#ref-1)"),
        TEXT.replace("(1)", "<sup>1</sup>"),
        TEXT.replace("(1)", "¹"),
        TEXT.replace("doi:10.1000/1", "<https://doi.org/10.1000/1>"),
        TEXT.replace("1. Example", '1. <a id="ref-1"></a>Example'),
        TEXT.replace("1. Example", "2) Example"),
        TEXT.replace("people", "people<!-- a remark -->"),
        TEXT.replace(" %", "&nbsp;%"),
        "---\ntitle: x\n---\n" + TEXT,
    ],
)
def test_what_is_no_substance(same: str) -> None:
    assert body(same) == body(TEXT)


@pytest.mark.parametrize(
    "other",
    [
        TEXT.replace("5 %", "50 %"),
        TEXT.replace("5 %", "5"),
        TEXT.replace("5 %", "< 5 %"),
        TEXT.replace("5 %", "1.5 %"),
        TEXT.replace("helps", "may help"),
        TEXT.replace("10.1000/1", "10.1000/2"),
        TEXT.replace("(1)", "(2)"),
    ],
)
def test_what_is_substance(other: str) -> None:
    assert body(other) != body(TEXT)


@pytest.mark.parametrize(
    "above", [TEXT, "A <b\n\n", "See [a](\n\n", "A <!-- note\n\n", "Rest <\n\n5 days, <https://a.b>\n\n"]
)
@pytest.mark.parametrize("one", ["", "Word.\n", "- Word\n", "b> word) --> more\n", "5 %\n"])
@pytest.mark.parametrize("other", ["word", "b> more --> word\n", "(word)\n\nMore.\n"])
def test_states_are_the_same_when_their_words_are(above: str, one: str, other: str) -> None:
    for fence in ("", "---\ntitle: Rest\n---\n"):
        assert same(above + one, fence + above + other) == (body(above + one) == body(fence + above + other))
        assert same(above + one, fence + above + one)


def test_the_head_is_the_front_matter() -> None:
    assert head("---\ntitle: x\n---\nBody\n") == "---\ntitle: x\n---\n"
    assert head("Body\n") == ""


def test_the_difference_counts_words_and_no_moves() -> None:
    assert difference(words("a b c d"), words("c d a b")) == (0, 0)
    assert difference(words("a b c d"), words("a b x y z")) == (3, 2)


@pytest.mark.parametrize("piece", ["<!--", "<a ", "](", "](a ", "< 5", "1. ", "\t", "&amp", "doi:"])
def test_hostile_text_takes_no_longer(piece: str) -> None:
    start = time.process_time()
    words(piece * (1_000_000 // len(piece)))
    assert time.process_time() - start < 20
