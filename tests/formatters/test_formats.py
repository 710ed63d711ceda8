"""What holds for every format, whatever a finding says."""

import json
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

import schemas
from lint.finding import Finding, Fix, Severity
from lint.formatters import FORMATS, formatter
from tests.formatters.reports import finding, shown, whole

ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
NASTY = st.sampled_from(["::error::", "%0A", "]]>", "<!--", "\r\n", "\u2028", '"', "\\", "\x00", "&amp;", "\u202e"])
WORDS = st.lists(ANY | NASTY, max_size=4).map("".join)


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    before, marked, after = draw(WORDS), draw(WORDS), draw(WORDS)
    return finding(
        before + marked + after,
        marked,
        message=draw(WORDS) or "!",
        help=draw(WORDS),
        path=draw(WORDS) or "a.md",
        severity=draw(st.sampled_from(list(Severity))),
        fix=draw(st.none() | st.builds(Fix, WORDS.filter(bool))),
        suppressed_by=draw(st.none() | WORDS),
    )


REPORTS = st.lists(findings(), max_size=3)


@given(REPORTS)
def test_lines_hold_no_line_end(found: list[Finding]) -> None:
    for name in FORMATS:
        for line in shown(name, *found):
            assert name in ("json", "gitlab", "sarif", "rdjson") or not set(line) & set("\r\n")


@given(REPORTS)
def test_a_line_for_each_finding_that_is_not_suppressed(found: list[Finding]) -> None:
    active = sum(one.suppressed_by is None for one in found)
    assert len(shown("concise", *found)) == len(shown("github", *found)) == active
    assert not any(set(line) & set("\n\r\x1b\x00\u202e") for line in shown("concise", *found))
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in shown("github", *found))


@given(REPORTS)
def test_json_is_valid_and_holds_what_was_said(found: list[Finding]) -> None:
    document = json.loads(whole(shown("json", *found)))
    assert list(schemas.failures("report", document)) == []
    assert [entry["message"] for entry in document["findings"]] == [one.message for one in found]
    active = [one.path for one in found if one.suppressed_by is None]
    assert [issue["location"]["path"] for issue in json.loads(whole(shown("gitlab", *found)))] == active
    assert len(json.loads(whole(shown("rdjson", *found)))["diagnostics"]) == len(active)
    assert len(json.loads(whole(shown("sarif", *found)))["runs"][0]["results"]) == len(found)
    assert len([json.loads(line) for line in shown("jsonl", *found)]) == len(found) + 1


@given(REPORTS)
def test_xml_is_valid(found: list[Finding]) -> None:
    active = sum(one.suppressed_by is None for one in found)
    assert len(ElementTree.fromstring(whole(shown("checkstyle", *found))).findall("*/error")) == active
    assert len(ElementTree.fromstring(whole(shown("junit", *found))).findall("*/*/failure")) == active


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_report_has_a_form_in_every_format(name: str) -> None:
    lines = shown(name)
    assert bool(lines) == (name not in ("full", "concise", "github"))


def test_an_unknown_format_is_none() -> None:
    with pytest.raises(KeyError):
        formatter("records")
