"""``json`` and ``jsonl`` hold the same records, which the report's schema describes."""

import json
from typing import Any

import pytest

import schemas
from lint.finding import Coverage, Edit, Fault, Fix, Report, Severity, Span, Unchecked
from tests.formatters.reports import finding, shown, whole

SOURCE = "# Sleep\n\nYoga always cures 睡眠.\n"
FIX = Fix("Write may ease", (Edit(Span(14, 26), "may ease"),), safe=True)
COVERAGE = Coverage(2, 3, 1, 4, 2, 5, 6, 7, (Unchecked("stale-article", "no date", ("a.md",)),))
FAULTS = (Fault("a.md", "hard-to-read", "ValueError: no words"),)
FOUND = (
    finding(SOURCE, "always cures", help="Cite it.", fix=FIX, pointer=("sections", 0, "a/b~c")),
    finding(SOURCE, "Yoga", severity=Severity.ERROR, suppressed_by="a quotation", pointer=()),
    finding(SOURCE, "睡眠.\n", severity=Severity.SUGGESTION, suppressed_by=""),
)
REPORT = Report(FOUND, COVERAGE, FAULTS)

FIRST = {
    "rule": "absolute-claim",
    "severity": "warning",
    "message": "This says too much.",
    "help": "Cite it.",
    "url": "",
    "path": "articles/sleep.md",
    "pointer": "/sections/0/a~1b~0c",
    "start": {"line": 3, "column": 6},
    "end": {"line": 3, "column": 18},
    "fingerprint": "0123456789abcdef0123456789abcdef",
    "fix": {"title": "Write may ease", "safe": True, "edits": [{"start": 14, "end": 26, "replacement": "may ease"}]},
    "suppressed": None,
}
COVERED = {
    "articles": 2,
    "claim_sections": {"cited": 3, "uncited": 1, "exempt": 4, "short": 2},
    "claims": 5,
    "citations": 6,
    "references": 7,
    "unchecked": [{"what": "stale-article", "why": "no date", "paths": ["a.md"]}],
}
BROKEN = [{"path": "a.md", "rule": "hard-to-read", "error": "ValueError: no words"}]


def document(report: Report) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(whole(shown("json", report=report)))
    return read


def test_the_whole_report() -> None:
    written = document(REPORT)
    assert written["version"] == 1
    assert written["findings"][0] == FIRST
    assert written["coverage"] == COVERED
    assert written["faults"] == BROKEN


def test_suppressed_findings_stay_and_are_marked() -> None:
    allowed = [entry["suppressed"] for entry in document(REPORT)["findings"]]
    assert allowed == [None, {"reason": "a quotation"}, {"reason": ""}]


@pytest.mark.parametrize("report", [REPORT, Report()], ids=["full", "empty"])
def test_the_report_is_what_its_schema_says(report: Report) -> None:
    assert list(schemas.failures("report", document(report))) == []


def test_the_schema_refuses_what_is_none() -> None:
    assert list(schemas.failures("report", document(REPORT) | {"version": 2}))
    assert list(schemas.failures("report", document(REPORT) | {"findings": [FIRST | {"line": 3}]}))


def test_json_lines_hold_the_same() -> None:
    lines = [json.loads(line) for line in shown("jsonl", report=REPORT)]
    assert lines[:-1] == document(REPORT)["findings"]
    assert lines[-1] == {"coverage": COVERED, "faults": BROKEN}


def test_both_are_ascii() -> None:
    report = Report((finding(SOURCE, "Yoga", message="睡眠 \u202e\x1b", path="\udc80.md"),))
    assert whole(shown("json", report=report)).isascii()
    assert whole(shown("jsonl", report=report)).isascii()
    assert document(report)["findings"][0]["message"] == "睡眠 \u202e\x1b"
