"""Offsets, lines and columns, in characters and in UTF-16 units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.text import Text

texts = st.text(st.sampled_from("ab \t\n\r\u2028\x0b😀é\u0301"), max_size=30)


@pytest.mark.parametrize(
    ("source", "starts"),
    [
        ("", [0]),
        ("a", [0]),
        ("a\n", [0, 2]),
        ("a\r\nb\rc\n\nd", [0, 3, 5, 7, 8]),
        ("a\u2028b\x0bc\x0cd\x85e", [0]),
        ("\n\r", [0, 1, 2]),
    ],
)
def test_lines_end_where_those_of_markdown_do(source: str, starts: list[int]) -> None:
    assert Text(source).line_starts == starts


def test_lines_and_columns_count_from_1() -> None:
    text = Text("ab\r\ncd\n")
    assert [text.position(at) for at in range(8)] == [(1, 1), (1, 2), (1, 3), (1, 4), (2, 1), (2, 2), (2, 3), (3, 1)]


def test_an_offset_outside_is_the_nearest_inside() -> None:
    text = Text("ab\ncd")
    assert (text.position(-1), text.position(99)) == ((1, 1), (2, 3))
    assert (text.offset(0), text.offset(1, 0), text.offset(2, 99), text.offset(99)) == (0, 0, 5, 5)


def test_utf16_counts_from_0_and_an_emoji_is_two_units() -> None:
    text = Text("a\n😀é\u0301b")
    assert [text.utf16_position(at) for at in range(2, 7)] == [(1, 0), (1, 2), (1, 3), (1, 4), (1, 5)]


def test_half_a_pair_is_one_unit() -> None:
    assert Text("\ud83db").utf16_position(1) == (0, 1)


def test_a_line_has_no_line_end() -> None:
    text = Text("a\r\n b\rc\n")
    assert [text.line(number) for number in range(1, 6)] == ["a", " b", "c", "", ""]


@given(texts)
def test_positions_and_offsets_undo_each_other(source: str) -> None:
    text = Text(source)
    assert [text.offset(*text.position(at)) for at in range(len(source) + 1)] == list(range(len(source) + 1))


@given(texts)
def test_lines_make_up_the_text(source: str) -> None:
    text = Text(source)
    assert "\n".join(text.line(number + 1) for number in range(len(text.line_starts))) == source.replace(
        "\r\n", "\n"
    ).replace("\r", "\n")
