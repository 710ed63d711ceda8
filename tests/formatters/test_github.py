from lint.finding import Severity
from tests.formatters.reports import finding, shown

SOURCE = "Yoga always cures.\nSleep helps.\n"


def test_a_command_for_each_severity() -> None:
    found = [finding(SOURCE, "always", severity=severity, help="Cite it.") for severity in sorted(Severity)]
    place = (
        "file=articles/sleep.md,line=1,endLine=1,col=6,endColumn=12,title=absolute-claim::This says too much. Cite it."
    )
    assert shown("github", *found) == [f"::notice {place}", f"::warning {place}", f"::error {place}"]


def test_columns_only_stand_within_one_line() -> None:
    assert shown("github", finding(SOURCE, "cures.\nSleep")) == [
        "::warning file=articles/sleep.md,line=1,endLine=2,title=absolute-claim::This says too much."
    ]


def test_what_would_end_a_value_is_escaped() -> None:
    found = finding(SOURCE, "Yoga", message="100 % safe: a, b::error::x", path="a:b,c%d\r\n::.md")
    assert shown("github", found) == [
        "::warning file=a%3Ab%2Cc%25d%0D%0A%3A%3A.md,line=1,endLine=1,col=1,endColumn=5,title=absolute-claim"
        "::100 %25 safe: a, b::error::x"
    ]


def test_control_and_bidirectional_characters_of_a_message_are_shown() -> None:
    line = shown("github", finding(SOURCE, "Yoga", message="a\nb\u202e\x1b"))[0]
    assert line.endswith("::a<U+000A>b<U+202E><U+001B>")


def test_suppressed_findings_are_left_out() -> None:
    assert shown("github", finding(SOURCE, "Yoga", suppressed_by="quoted")) == []
