"""Our schemas are what they say they are."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import schemas
from lint.rules.dates import SIGN_OFFS
from lint.schema.annotations import annotations

FOLDER = Path(schemas.__file__).parent
NAMES = [path.name.removesuffix(".schema.json") for path in sorted(FOLDER.glob("*.schema.json"))]
CATEGORIES = {"metadata", "time", "citations", "references", "sources", "claims", "verification", "structure"}


@pytest.mark.parametrize("name", ["article", "people"])
def test_a_schema_is_valid_and_has_its_name(name: str) -> None:
    tree = schemas.load(name)
    Draft202012Validator.check_schema(tree)
    assert tree["$id"] == f"copydesk:{name}"
    assert name in NAMES


def test_every_keyword_of_an_annotation_is_one_that_can_fail() -> None:
    written = json.dumps(schemas.load("article"))
    keywords = set(re.findall(r'"x-rule": \{ ?"([^"]+)"', written))
    assert keywords <= {
        "*",
        "required",
        "type",
        "not",
        "format",
        "minItems",
        "const",
        "x-filled",
        "additionalProperties",
    }


def test_every_annotation_belongs_to_a_rule_that_is_described_in_full() -> None:
    described = {entry["name"]: entry for entry in annotations(schemas.load("article")) if "why" in entry}
    names = {entry["name"] for entry in annotations(schemas.load("article"))}
    assert names == described.keys()
    for entry in described.values():
        assert entry["category"] in CATEGORIES
        assert {"severity", "summary", "message", "help", "bad", "good"} <= entry.keys()


def test_a_sign_off_is_closed_and_dated() -> None:
    keys = schemas.flat("article")["properties"]["front_matter"]["properties"]
    for key in SIGN_OFFS:
        assert "on" in keys[key]["items"]["required"]


def test_a_check_of_ours_does_not_wait_for_the_library() -> None:
    program = "import sys, schemas; list(schemas.failures('article', {})); sys.exit('jsonschema' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
