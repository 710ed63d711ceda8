import json
from typing import Any

import pytest

from lint.finding import Severity
from tests.formatters.reports import finding, shown, whole

SOURCE = "a𐐀b Café 睡眠 always\nSleep helps.\n"


def diagnostics(*findings: Any) -> list[dict[str, Any]]:
    result = json.loads(whole(shown("rdjson", *findings)))
    assert result["source"] == {"name": "copydesk"}
    diagnostics: list[dict[str, Any]] = result["diagnostics"]
    return diagnostics


def test_a_diagnostic() -> None:
    assert diagnostics(finding(SOURCE, "Sleep", help="Cite it."), finding(SOURCE, "Café", suppressed_by="")) == [
        {
            "message": "This says too much. Cite it.",
            "location": {
                "path": "articles/sleep.md",
                "range": {"start": {"line": 2, "column": 1}, "end": {"line": 2, "column": 6}},
            },
            "severity": "WARNING",
            "code": {"value": "absolute-claim"},
        }
    ]


@pytest.mark.parametrize(("marked", "start", "end"), [("b", 6, 7), ("Café", 8, 13), ("always", 21, 27)])
def test_columns_count_bytes(marked: str, start: int, end: int) -> None:
    (diagnostic,) = diagnostics(finding(SOURCE, marked))
    place = diagnostic["location"]["range"]
    assert (place["start"]["column"], place["end"]["column"]) == (start, end)
    assert SOURCE.encode()[start - 1 : end - 1].decode() == marked


def test_a_place_of_several_lines_is_whole_lines() -> None:
    (diagnostic,) = diagnostics(finding(SOURCE, "always\nSleep"))
    assert diagnostic["location"]["range"] == {"start": {"line": 1}, "end": {"line": 2}}


def test_severities() -> None:
    found = [finding(SOURCE, "Sleep", severity=severity) for severity in sorted(Severity)]
    assert [diagnostic["severity"] for diagnostic in diagnostics(*found)] == ["INFO", "WARNING", "ERROR"]
