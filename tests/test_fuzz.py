"""Damaged articles: whatever the text, the check says what it finds, without an exception and in bounded time."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.finding import Report
from lint.formatters import FORMATS, Presentation, formatter
from lint.text import Text
from tests.corpora import NAMES, TEXTS, copy, report
from tests.watchdog import watchdog

SECONDS = 10

HOSTILE = (
    *("---\n", "+++\n", "---\n---\n", "\n\n---\n", "\ufeff", "\x0c", "\x1b[31m", "\u2028", "\u202e", "\u200d", "\x85"),
    *("[", "]", "](", "[a](", "![", "[^", "[^1]: ", "[@", "[@a; ", "[a]: <", "<", "<!--", "-->", "<div>", "<a href='"),
    *("*", "**", "***", "_", "`", "```", "~~~\n", "~~", "\\", "|", "|-|-|\n", "> ", "- ", "1. ", "1) ", "    ", "\t"),
    *(
        "#",
        "# ",
        "###### ",
        "\n===\n",
        "\r",
        "\r\n",
        "\n\n",
        "&",
        "&#0;",
        "&#xD800;",
        "&amp;",
        "{{",
        "{%",
        "{: .a}",
        ":::",
    ),
    *(
        "(1)",
        "(1-",
        "(1–999999999)",
        "[1]",
        "[1]-[99]",
        "¹",
        "¹⁻⁹",
        "^1^",
        "<sup>1</sup>",
        "(0)",
        "(00001)",
        "(²)",
        "[٣]",
    ),
    *("10.1000/", "doi:", "https://doi.org/10.1000/a", "https://[", "http://[::1", "//", "mailto:", "www.", "PMID: 0"),
    *(
        "PMC9",
        "ISBN 9780000000002",
        "arXiv:",
        "Accessed ",
        "2024-13-45",
        "2020;1:1-2.",
        "et al",
        "99999999999999999999",
    ),
    *(
        "title:",
        "title: [",
        "authors: {",
        "authors:\n  - - -\n",
        "on: !!python/object:os ",
        "*a",
        "&a",
        "<<: *a\n",
        "? ",
    ),
    *(
        '"',
        "'",
        "|\n",
        ">-\n",
        "%YAML 1.1\n",
        "!!binary a",
        "references: [[[1]]]\n",
        "bibliography: ../../\n",
        "~: ~\n",
    ),
    *("<!-- copydesk allow: ", "<!-- copydesk allow: a -- b -->", "<!-- copydesk begin allow: uncited-section -->"),
    *(
        "<!-- copydesk end allow -->",
        "<!-- copydesk allow-file: uncited-section until 9999-99-99 -->",
        "# copydesk allow: a",
    ),
    *(
        "<!-- copydesk role: references -->",
        "<!-- copydesk role: -->",
        "## References\n",
        "References:\n",
        "**Sources**\n\n",
    ),
    *(
        "80% of adults ",
        "studies show ",
        "cures ",
        "This is not a substitute for medical advice",
        "😀",
        "e\u0301",
        "中文。",
        "א",
    ),
)
edits = st.one_of(
    st.tuples(st.just("delete"), st.integers(0, 10**6), st.integers(1, 300)),
    st.tuples(st.just("repeat"), st.integers(0, 10**6), st.integers(1, 300)),
    st.tuples(st.just("swap"), st.integers(0, 10**6), st.integers(1, 300)),
    st.tuples(st.just("insert"), st.integers(0, 10**6), st.sampled_from(HOSTILE)),
    st.tuples(st.just("insert"), st.integers(0, 10**6), st.text(max_size=8)),
    st.tuples(st.just("graft"), st.integers(0, 10**6), st.sampled_from(NAMES)),
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy(tmp_path_factory.mktemp("articles"))


def edited(text: str, kind: str, place: int, what: int | str) -> str:
    """A text with one damage done to it."""
    at = place % (len(text) + 1)
    if isinstance(what, str):
        other = TEXTS[what] if kind == "graft" else what
        start = place % len(other) if kind == "graft" else 0
        return text[:at] + other[start : start + 400] + text[at:]
    piece, rest = text[at : at + what], text[at + what :]
    if kind == "delete":
        return text[:at] + rest
    if kind == "repeat":
        return text[:at] + piece * (2 + what % 7) + rest
    return text[:at] + rest[:what] + piece + rest[what:]


def check_report(found: Report, text: str) -> None:
    """Every finding agrees with the text, and every format can show it."""
    lines = Text(text)
    for finding in found.findings:
        assert 0 <= finding.span.start <= finding.span.end <= len(text), finding
        assert finding.start == lines.position(finding.span.start)
        assert finding.message and "\n" not in finding.message, finding
    assert len({finding.fingerprint for finding in found.findings}) == len(found.findings)
    for name in FORMATS:
        shown = "\n".join(formatter(name).lines(found, Presentation()))
        assert "\0" not in shown
    assert len(json.loads("\n".join(formatter("json").lines(found, Presentation())))["findings"]) == len(found.findings)


@settings(max_examples=250)
@given(st.sampled_from(NAMES), st.lists(edits, min_size=1, max_size=12))
def test_no_damage_breaks_the_check(root: Path, name: str, damage: list[tuple[str, int, int | str]]) -> None:
    text = TEXTS[name]
    for kind, place, what in damage:
        text = edited(text, kind, place, what)
    text = text.replace("\0", "").removeprefix("\ufeff")
    with watchdog(SECONDS):
        check_report(report(root, name, text), text)


@settings(max_examples=200)
@given(st.lists(st.sampled_from(HOSTILE) | st.text(max_size=4), max_size=30).map("".join))
def test_no_text_breaks_the_check(root: Path, text: str) -> None:
    text = text.replace("\0", "").removeprefix("\ufeff")
    with watchdog(SECONDS):
        check_report(report(root, NAMES[0], text), text)


@settings(max_examples=100)
@given(st.binary(max_size=60), st.sampled_from(NAMES), st.integers(0, 10**6))
def test_no_bytes_break_the_check(root: Path, some: bytes, name: str, place: int) -> None:
    data = TEXTS[name].encode()
    at = place % len(data)
    report(root, name, data[:at] + some + data[at:])


@pytest.mark.parametrize("unit", HOSTILE)
def test_repetition_takes_bounded_time(root: Path, unit: str) -> None:
    name = "tests/fixtures/dangling-citation/article.md"
    run = unit * (20_000 // len(unit))
    for place in ("## Stretching", "1. Example A", "back-pain"):
        with watchdog(SECONDS):
            report(root, name, TEXTS[name].replace(place, f"{run}\n\n{place}"))
