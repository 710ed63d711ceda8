"""SARIF 2.1.0 (OASIS Standard, 27 March 2020): one run with our rules, the results, and what broke."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from lint.finding import Fault, Finding, Report, Severity
from lint.formatters import Presentation
from lint.formatters.records import advice, dump
from lint.rules.rule import Rule

Json = dict[str, Any]

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "note"}


def lines(report: Report, show: Presentation) -> Iterator[str]:
    """Every finding; suppressed ones carry their suppression."""
    used = {finding.rule for finding in report.findings}
    rules = [rule for name, rule in show.rules.items() if name in used]
    index = {rule.name: position for position, rule in enumerate(rules)}
    driver = {"name": "Copydesk", "version": show.version, "rules": [_rule(rule) for rule in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report.faults)],
        "results": [_result(finding, index) for finding in report.findings],
    }
    yield dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Rule) -> Json:
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.page.summary},
        "fullDescription": {"text": rule.page.why or rule.page.summary},
        "help": {"text": rule.page.help or rule.page.summary},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.category]},
    }


def _invocation(faults: tuple[Fault, ...]) -> Json:
    notices = [{"level": "error", "message": {"text": f"{f.path}: {f.rule}: {f.error}"}} for f in faults]
    return {"executionSuccessful": not faults, "toolExecutionNotifications": notices}


def _result(finding: Finding, index: dict[str, int]) -> Json:
    result: Json = {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": advice(finding)},
        "locations": [_location(finding)],
        "partialFingerprints": {"copydesk/v1": finding.fingerprint},
    }
    if finding.rule in index:
        result["ruleIndex"] = index[finding.rule]
    if finding.suppressed_by is not None:
        kind = "external" if finding.accepted else "inSource"
        result["suppressions"] = [{"kind": kind, "justification": finding.suppressed_by}]
    return result


def _location(finding: Finding) -> Json:
    region = {
        "startLine": finding.start.line,
        "startColumn": finding.start.column,
        "endLine": finding.end.line,
        "endColumn": finding.end.column,
    }
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(finding.path, errors="surrogateescape")},
            "region": region,
        }
    }
