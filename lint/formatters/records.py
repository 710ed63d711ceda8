"""What formats share: findings and coverage as plain JSON values (``schemas/report.schema.json``), JSON as text."""

import json
from dataclasses import asdict
from typing import Any

from lint.finding import Coverage, Edit, Fault, Finding, Fix, Report, Shard, Unchecked
from lint.formatters import Presentation
from lint.rules.rule import Rule

Json = dict[str, Any]


def dump(value: Any, indent: int | None = 2) -> str:
    """JSON in ASCII: no terminal obeys it, and no encoding of a pipe or a file name can break it."""
    return json.dumps(value, indent=indent)


def advice(finding: Finding) -> str:
    """What is wrong and what to do, for formats that show one text."""
    return f"{finding.message} {finding.help}".rstrip()


def finding_record(finding: Finding) -> Json:
    """A finding, suppressed or not."""
    return {
        "rule": finding.rule,
        "severity": str(finding.severity),
        "message": finding.message,
        "help": finding.help,
        "url": finding.url,
        "path": finding.path,
        "pointer": json_pointer(finding.pointer),
        "start": position_record(finding.start),
        "end": position_record(finding.end),
        "fingerprint": finding.fingerprint,
        "fix": None if finding.fix is None else _fix(finding.fix),
        "suppressed": _suppressed(finding),
    }


def _suppressed(finding: Finding) -> Json | None:
    """The reason, and the day for what the baseline accepts."""
    if finding.suppressed_by is None:
        return None
    day = {"accepted": finding.accepted.isoformat()} if finding.accepted else {}
    return {"reason": finding.suppressed_by} | day


def coverage_record(coverage: Coverage) -> Json:
    """What was looked at, and what could not be; the baseline only where one counts."""
    record = {
        "articles": coverage.articles,
        "claim_sections": {
            "cited": coverage.cited,
            "uncited": coverage.uncited,
            "exempt": coverage.exempt,
            "short": coverage.short,
        },
        "claims": coverage.claims,
        "citations": coverage.citations,
        "references": coverage.references,
        "unchecked": [_unchecked(unchecked) for unchecked in coverage.unchecked],
    }
    if coverage.baseline is not None:
        record["baseline"] = asdict(coverage.baseline)
    if coverage.changed is not None:
        record["changed"] = asdict(coverage.changed)
    return record


def fault_record(fault: Fault) -> Json:
    """A mistake of ours, for a bug report."""
    return {"path": fault.path, "rule": fault.rule, "error": fault.error}


def shard_record(report: Report, shard: Shard, show: Presentation) -> Json:
    """Which part this is, and what other formats show beyond the report: rules by rank, and the source lines."""
    used = {finding.rule for finding in report.findings}
    rules = [(rank, rule) for rank, rule in enumerate(show.rules.values()) if rule.name in used]
    return {
        "version": show.version,
        **asdict(shard),
        "rules": [_rule(rank, rule) for rank, rule in rules],
        "lines": [finding.source_line for finding in report.findings],
    }


def _rule(rank: int, rule: Rule) -> Json:
    page = {name: getattr(rule.page, name) for name in ("summary", "why", "help")}
    return {"rank": rank, "name": rule.name, "category": rule.category, "severity": str(rule.severity), **page}


def json_pointer(pointer: tuple[str | int, ...]) -> str:
    """RFC 6901."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in pointer)


def position_record(position: tuple[int, int]) -> Json:
    """Line and column."""
    return {"line": position[0], "column": position[1]}


def _fix(fix: Fix) -> Json:
    return {"title": fix.title, "safe": fix.safe, "edits": [_edit(edit) for edit in fix.edits]}


def _edit(edit: Edit) -> Json:
    """Offsets in characters of the file as read, without a byte order mark."""
    return {"start": edit.span.start, "end": edit.span.end, "replacement": edit.replacement}


def _unchecked(unchecked: Unchecked) -> Json:
    return {"what": unchecked.what, "why": unchecked.why, "paths": list(unchecked.paths)}
