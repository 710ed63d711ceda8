"""Our own validator, held against jsonschema: the reference for what a schema means."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import schemas
from schemas import lean
from schemas.failures import Failure, failure
from schemas.fit import fit

CASES: list[tuple[dict[str, Any], list[Any]]] = [
    ({"type": "string"}, ["a", 1, None]),
    ({"type": ["integer", "null"]}, [1, 1.0, 1.5, True, None, "1"]),
    ({"type": "number"}, [1, 1.5, False, "1"]),
    ({"type": "boolean"}, [True, 0]),
    ({"type": "array"}, [[], {}]),
    ({"type": "object"}, [{}, []]),
    ({"const": True}, [True, 1, "true"]),
    ({"const": {"a": [1]}}, [{"a": [1.0]}, {"a": [True]}, {"a": [1, 1]}, {}]),
    ({"enum": [1, "a", None]}, [1, True, "a", None, "b"]),
    ({"not": {"type": "string"}}, ["a", 1]),
    ({"contains": {"const": 1}}, [[1], [2], [], "1"]),
    ({"minItems": 1, "maxItems": 2}, [[], [1], [1, 2, 3], ""]),
    ({"minLength": 2, "maxLength": 3}, ["a", "é😀", "abcd", 1]),
    ({"minimum": 1, "maximum": 3}, [0, 2, 4, True, "5"]),
    ({"pattern": "b+$"}, ["ab", "ba", 1]),
    ({"format": "date"}, ["2026-05-26", "2026-02-30", "26 May", 5]),
    ({"required": ["a", "b"]}, [{}, {"a": 1}, {"a": 1, "b": 2}, []]),
    ({"properties": {"a": {"type": "string"}, "c": True}}, [{"a": 1, "c": 1}, {"a": "x"}, []]),
    ({"properties": {"a": True}, "additionalProperties": False}, [{"a": 1}, {"a": 1, "b": 2, "c": 3}, []]),
    ({"additionalProperties": {"type": "string"}}, [{"a": 1, "b": "c"}, []]),
    ({"items": {"type": "string"}}, [["a", 1, 2], {}, []]),
    ({"allOf": [{"type": "string"}, {"minLength": 2}]}, ["ab", "a", 1]),
    ({"anyOf": [{"type": "string"}, {"minimum": 3, "type": "integer"}]}, ["a", 1, 5, None]),
    ({"if": {"type": "string"}, "then": {"minLength": 2}, "else": {"minimum": 2}}, ["a", "ab", 1, 2]),
    ({"if": {"type": "string"}}, ["a", 1]),
    ({"then": {"type": "string"}}, [1]),
    ({"x-filled": True}, [{"a": ["TBD", "b"], "c": {"d": "TODO"}}, "TBD", 1]),
    ({"x-filled": {"except": ["a"]}}, [{"a": "TBD", "b": "TBD"}]),
    ({"x-filled": False}, ["TBD"]),
]


def told(failures: Iterator[Failure]) -> list[Any]:
    return [_told(one) for one in failures]


def _told(one: Failure) -> Any:
    way = [(id(schema), keyword) for schema, keyword in one.way]
    return (
        one.at,
        one.keyword,
        one.expected,
        one.value,
        way,
        [[_told(inner) for inner in branch] for branch in one.branches],
    )


def by_the_library(tree: dict[str, Any], value: Any) -> list[Any]:
    checker = schemas.validator("article").evolve(schema=tree)
    return told(failure(error, checker) for error in checker.iter_errors(value))


@pytest.mark.parametrize(("tree", "values"), CASES, ids=[str(tree)[:50] for tree, _ in CASES])
def test_each_keyword_means_what_it_means_to_the_library(tree: dict[str, Any], values: list[Any]) -> None:
    assert lean.suffices(tree)
    for value in values:
        said = by_the_library(tree, value)
        assert told(lean.failures(tree, value)) == said
        assert fit(tree)(value) is not bool(said)


@pytest.mark.parametrize("name", ["article", "people", "feedback"])
def test_our_schemas_need_no_library(name: str) -> None:
    assert lean.suffices(schemas.flat(name))


@pytest.mark.parametrize(
    "tree",
    [
        {"uniqueItems": True},
        {"items": {"oneOf": [{}]}},
        {"format": "uri"},
        {"$ref": "#/a"},
    ],
)
def test_what_is_not_here_needs_the_library(tree: dict[str, Any]) -> None:
    assert not lean.suffices(tree)


KEYS = ["title", "authors", "name", "on", "role", "published", "disclosure", "sections", "references", "citations", "x"]
VALUES = st.recursive(
    st.sampled_from([None, True, 1, "TBD", "2026-05-26", "Example Team", "Jane", "claim", ""]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
    max_leaves=8,
)
DOCUMENTS = st.fixed_dictionaries(
    {
        "front_matter": st.none() | st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=6),
        "sections": st.lists(
            st.fixed_dictionaries({"role": st.sampled_from(["claim", "about"]), "citations": st.lists(st.just("1"))})
        ),
        "references": VALUES,
        "feedback_link": VALUES,
    }
)


@given(DOCUMENTS)
def test_both_say_the_same_of_any_document(document: dict[str, Any]) -> None:
    tree = schemas.flat("article")
    said = by_the_library(tree, document)
    assert told(lean.failures(tree, document)) == said
    assert fit(tree)(document) is not bool(said)
