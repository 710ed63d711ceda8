from textwrap import dedent

import pytest

from lint.cli.terminal import painter
from lint.finding import Finding, Fix, Severity
from lint.formatters.visible import width
from tests.formatters.reports import finding, shown, whole

SOURCE = "# Back pain\n\nYoga always cures back pain.\n"


def test_a_finding_with_all_it_can_have() -> None:
    found = finding(SOURCE, "always cures", help="Say what the source says.", fix=Fix("Write “may ease”"))
    assert whole(shown("full", found)) == dedent("""\
        articles/sleep.md:3:6 warning absolute-claim
          This says too much.
         3 | Yoga always cures back pain.
           |      ^^^^^^^^^^^^
          help: Say what the source says.
          fix: Write “may ease”
          more: copydesk rule absolute-claim

        """)


def test_findings_stand_apart_and_suppressed_ones_are_left_out() -> None:
    allowed = finding(SOURCE, "Yoga", suppressed_by="quoted")
    lines = shown("full", finding(SOURCE, "Yoga"), allowed, finding(SOURCE, "back pain.", severity=Severity.ERROR))
    assert [line.split()[0] for line in lines if "articles" in line] == [
        "articles/sleep.md:3:1",
        "articles/sleep.md:3:19",
    ]
    assert lines[5] == ""


def excerpt(found: Finding, columns: int = 80) -> list[str]:
    return [line for line in shown("full", found, width=columns) if " | " in line]


@pytest.mark.parametrize(
    ("columns", "line"),
    [
        (80, f" 1 | …ord {'word ' * 8}always cures{' more' * 3} m…"),
        (120, f" 1 | …ord {'word ' * 14}always cures{' more' * 5} m…"),
    ],
)
def test_a_long_line_is_cut_around_the_place(columns: int, line: str) -> None:
    found = finding("word " * 60 + "always cures" + " more" * 60, "always cures")
    assert excerpt(found, columns) == [line, "   | " + " " * (line.index("always") - 5) + "^" * 12]
    assert len(line) == columns


def test_a_long_place_is_cut_itself() -> None:
    line, caret = excerpt(finding("x" * 300 + " always", "x" * 300))
    assert line == f" 1 | {'x' * 49}… always"
    assert caret == f"   | {'^' * 50}"


def test_the_caret_stands_under_wide_characters() -> None:
    assert excerpt(finding("瑜伽总是能治好背痛。", "总是能治好")) == [
        " 1 | 瑜伽总是能治好背痛。",
        "   |     ^^^^^^^^^^",
    ]
    line, caret = excerpt(finding("瑜伽" * 40 + "always" + "瑜伽" * 40, "always"))
    assert width(line) == 79  # a wide character does not fit into the last column
    assert width(line[: line.index("always")]) == caret.index("^")


def test_the_caret_stands_under_combining_marks_emoji_and_tabs() -> None:
    assert excerpt(finding("👍\tCafe\u0301 a\u0301lways", "a\u0301lways")) == [
        " 1 | 👍 Cafe\u0301 a\u0301lways",
        "   |         ^^^^^^",
    ]


def test_control_and_bidirectional_characters_are_shown_not_obeyed() -> None:
    found = finding("a \u202ealways\u202c \x1b[2J", "always", message="\x1b[31mAlways\u2066", path="a\nb\u202e.md")
    assert shown("full", found) == [
        "a<U+000A>b<U+202E>.md:1:4 warning absolute-claim",
        "  <U+001B>[31mAlways<U+2066>",
        " 1 | a <U+202E>always<U+202C> <U+001B>[2J",
        "   |           ^^^^^^",
        "  more: copydesk rule absolute-claim",
        "",
    ]


def test_a_place_of_several_lines_is_marked_to_the_end_of_the_first() -> None:
    assert excerpt(finding("One two\nthree four\n", "two\nthree")) == [" 1 | One two", "   |     ^^^"]


def test_an_empty_place_has_a_caret_and_an_empty_line_no_excerpt() -> None:
    assert excerpt(finding("One two", "")) == [" 1 | One two", "   | ^"]
    assert excerpt(finding("\nOne", "")) == []


def test_a_long_message_is_wrapped() -> None:
    lines = shown("full", finding(SOURCE, "Yoga", message="word " * 40), width=80)
    assert lines[1:4] == ["  " + ("word " * 15).strip(), "  " + ("word " * 15).strip(), "  " + ("word " * 10).strip()]


def test_colour_only_adds_to_the_plain_lines() -> None:
    found = finding(SOURCE, "always cures")
    coloured = shown("full", found, paint=painter("always", to_terminal=False))
    assert (
        coloured[0] == "\x1b[1marticles/sleep.md:3:6\x1b[0m \x1b[33m\x1b[1mwarning\x1b[0m \x1b[1mabsolute-claim\x1b[0m"
    )
    assert coloured[2] == "\x1b[2m 3 | \x1b[0mYoga \x1b[33m\x1b[1malways cures\x1b[0m back pain."
    assert not any("\x1b" in line for line in shown("full", found))


@pytest.mark.parametrize("line", ["x" * 1_000_000, "a" + "\u0301" * 1_000_000, "睡" * 1_000_000])
def test_an_enormous_line_costs_no_more_than_its_window(line: str) -> None:
    found = [finding(line, line[at]) for at in (0, 0, 0)]
    assert all(width(shown_line) <= 80 for shown_line in shown("full", *found))
