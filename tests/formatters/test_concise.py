from lint.cli.terminal import painter
from tests.formatters.reports import finding, shown

SOURCE = "Yoga helps.\n\nYoga always cures back pain.\n"


def test_one_line_a_finding_without_the_suppressed() -> None:
    found = [finding(SOURCE, "always"), finding(SOURCE, "Yoga", suppressed_by=""), finding(SOURCE, "helps")]
    assert shown("concise", *found) == [
        "articles/sleep.md:3:6: warning absolute-claim This says too much.",
        "articles/sleep.md:1:6: warning absolute-claim This says too much.",
    ]


def test_control_characters_are_shown() -> None:
    assert shown("concise", finding(SOURCE, "Yoga", message="a\nb\x1b[0m", path="a\tb.md")) == [
        "a b.md:1:1: warning absolute-claim a<U+000A>b<U+001B>[0m"
    ]


def test_the_severity_is_coloured() -> None:
    line = shown("concise", finding(SOURCE, "Yoga"), paint=painter("always", to_terminal=False))[0]
    assert line == "articles/sleep.md:1:1: \x1b[33m\x1b[1mwarning\x1b[0m absolute-claim This says too much."
