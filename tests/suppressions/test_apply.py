import time
from datetime import date

import pytest

from lint.article.blocks import blocks
from lint.article.front_matter.read import split
from lint.finding import Finding, Position, Severity, Span
from lint.suppressions.apply import Applied, apply
from lint.suppressions.read import suppressions

TODAY = date(2026, 11, 22)
KNOWN = ("thin-section", "uncited-section", "hard-to-read")


def finding(rule: str, start: int) -> Finding:
    return Finding(rule, Severity.ERROR, "m", "a.md", Span(start, start + 1), (), "f", Position(1, 1), Position(1, 2))


def applied(text: str, rules: tuple[str, ...] = ("thin-section",), ran: tuple[str, ...] = KNOWN) -> Applied:
    """A finding of each rule at each X of the text, and the text's own suppressions."""
    body = split(text)[1]
    findings = [finding(rule, at) for at, char in enumerate(text) if char == "X" for rule in rules]
    return apply(findings, suppressions(text, blocks(text, body), body), TODAY, KNOWN, ran, text)


def reasons(found: Applied) -> list[str | None]:
    return [one.suppressed_by for one in found.findings]


def problems(found: Applied) -> list[tuple[str, str]]:
    return [(rule, problem.message) for rule, problem in found.problems]


def fixed(text: str, found: Applied) -> str:
    """The text with the fixes of all problems."""
    edits = [edit for _, problem in found.problems if problem.fix for edit in problem.fix.edits]
    for edit in sorted(edits, key=lambda edit: -edit.span.start):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text


def test_without_comments_nothing_changes() -> None:
    assert applied("X\n") == Applied((finding("thin-section", 0),), ())


def test_the_finding_keeps_the_reason() -> None:
    found = applied("<!-- copydesk allow: thin-section -- short on purpose -->\n\nX.\n\nX.\n")
    assert reasons(found) == ["short on purpose", None]
    assert problems(found) == []


def test_only_the_named_rules_are_allowed() -> None:
    text = "<!-- copydesk allow: thin-section, hard-to-read -- r -->\n\nX.\n"
    assert reasons(applied(text, ("thin-section", "uncited-section", "hard-to-read"))) == ["r", None, "r"]


def test_the_closest_comment_takes_the_finding_and_the_other_is_unused() -> None:
    text = "<!-- copydesk allow-file: thin-section -- far -->\n\n<!-- copydesk allow: thin-section -- near -->\n\nX.\n"
    found = applied(text)
    assert reasons(found) == ["near"]
    assert [problem.span for _, problem in found.problems] == [Span(0, 49)]


@pytest.mark.parametrize(
    ("comment", "reason", "said"),
    [
        (
            "<!-- copydesk allow: thin-section -->",
            "",
            [("unexplained-suppression", "thin-section is allowed without a reason.")],
        ),
        (
            "<!-- copydesk allow: thin-sections -- r -->",
            None,
            [("unknown-rule", "There is no rule thin-sections. Did you mean thin-section?")],
        ),
        (
            "<!-- copydesk allow: zzz -- r -->",
            None,
            [("unknown-rule", "There is no rule zzz. `copydesk rule --all` lists them.")],
        ),
        (
            "<!-- copydesk allow: -- r -->",
            None,
            [("unknown-rule", "This comment names no rule, so it allows nothing.")],
        ),
        (
            "<!-- copydesk allow: hard-to-read -- r -->",
            None,
            [("unused-suppression", "There is no hard-to-read here to allow.")],
        ),
        (
            "<!-- copydesk allow: thin-section, hard-to-read -- r -->",
            "r",
            [("unused-suppression", "There is no hard-to-read here to allow.")],
        ),
        (
            "<!-- copydesk allow: uncited-section, hard-to-read -- r -->",
            None,
            [("unused-suppression", "There is no uncited-section or hard-to-read here to allow.")],
        ),
        ("<!-- copydesk allow: thin-section until 2026-11-22 -- r -->", "r", []),
        (
            "<!-- copydesk allow: thin-section until 2026-11-21 -- r -->",
            None,
            [("expired-suppression", "thin-section was allowed until 2026-11-21.")],
        ),
        (
            "<!-- copydesk allow: thin-section until May -- r -->",
            None,
            [("expired-suppression", '"May" is not a date, so nothing is allowed.')],
        ),
        (
            "<!-- copydesk begin allow: thin-section -- r -->",
            None,
            [("unused-suppression", "This `begin allow` is never closed, so it allows nothing.")],
        ),
        (
            "<!-- copydesk end allow: thin-section -->",
            None,
            [("unused-suppression", "This `end allow` closes nothing.")],
        ),
    ],
)
def test_what_is_wrong_with_a_comment_is_said(comment: str, reason: str | None, said: list[tuple[str, str]]) -> None:
    found = applied(f"{comment}\n\nX.\n")
    assert reasons(found) == [reason]
    assert problems(found) == said


def test_a_pair_allows_what_is_between() -> None:
    text = "X\n\n<!-- copydesk begin allow: thin-section -- r -->\n\nX\n\nX\n\n<!-- copydesk end allow -->\n\nX\n"
    found = applied(text)
    assert reasons(found) == [None, "r", "r", None]
    assert problems(found) == []


def test_rules_that_did_not_run_are_not_called_unused() -> None:
    text = "<!-- copydesk allow: hard-to-read -- r -->\n\nX.\n"
    assert problems(applied(text, ran=("thin-section",))) == []


def test_an_unused_comment_says_how_to_allow_for_the_whole_article() -> None:
    ((_, problem),) = applied("<!-- copydesk allow: hard-to-read -- r -->\n\nX.\n").problems
    assert problem.help.endswith("write `allow-file`.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\n<!-- copydesk allow: hard-to-read -- r -->\n\nTwo.\n", "One.\n\n\nTwo.\n"),
        ("<!-- copydesk allow: hard-to-read -- r -->\r\nTwo.\r\n", "Two.\r\n"),
        ("One <!-- copydesk allow: hard-to-read -- r --> two.\n", "One two.\n"),
        (
            "<!-- copydesk allow: thin-section, hard-to-read -- r -->\n\nX\n",
            "<!-- copydesk allow: thin-section -- r -->\n\nX\n",
        ),
        (
            "<!-- copydesk allow: hard-to-read, thin-section -- r -->\n\nX\n",
            "<!-- copydesk allow: thin-section -- r -->\n\nX\n",
        ),
        ("---\na: 1 # copydesk allow: hard-to-read -- r\nb: 2\n---\n", "---\na: 1\nb: 2\n---\n"),
        ("---\na: 1\n# copydesk allow: hard-to-read -- r\nb: 2\n---\n", "---\na: 1\nb: 2\n---\n"),
        ("<!-- copydesk allow: thin-sections -- r -->\n\nX\n", "<!-- copydesk allow: thin-section -- r -->\n\nX\n"),
    ],
)
def test_a_fix_leaves_what_is_needed(text: str, expected: str) -> None:
    assert fixed(text, applied(text)) == expected


def test_only_removing_the_unused_is_safe() -> None:
    ((_, unknown),) = applied("<!-- copydesk allow: thin-sections -- r -->\n\nX\n").problems
    ((_, unused),) = applied("<!-- copydesk allow: hard-to-read -- r -->\n\nX\n").problems
    assert unknown.fix
    assert not unknown.fix.safe
    assert unused.fix
    assert unused.fix.safe


def test_many_comments_and_findings_take_no_time() -> None:
    text = "<!-- copydesk allow-file: thin-section -- r -->\n\nX\n\n" * 10_000
    start = time.process_time()
    assert None not in reasons(applied(text))
    assert time.process_time() - start < 20


@pytest.mark.parametrize(
    ("comment", "help_text"),
    [
        ("alow: thin-section -- r", "Did you mean `allow`?"),
        ("begn allow: thin-section -- r", "Did you mean `begin allow`?"),
        ("allowed: thin-section", "Did you mean `allow`?"),
        ("rol: introduction", "Did you mean `role`?"),
        ("disable: thin-section", "Copydesk knows `allow`"),
    ],
)
def test_a_comment_that_we_do_not_know_does_nothing_and_says_so(comment: str, help_text: str) -> None:
    found = applied(f"<!-- copydesk {comment} -->\n\nX.\n")
    assert reasons(found) == [None]
    [(rule, problem)] = found.problems
    assert rule == "unused-suppression"
    assert "does nothing" in problem.message
    assert problem.help.startswith(help_text)


@pytest.mark.parametrize("comment", ["copydesk role: introduction", "copydesk checks this", "our copydesk: allow"])
def test_other_words_about_us_are_no_comments_of_ours(comment: str) -> None:
    assert problems(applied(f"<!-- {comment} -->\n\nX.\n")) == []


def test_a_misspelt_comment_in_front_matter_says_so() -> None:
    [(rule, problem)] = applied("---\ntitle: a # copydesk alow: thin-section\n---\n\nX.\n").problems
    assert (rule, problem.help) == ("unused-suppression", "Did you mean `allow`?")
