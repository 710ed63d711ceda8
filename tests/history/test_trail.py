"""Trail: the raw log as git writes it, in pieces of any size, and cut off anywhere."""

from collections.abc import Iterator

import pytest

from lint.history.trail import Entry, Pass, State, entries

ONE, TWO, THREE, FOUR, NONE = (letter * 40 for letter in (b"1", b"2", b"3", b"4", b"0"))
LOG = b"".join(
    (
        b"c4 2026-04-05\0\0::100644 100644 100644 " + THREE + b" " + TWO + b" " + FOUR + b" MR\0b.md\0a.md\0b.md\0",
        b"c3 2026-03-05\0\n:100644 100644 " + ONE + b" " + THREE + b" R088\0a.md\0b.md\0",
        b"c2 2026-02-05\0\n:100644 100644 " + ONE + b" " + TWO + b" M\0a.md\0",
        b"empty 2026-01-06\0",
        b"c1 2026-01-05\0\n:000000 100644 " + NONE + b" " + ONE + b" A\0a.md\0:000000 100644 "
        b"" + NONE + b" " + TWO + b" A\0two\nlines.md\0",
    )
)
READ = [
    Entry(b"c4", b"2026-04-05", (State(b"b.md", THREE), State(b"a.md", TWO)), State(b"b.md", FOUR)),
    Entry(b"c3", b"2026-03-05", (State(b"a.md", ONE),), State(b"b.md", THREE)),
    Entry(b"c2", b"2026-02-05", (State(b"a.md", ONE),), State(b"a.md", TWO)),
    Entry(b"c1", b"2026-01-05", (), State(b"a.md", ONE)),
    Entry(b"c1", b"2026-01-05", (), State(b"two\nlines.md", TWO)),
]


def chunks(data: bytes, size: int) -> Iterator[bytes]:
    return (data[at : at + size] for at in range(0, len(data), size))


@pytest.mark.parametrize("size", [1, 7, 41, 10_000])
def test_entries_in_pieces_of_any_size(size: int) -> None:
    assert list(entries(chunks(LOG, size))) == READ


def test_a_log_that_breaks_off() -> None:
    for end in range(len(LOG)):
        found = list(entries([LOG[:end]]))
        assert found == READ[: len(found)]


def test_a_trail_through_a_merge_and_a_rename() -> None:
    reading = Pass(iter(READ), [State(b"b.md", FOUR), State(b"two\nlines.md", TWO)], frozenset())
    assert [entry.commit for entry in reading.changes(b"b.md")] == [b"c3", b"c2", b"c1"]
    assert [entry.commit for entry in reading.changes(b"two\nlines.md")] == [b"c1"]
    assert all(trail.ended and not trail.cut for trail in reading.trails.values())


def test_a_trail_ends_at_the_boundary() -> None:
    reading = Pass(iter(READ), [State(b"b.md", FOUR)], frozenset({b"c2"}))
    assert [entry.commit for entry in reading.changes(b"b.md")] == [b"c3"]
    assert reading.trails[b"b.md"].cut


def test_it_reads_no_further_than_asked() -> None:
    left = iter(READ)
    next(Pass(left, [State(b"b.md", THREE)], frozenset()).changes(b"b.md"))
    assert next(left) == READ[2]


def test_a_trail_that_is_lost_stays_open() -> None:
    reading = Pass(iter(READ[:2]), [State(b"b.md", FOUR)], frozenset())
    assert [entry.commit for entry in reading.changes(b"b.md")] == [b"c3"]
    assert not reading.trails[b"b.md"].ended
