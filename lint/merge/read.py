"""Reading the report of a shard: from JSON back to the words everything else is said in."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from lint.finding import (
    CopydeskError,
    Coverage,
    Edit,
    Fault,
    Finding,
    Fix,
    Gone,
    Held,
    Position,
    Report,
    Severity,
    Shard,
    Since,
    Span,
    Unchecked,
)
from lint.rules.rule import Page, Rule

Json = Mapping[str, Any]
HOW = "make it with `copydesk check --shard i/n --output-format json`"


class Part(NamedTuple):
    """A shard's report. ``name``: of its file. ``rules``: those of its findings, by their rank among all."""

    name: str
    version: str
    report: Report
    shard: Shard
    rules: Mapping[int, Rule]


def read(file: Path) -> Part:
    """The report in a file; ``CopydeskError`` where it is none of a shard."""
    try:
        data = json.loads(file.read_bytes())
    except OSError as error:
        raise CopydeskError(f"{file}: cannot be read ({(error.strerror or '').lower()})") from None
    except (ValueError, RecursionError):
        raise CopydeskError(f"{file}: this is no JSON; {HOW}") from None
    if not isinstance(data, dict) or data.get("version") != 1 or "findings" not in data:
        raise CopydeskError(f"{file}: this is no report of this version of Copydesk; {HOW}")
    if "shard" not in data:
        raise CopydeskError(f"{file}: this report is whole, not that of a shard; {HOW}")
    import schemas

    if next(iter(schemas.failures("report", data)), None) or len(data["shard"]["lines"]) != len(data["findings"]):
        raise CopydeskError(f"{file}: this report is damaged; {HOW}")
    return _part(str(file), data)


def _part(name: str, data: Json) -> Part:
    record = data["shard"]
    own = {key: record[key] for key in ("index", "of", "run", "articles", "fail_on", "output_format")}
    report = Report(
        tuple(map(_finding, data["findings"], record["lines"])),
        _coverage(data["coverage"]),
        tuple(Fault(**fault) for fault in data["faults"]),
    )
    return Part(name, record["version"], report, Shard(**own), {rule["rank"]: _rule(rule) for rule in record["rules"]})


def _finding(data: Json, line: str) -> Finding:
    """A finding as formats show it; the offsets of its span are not in the report and not shown."""
    suppressed = data["suppressed"]
    return Finding(
        **{key: data[key] for key in ("rule", "message", "help", "url", "path", "fingerprint")},
        severity=Severity[data["severity"].upper()],
        span=Span(0, 0),
        pointer=_pointer(data["pointer"]),
        start=Position(**data["start"]),
        end=Position(**data["end"]),
        source_line=line,
        fix=data["fix"] and _fix(data["fix"]),
        suppressed_by=suppressed and suppressed["reason"],
        accepted=date.fromisoformat(suppressed["accepted"]) if suppressed and "accepted" in suppressed else None,
    )


def _pointer(text: str) -> tuple[str, ...]:
    return tuple(part.replace("~1", "/").replace("~0", "~") for part in text.split("/")[1:])


def _fix(data: Json) -> Fix:
    edits = (Edit(Span(edit["start"], edit["end"]), edit["replacement"]) for edit in data["edits"])
    return Fix(data["title"], tuple(edits), data["safe"])


def _coverage(data: Json) -> Coverage:
    unchecked = (Unchecked(one["what"], one["why"], tuple(one["paths"])) for one in data["unchecked"])
    held, changed = data.get("baseline"), data.get("changed")
    return Coverage(
        **{key: data[key] for key in ("articles", "claims", "citations", "references")},
        **data["claim_sections"],
        unchecked=tuple(unchecked),
        baseline=held and Held(held["accepted"], tuple(Gone(**gone) for gone in held["gone"])),
        changed=changed and Since(**changed),
    )


def _rule(data: Json) -> Rule:
    page = Page(data["summary"], data["why"], data["help"])
    return Rule(data["name"], data["category"], Severity[data["severity"].upper()], page)
