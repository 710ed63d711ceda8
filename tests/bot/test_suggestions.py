"""A fix in the form in which GitHub offers it."""

import pytest

from bot.diff import File, Lines
from bot.suggestions import _lines

OLD = "one\ntwo\nthree\nfour\n"


@pytest.mark.parametrize(
    ("new", "touched", "expected"),
    [
        ("one\nTWO\nthree\nfour\n", Lines(2, 2), (2, 2, "TWO")),
        ("one\nTWO\nthree\nFOUR\n", Lines(1, 4), (2, 4, "TWO\nthree\nFOUR")),
        ("one\nTWO\nthree\nFOUR\n", Lines(2, 3), None),
        ("one\nTWO\nthree\nfour\n", Lines(3, 4), None),
        ("one\nthree\nfour\n", Lines(2, 2), (2, 2, "")),
        ("one\ntwo\nnew\nthree\nfour\n", Lines(2, 2), (2, 2, "two\nnew")),
        ("one\ntwo\nnew\nthree\nfour\n", Lines(3, 3), (3, 3, "new\nthree")),
        ("new\none\ntwo\nthree\nfour\n", Lines(1, 1), (1, 1, "new\none")),
        ("one\ntwo\nthree\nfour\nnew\n", Lines(4, 4), (4, 4, "four\nnew")),
        ("one\nt\u202ewo\nthree\nfour\n", Lines(2, 2), None),
        (OLD * 9, Lines(1, 4), (4, 4, "four\n" + OLD * 7 + "one\ntwo\nthree\nfour")),
    ],
)  # fmt: skip
def test_the_lines_that_differ(new: str, touched: Lines, expected: tuple[int, int, str] | None) -> None:
    assert _lines(OLD, new, File("a.md", "modified", "a.md", (touched,))) == expected


def test_many_lines_are_no_suggestion() -> None:
    old = "".join(f"{n}\n" for n in range(40))
    assert _lines(old, old.replace("\n", "!\n"), File("a.md", "added", "", (Lines(1, 40),))) is None
