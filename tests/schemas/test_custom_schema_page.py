"""What docs/custom-schema.md shows is true."""

import json
import re
from pathlib import Path

import pytest

import schemas
from lint.finding import Severity
from lint.schema import rules as schema_rules
from tests.publication import check, found, write

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "custom-schema.md").read_text(encoding="utf-8")
SPONSOR, DOCUMENT, MEDICINES, CLOSED = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)


def article(more: str) -> str:
    return f"---\ntitle: Back pain\n{more}---\n\nWords.\n"


@pytest.mark.parametrize(
    ("schema", "front", "rules"),
    [
        (SPONSOR, "", ["missing-sponsor"]),
        (SPONSOR, "sponsor:\n", ["missing-sponsor"]),
        (SPONSOR, "sponsor: X\n", ["malformed-sponsor"]),
        (SPONSOR, "sponsor: none\n", []),
        (MEDICINES, "topics: medicines\nreviewed_by: Robin Example\n", ["missing-second-reviewer"]),
        (MEDICINES, "topics: medicines\nreviewed_by: [Robin Example, Jane Example]\n", []),
        (MEDICINES, "reviewed_by: Robin Example\n", []),
    ],
)
def test_the_schemas_of_the_page(tmp_path: Path, schema: str, front: str, rules: list[str]) -> None:
    write(
        tmp_path, {"our.schema.json": schema, "copydesk.toml": 'schema = "our.schema.json"\n', "a.md": article(front)}
    )
    own = schema_rules.rules(tmp_path / "our.schema.json").keys() - schema_rules.rules().keys()
    assert [finding.rule for finding in found(check(tmp_path, select=tuple(own)))] == rules
    assert "unknown-field" not in [finding.rule for finding in found(check(tmp_path))]


@pytest.mark.parametrize(
    ("schema", "line", "rules"),
    [
        (SPONSOR, "sponser: none\n", ["unknown-field"]),
        (SPONSOR, "theme_colour: green\n", ["unknown-field"]),
        (CLOSED, "theme_colour: green\nlayout: post\n", []),
        (CLOSED, "theme_font: serif\n", ["unknown-field"]),
    ],
)
def test_unknown_keys(tmp_path: Path, schema: str, line: str, rules: list[str]) -> None:
    write(tmp_path, {"our.schema.json": schema, "copydesk.toml": 'schema = "our.schema.json"\n', "a.md": article(line)})
    assert [finding.rule for finding in found(check(tmp_path, select=("unknown-field",)))] == rules


def test_the_finding_of_the_page(tmp_path: Path) -> None:
    toml = 'schema = "our.schema.json"\n'
    write(tmp_path, {"our.schema.json": SPONSOR, "copydesk.toml": toml, "articles/back-pain.md": article("")})
    (finding,) = found(check(tmp_path, select=("missing-sponsor",)))
    assert finding.severity is Severity.WARNING
    line = f"{finding.start.line}:{finding.start.column}: {finding.severity} {finding.rule} {finding.message}"
    assert f"articles/back-pain.md:{line}" in PAGE


def test_the_document_of_the_page_has_the_document_s_keys() -> None:
    told = [(failure.at, failure.keyword) for failure in schemas.failures("document", json.loads(DOCUMENT))]
    assert told == [(("references", 0), "required")] * len(told)  # the page leaves some keys of a reference out
