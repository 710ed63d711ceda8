"""A publication's own schema: what it may refer to, and what is said of a mistake in it."""

import json
from pathlib import Path
from typing import Any

import pytest

import schemas
from schemas import SchemaError


def write(folder: Path, tree: Any, name: str = "our.schema.json") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(tree if isinstance(tree, str) else json.dumps(tree), encoding="utf-8")
    return path


def failing(path: Path, document: Any) -> list[tuple[Any, ...]]:
    return [(*failure.at, failure.keyword) for failure in schemas.failures(path, document)]


@pytest.mark.parametrize(
    "reference",
    ["article.schema.json", "./article.schema.json", "copydesk:article", "https://example.org/article.schema.json"],
)
def test_ours_is_found_from_any_folder(tmp_path: Path, reference: str) -> None:
    path = write(tmp_path, {"$ref": reference, "properties": {"feedback_link": {"type": "string"}}})
    assert failing(path, {"feedback_link": False}) == [("feedback_link", "const"), ("feedback_link", "type")]


def test_a_part_of_ours(tmp_path: Path) -> None:
    path = write(tmp_path, {"properties": {"day": {"$ref": "article.schema.json#/$defs/day"}}})
    assert failing(path, {"day": "soon"}) == [("day", "format")]


def test_neighbours_and_their_neighbours(tmp_path: Path) -> None:
    write(tmp_path, {"$ref": "b.json#kind"}, "parts/a.json")
    write(tmp_path, {"$defs": {"x": {"$anchor": "kind", "type": "string"}}}, "parts/b.json")
    path = write(tmp_path, {"$id": "https://example.org/our", "$ref": "parts/a.json", "minLength": 2})
    assert failing(path, 5) == [("type",)]
    assert failing(path, "a") == [("minLength",)]


def test_a_schema_that_leads_back_into_itself(tmp_path: Path) -> None:
    tree = {
        "$ref": "#/$defs/tree",
        "$defs": {"tree": {"type": "object", "additionalProperties": {"$ref": "#/$defs/tree"}}},
    }
    path = write(tmp_path, tree)
    assert failing(path, {"a": {"b": {"c": 1}}}) == [("a", "b", "c", "type")]
    (failure,) = schemas.failures(path, {"a": {"b": 1}})
    assert [keyword for _, keyword in failure.way] == ["additionalProperties", "additionalProperties", "type"]


def test_keywords_that_only_the_library_knows(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        {"oneOf": [{"type": "string"}, {"uniqueItems": True, "type": "array"}], "dependentRequired": {"a": ["b"]}},
    )
    assert failing(path, "a") == []
    assert failing(path, [1, 1]) == [("oneOf",)]


def test_what_is_forbidden_has_its_place(tmp_path: Path) -> None:
    path = write(tmp_path, {"properties": {"a": False, "b": {"items": False}, "c": {"additionalProperties": False}}})
    document = {"a": 1, "b": [2], "c": {"d": 3}}
    assert failing(path, document) == [("a", "not"), ("b", 0, "not"), ("c", "additionalProperties")]
    assert failing(path, {"b": [], "c": {}}) == []


def test_a_key_that_the_publication_declares_is_known_to_ours(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        {
            "$ref": "article.schema.json",
            "properties": {"front_matter": {"properties": {"sponsor": {"type": "string"}}}},
        },
    )
    unknown = [
        at for *at, keyword in failing(path, {"front_matter": {"sponsor": "x"}}) if keyword == "additionalProperties"
    ]
    assert unknown == []
    found = [
        at for *at, keyword in failing(path, {"front_matter": {"sponsr": "x"}}) if keyword == "additionalProperties"
    ]
    assert found == [["front_matter"]]


@pytest.mark.parametrize(
    ("tree", "words"),
    [
        ("{", ":1: the schema is not valid JSON near column 2."),
        ("[]", ": a schema must be an object, in curly brackets."),
        ("[" * 100_000, ": the schema cannot be read: it must be JSON in UTF-8."),
        ({"required": "title"}, ": at required, "),
        ({"properties": {"a": {"pattern": "("}}}, ": at properties/a/pattern, "),
        ({"$ref": "#/nowhere"}, ": it refers to #/nowhere, which is not there."),
        ({"$ref": "#nowhere"}, ": it refers to #nowhere, which is not there."),
        ({"$ref": "other.json"}, "other.json: there is no such file. Correct the name that leads to it."),
        ({"$ref": "https://example.org/other.json"}, "a check uses no network."),
        ({"$ref": "../other.json"}, "a check uses no network."),
        ({"$ref": "file:///etc/hostname"}, "a check uses no network."),
        ({"$ref": "copydesk:nothing"}, "a check uses no network."),
    ],
)
def test_a_schema_that_cannot_be_used(tmp_path: Path, tree: Any, words: str) -> None:
    path = write(tmp_path, tree)
    with pytest.raises(SchemaError) as raised:
        schemas.flat(path)
    assert str(path) in str(raised.value)
    assert words in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_schema_that_is_not_there(tmp_path: Path) -> None:
    for path in (tmp_path / "none.json", tmp_path):
        with pytest.raises(SchemaError, match=r"no such file|cannot be read"):
            schemas.flat(path)


def test_a_schema_in_another_encoding(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b'{"title": "\xe9"}')
    with pytest.raises(SchemaError, match="JSON in UTF-8"):
        schemas.flat(tmp_path / "a.json")
