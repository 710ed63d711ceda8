"""A comment that would be too long loses what matters least, and says so."""

from hypothesis import given
from hypothesis import strategies as st

from bot.markdown import LIMIT, Block, Sheet
from bot.markdown.sheets import size


def test_what_fits_is_left_alone() -> None:
    sheet = Sheet((Block("## Head"), Block("List:\n", ("- one", "- two"), "end")))
    assert sheet.write() == ("## Head\n\nList:\n\n- one\n- two\nend", ())


def test_the_least_important_rows_go_first_and_are_counted() -> None:
    low = Block("Low:\n", tuple(f"- low {n}" for n in range(1000)), weight=1, what="low things")
    high = Block("High:\n", tuple(f"- high {n}" for n in range(100)), weight=2, what="high things")
    written = Sheet((low, high)).write(6000)
    assert size(written.text) <= 6000
    assert "- high 99" in written.text
    assert f"… and {len(written.cut):,} more low things" in written.text
    assert written.cut == low.rows[1000 - len(written.cut) :]


@given(
    st.lists(st.tuples(st.lists(st.text("aé😀\u0301", max_size=50), max_size=60), st.integers(0, 3)), max_size=6),
    st.integers(2000, 5000),
)
def test_it_never_exceeds_the_limit_and_loses_nothing(blocks: list[tuple[list[str], int]], limit: int) -> None:
    sheet = Sheet(tuple(Block("Head:\n", tuple(f"- {row}" for row in rows), "foot", weight) for rows, weight in blocks))
    written = sheet.write(limit)
    assert size(written.text) <= limit
    rows = [row for block in sheet.blocks for row in block.rows]
    kept = [line for line in written.text.split("\n") if line.startswith("- ")]
    assert sorted([*kept, *written.cut]) == sorted(rows)


def test_characters_beyond_the_first_plane_count_twice() -> None:
    assert size("😀a") == 3
    assert LIMIT == 65_536
