"""Edits: which go together, and what they make of a text."""

import pytest

from lint.finding import Edit, Finding, Fix, Position, Severity, Span
from lint.fixes.edits import Change, line_end, together


def fix(*edits: tuple[int, int, str], keys: tuple[tuple[str, str], ...] = ()) -> Fix:
    return Fix("Mend", tuple(Edit(Span(start, end), words) for start, end, words in edits), True, keys)


def finding(offered: Fix | None) -> Finding:
    at = Position(1, 1)
    return Finding("rule", Severity.WARNING, "", "article.md", Span(0, 0), (), "", at, at, fix=offered)


def chosen(*offered: Fix | None) -> list[Fix | None]:
    return [one.fix for one in together(map(finding, offered))]


def test_edits_are_made_in_the_order_of_the_text() -> None:
    change = Change.of([fix((4, 5, "E"), (0, 1, "")), fix((2, 2, "+"))])
    assert change.apply("abcdef") == "b+cdEf"
    assert change.after("abcdef") == [(0, 0), (1, 2), (4, 5)]


def test_an_edit_that_two_ask_for_is_made_once() -> None:
    assert Change.of([fix((0, 0, "x")), fix((0, 0, "x"), (2, 2, "y"))]).apply("ab") == "xaby"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (fix((0, 2, "x")), fix((1, 3, "y"))),
        (fix((0, 4, "x")), fix((1, 2, "y"))),
        (fix((1, 2, "y")), fix((0, 4, "x"))),
        (fix((1, 1, "x")), fix((1, 1, "y"))),
        (fix((0, 1, "x")), fix((1, 1, "y"))),
        (fix((1, 1, "x")), fix((1, 2, "y"))),
        (fix((0, 1, "x"), (5, 6, "x")), fix((3, 4, "y"), (5, 7, "y"))),
    ],
)
def test_edits_that_meet_wait_for_the_next_round(one: Fix, other: Fix) -> None:
    assert chosen(one, other) == [one]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (fix((0, 1, "x")), fix((1, 2, "y"))),
        (fix((0, 0, "x")), fix((0, 0, "x"), (3, 4, "y"))),
        (fix((2, 3, "x")), fix((0, 1, "y"))),
    ],
)
def test_edits_that_do_not_meet_go_together(one: Fix, other: Fix) -> None:
    assert chosen(one, None, Fix("To think about"), other) == [one, other]


def test_new_keys_go_alone() -> None:
    keyed = fix((8, 9, "x"), keys=(("1", "2"),))
    assert chosen(fix((0, 1, "y")), keyed, keyed) == [keyed, keyed]


@pytest.mark.parametrize(("text", "end"), [("a", "\n"), ("a\nb\r\n", "\n"), ("a\r\nb\n", "\r\n"), ("a\rb", "\r")])
def test_what_is_put_in_ends_its_lines_as_the_text_does(text: str, end: str) -> None:
    assert line_end(text) == end
    assert Change.of([fix((0, 0, "x\ny\n"))]).apply(text) == f"x{end}y{end}{text}"


def test_what_only_moved_keeps_its_line_ends() -> None:
    assert Change.of([fix((0, 0, "x\r\ny"))]).apply("a\r\nb") == "x\r\nya\r\nb"
