"""What must hold for any article: findings move with the text, and nothing else moves them."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lint.article.front_matter.fences import split
from lint.finding import Finding
from lint.run import Request, run
from lint.text import Text
from tests.corpora import NAMES, TEXTS, TODAY, copy, findings, report

BODY_RULES = ("citations", "references", "sources", "claims", "structure", "readability", "housekeeping")
names = st.sampled_from(NAMES)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy(tmp_path_factory.mktemp("articles"))


def said(found: list[Finding], lines: int = 0) -> list[tuple[Any, ...]]:
    """What findings say and where, so many lines further up."""
    return sorted(
        (
            f.start.line - lines,
            f.start.column,
            f.end.line - lines,
            f.end.column,
            f.rule,
            f.message,
            f.suppressed_by or "",
        )
        for f in found
    )


def prints(found: list[Finding]) -> Counter[str]:
    return Counter(finding.fingerprint for finding in found)


@pytest.mark.parametrize("name", NAMES)
def test_a_finding_agrees_with_its_text(root: Path, name: str) -> None:
    found, text = findings(root, name, TEXTS[name]), Text(TEXTS[name])
    for finding in found:
        assert 0 <= finding.span.start <= finding.span.end <= len(text.source)
        assert finding.start == text.position(finding.span.start)
        assert finding.end == text.position(finding.span.end)
        assert finding.source_line == text.line(finding.start.line)
        for edit in finding.fix.edits if finding.fix else ():
            assert 0 <= edit.span.start <= edit.span.end <= len(text.source)
    assert max(prints(found).values(), default=1) == 1
    assert [finding.span for finding in found] == sorted(finding.span for finding in found)


@settings(max_examples=150)
@given(names, st.integers(0, 40))
def test_front_matter_only_shifts_what_the_body_gives(root: Path, name: str, height: int) -> None:
    body = TEXTS[name][split(TEXTS[name])[1] :]
    assume(not body.startswith(("---", "+++")))
    front = "---\n" + "".join(f"note_{number}: x\n" for number in range(height)) + "---\n"
    below, bare = (
        [f for f in findings(root, name, text, BODY_RULES) if f.rule != "missing-references"]
        for text in (front + body, body)
    )
    assert said(below, height + 2) == said(bare)
    assert prints(below) == prints(bare)
    for one, other in zip(below, bare, strict=True):
        edits = (
            [(tuple(at - len(front) for at in edit.span), edit.replacement) for edit in one.fix.edits]
            if one.fix
            else []
        )
        assert edits == [(edit.span, edit.replacement) for edit in other.fix.edits] if other.fix else not edits


@pytest.mark.parametrize("name", NAMES)
def test_line_ends_change_nothing(root: Path, name: str) -> None:
    unix = findings(root, name, TEXTS[name])
    for end in ("\r\n", "\r"):
        other = findings(root, name, TEXTS[name].replace("\n", end))
        assert said(other) == said(unix)
        assert prints(other) == prints(unix)


@pytest.mark.parametrize("name", NAMES)
def test_what_no_reader_sees_changes_nothing(root: Path, name: str) -> None:
    plain, text = report(root, name, TEXTS[name]), TEXTS[name]
    assert report(root, name, b"\xef\xbb\xbf" + text.encode()) == plain
    for other in (text.rstrip("\n"), text + "\n\n"):
        assert said(list(report(root, name, other).findings)) == said(list(plain.findings))


MEASURED = {"hard-to-read", "thin-section"}
"""What is said of the whole text, in numbers."""
SECTION = "## About this page\n\nThese few words claim nothing.\n\n"
ABOVE = st.sampled_from(
    (
        "```\n\tif x:\n\t\treturn (7)\n```\n\n",
        "These few words claim nothing.\n\n",
        "😀 👩🏽‍⚕️ e\u0301 \u2028 \u00a0.\n\n",
        "<!-- a note\n\nof two lines -->\n\n",
        SECTION,
        SECTION * 3,
    )
)


@settings(max_examples=150)
@given(names, ABOVE, st.data())
def test_a_finding_is_the_same_after_something_is_inserted_above(
    root: Path, name: str, above: str, data: st.DataObject
) -> None:
    text = TEXTS[name]
    body = split(text)[1]
    # A comment before a heading is a suppression: what is inserted between them would be suppressed instead.
    headings = [match.start() for match in re.finditer(r"(?<!-->\n)(?<!-->\n\n)^## ", text, re.MULTILINE)]
    headings = [at for at in headings if at >= body][1:]  # the first may be the title, and would be the first no more
    assume(headings)
    at = data.draw(st.sampled_from(headings))
    line, lines = text.count("\n", 0, at) + 1, above.count("\n")
    changed = text[:at] + above + text[at:]
    before, after = ([f for f in findings(root, name, it) if f.rule not in MEASURED] for it in (text, changed))
    moved = [(f.rule, f.message, f.start.line + lines * (f.start.line >= line), f.start.column) for f in before]
    assert sorted((f.rule, f.message, f.start.line, f.start.column) for f in after) == sorted(moved)
    assert prints(after) == prints(before)


WHOLE_TEXT = {"repeated-passage", "altered-disclaimer", "unused-suppression"}
"""What rests on the very words, which the next test changes."""


@settings(max_examples=150)
@given(names, st.sampled_from(("😀 ", "e\u0301 ", "👩🏽‍⚕️ ", "\u202eא\u202c ")), st.data())
def test_columns_count_characters(root: Path, name: str, sign: str, data: st.DataObject) -> None:
    text = TEXTS[name]
    found = findings(root, name, text)
    starts = [m.start() for m in re.finditer(r"^[A-Z][^\n|]{60,}$", text, re.MULTILINE) if m.start() >= split(text)[1]]
    assume(starts and not WHOLE_TEXT & {finding.rule for finding in found})
    at = data.draw(st.sampled_from(starts))
    line = text.count("\n", 0, at) + 1
    after = findings(root, name, text[:at] + sign + text[at:])
    moved = [(f.rule, f.start.line, f.start.column + len(sign) * (f.start.line == line)) for f in found]
    # What is found in a paragraph as a whole still begins where it does.
    paragraphs = [(f.rule, f.start.line, f.start.column) for f in found]
    for place in [(f.rule, f.start.line, f.start.column) for f in after]:
        assert place in moved or place in paragraphs
    assert len(after) == len(found)


def test_a_second_run_says_the_same(root: Path) -> None:
    request = Request(today=TODAY, paths=(str(root),))
    assert run(request).report == run(request).report


@settings(max_examples=20)
@given(
    st.lists(names, min_size=2, max_size=8, unique=True).flatmap(
        lambda some: st.tuples(st.just(some), st.permutations(some))
    )
)
def test_the_order_of_the_paths_does_not_matter(root: Path, orders: tuple[list[str], list[str]]) -> None:
    reports = [run(Request(TODAY, tuple(str(root / name) for name in some))).report for some in orders]
    one, other = reports
    assert not one.faults
    assert Counter(one.findings) == Counter(other.findings)
    assert {(u.what, u.why, frozenset(u.paths)) for u in one.coverage.unchecked} == {
        (u.what, u.why, frozenset(u.paths)) for u in other.coverage.unchecked
    }


@settings(max_examples=20)
@given(st.lists(names, min_size=2, max_size=6, unique=True))
def test_articles_do_not_touch_each_other(root: Path, some: list[str]) -> None:
    comparing = ("repeated-title", "copied-passage")
    together = run(Request(TODAY, tuple(str(root / name) for name in some), ignore=comparing)).report
    alone = [run(Request(TODAY, (str(root / name),), ignore=comparing)).report for name in some]
    assert list(together.findings) == [finding for one in alone for finding in one.findings]
    assert together.coverage.references == sum(one.coverage.references for one in alone)
