"""What counts as a command."""

import pytest

from bot.commands import askers, commands, read, unheard
from tests.bot.cases import ME, comment, state, thread


def told(text: str) -> list[tuple[str, str]]:
    return [(one.verb, one.rest) for one in read(comment(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/copydesk recheck", [("recheck", "")]),
        ("Thanks.\r\n  /copydesk dismiss rule  it is \t ours\r\nBye", [("dismiss", "rule it is ours")]),
        ("/copydesk Explain rule\n/copydesk recheck", [("explain", "rule"), ("recheck", "")]),
        ("/copydesk", [("", "")]),
        ("/copydesks recheck", []),
        ("please /copydesk recheck", []),
        ("> /copydesk recheck", []),
        ("    /copydesk recheck", []),
        ("```\n/copydesk recheck\n```", []),
        ("~~~~\n/copydesk recheck\n~~~\n", []),
        ("`/copydesk recheck`", []),
        ("/copydesk a\n" * 20, [("a", "")] * 5),
    ],
)
def test_a_command_is_a_line_of_its_own(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_a_hostile_comment_is_read_in_bounded_time() -> None:
    assert told("```\n" * 300_000 + "/copydesk recheck") == []
    assert told(" /copydesk" + " " * 300_000) == [("", "")]


def test_who_gave_commands_and_where() -> None:
    said = comment("/copydesk dismiss x", "reviewer", number=5)
    told = state(
        comments=(comment("/copydesk recheck", ME), comment("/copydesk recheck")), threads=(thread("f" * 32, said),)
    )
    assert askers(told) == {"reviewer", "editor"}
    assert [one.key for one in commands(told)] == ["c1.0", "r5.0"]


def test_each_comment_is_heard_once() -> None:
    given = [*read(comment("/copydesk a\n/copydesk b")), *read(comment("/copydesk c", number=2, is_heard=True))]
    assert [one.verb for one in unheard(given)] == ["a"]


def test_reason_and_rule() -> None:
    (one,) = read(comment("/copydesk dismiss thin-section – it is short on purpose"))
    assert (one.rule, one.reason) == ("thin-section", "it is short on purpose")
