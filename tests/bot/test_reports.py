"""An artifact is data that nobody vouches for."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from bot import reports
from lint.finding import CopydeskError

FINDING = {
    "rule": "thin-section", "severity": "warning", "message": "m", "help": "h", "url": "", "path": "articles/a.md",
    "pointer": "", "start": {"line": 1, "column": 1}, "end": {"line": 1, "column": 2}, "fingerprint": "0" * 32,
    "fix": None, "suppressed": None,
}  # fmt: skip
COVERAGE = {
    "articles": 1, "claim_sections": {"cited": 0, "uncited": 0, "exempt": 0, "short": 0}, "claims": 0, "citations": 0,
    "references": 0, "unchecked": [],
}  # fmt: skip


def report(**finding: Any) -> dict[str, Any]:
    return {"version": 1, "findings": [{**FINDING, **finding}], "coverage": COVERAGE, "faults": []}


def archive(members: dict[str, bytes | str], **options: Any) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED, **options) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return data.getvalue()


GOOD = json.dumps(report())


def test_a_good_artifact() -> None:
    found = reports.unpack(archive({"head.json": GOOD, "base.json": GOOD}))
    assert found.head["findings"][0]["rule"] == "thin-section"


@pytest.mark.parametrize(
    "members",
    [
        {"head.json": GOOD},
        {"head.json": GOOD, "base.json": GOOD, "more.json": GOOD},
        {"head.json": GOOD, "../base.json": GOOD},
        {"head.json": GOOD, "/base.json": GOOD},
        {"head.json": GOOD, "base.json": "no json"},
        {"head.json": GOOD, "base.json": "[" * 100_000},
        {"head.json": GOOD, "base.json": "{}"},
        {"head.json": GOOD, "base.json": b"\xff\xfe"},
        {"head.json": GOOD, "base.json": GOOD.replace('"version": 1', '"version": 2')},
        {"head.json": GOOD, "base.json": GOOD.replace('"findings"', '"finding"')},
    ],
)
def test_a_bad_artifact_is_refused_in_one_line(members: dict[str, bytes | str]) -> None:
    with pytest.raises(CopydeskError) as error:
        reports.unpack(archive(members))
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    "finding",
    [
        {"path": "../a.md"}, {"path": "/etc/passwd"}, {"path": "a//b.md"}, {"path": "a" * 2000}, {"path": "a\0.md"},
        {"path": "\ud800.md"}, {"fingerprint": "--> <img>0000000"}, {"fingerprint": "0" * 200}, {"rule": "<b>"},
        {"severity": "fatal"}, {"start": {"line": 0, "column": 1}}, {"extra": 1},
    ],
)  # fmt: skip
def test_impossible_findings_are_refused(finding: dict[str, Any]) -> None:
    with pytest.raises(CopydeskError):
        reports.unpack(archive({"head.json": json.dumps(report(**finding)), "base.json": GOOD}))


def test_what_is_no_archive_is_refused() -> None:
    for data in (b"", b"PK\x03\x04 broken", archive({"head.json": GOOD, "base.json": GOOD})[:-30]):
        with pytest.raises(CopydeskError):
            reports.unpack(data)


def test_a_bomb_is_not_unpacked() -> None:
    with pytest.raises(CopydeskError, match="larger than 50 MB"):
        reports.unpack(archive({"head.json": b" " * 60_000_000, "base.json": GOOD}))


def test_reports_in_files(tmp_path: Path) -> None:
    (tmp_path / "head.json").write_text(GOOD)
    found = reports.read(tmp_path / "head.json", None)
    assert (len(found.head["findings"]), found.base["findings"]) == (1, [])
    with pytest.raises(CopydeskError, match="cannot be read"):
        reports.read(tmp_path / "none.json", None)
