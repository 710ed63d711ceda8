import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.formatters.visible import head, tail, visible, width, wrapped

TEXT = st.text(st.characters(), max_size=60)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("a\tb", "a b"),
        ("Café 睡眠 👍", "Café 睡眠 👍"),
        ("👩\u200d⚕\ufe0f", "👩\u200d⚕\ufe0f"),
        ("\x1b[31mred\x07", "<U+001B>[31mred<U+0007>"),
        ("\u202egnorw\u202c", "<U+202E>gnorw<U+202C>"),
        ("two\nlines\r\u2028\x85", "two<U+000A>lines<U+000D><U+2028><U+0085>"),
        ("zero\u200bwidth\ufeff\u00ad", "zero<U+200B>width<U+FEFF><U+00AD>"),
        ("\udc80\ue000", "<U+DC80><U+E000>"),
    ],
)
def test_what_is_obeyed_or_not_seen_is_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("sleep", 5),
        ("", 0),
        ("Cafe\u0301", 4),
        ("睡眠", 4),
        ("Ａ", 2),
        ("👍", 2),
        ("⚕\ufe0f", 1),
        ("हिन्दी", 5),
        ("\u1112\u1161\u11ab", 2),
    ],
)
def test_width_counts_columns(text: str, columns: int) -> None:
    assert width(text) == columns


def test_head_and_tail_are_cut_at_whole_characters() -> None:
    assert head("back pain", 9) == "back pain"
    assert head("back pain", 8) == "back pa…"
    assert tail("back pain", 8) == "…ck pain"
    assert head("睡眠睡眠", 6) == "睡眠…"
    assert tail("睡眠睡眠", 6) == "…睡眠"
    assert (head("back", 0), tail("back", 0)) == ("", "")


def test_tail_keeps_no_mark_without_its_letter() -> None:
    assert tail("bane\u0301s", 2) == "…s"
    assert tail("bane\u0301s", 3) == "…e\u0301s"


@given(TEXT, st.integers(1, 40))
def test_head_and_tail_fit(text: str, room: int) -> None:
    for cut in (head(text, room), tail(text, room)):
        assert width(cut) <= room
        assert cut == visible(text) or "…" in cut


def test_wrapped_breaks_at_spaces_and_indents() -> None:
    text = "Stretching eases stiffness in the lower back."
    assert list(wrapped(text, 24, "- ", "  ")) == ["- Stretching eases", "  stiffness in the lower", "  back."]
    assert list(wrapped("", 24)) == []


def test_wrapped_breaks_a_word_only_where_it_fills_more_than_a_line() -> None:
    assert list(wrapped("see " + "x" * 25, 20)) == ["see", "x" * 20, "x" * 5]
    assert list(wrapped("睡" * 15, 20)) == ["睡" * 10, "睡" * 5]


@given(TEXT, st.integers(24, 60))
def test_wrapped_loses_nothing_and_fits(text: str, room: int) -> None:
    lines = list(wrapped(text, room, then="  "))
    assert all(width(line) <= room for line in lines)
    assert "".join("".join(lines).split()) == "".join(visible(text).split())


def test_a_long_word_takes_no_longer_than_its_length() -> None:
    assert len(list(wrapped("x" * 1_000_000, 100))) == 10_000
