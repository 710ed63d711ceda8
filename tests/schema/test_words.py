"""A failing keyword in plain words."""

from typing import Any

import pytest

from lint.article import Article
from lint.schema.words import bare, filled_in, listed, place, sentence
from schemas import validator
from schemas.failures import failure

ARTICLE = Article("a.md", "", {"sections": [{"heading": "Rest"}, {"heading": None}]}, {})


def words(tree: dict[str, Any], value: Any) -> str:
    checker = validator("article").evolve(schema={"properties": {"front_matter": {"properties": {"own": tree}}}})
    (error,) = checker.iter_errors({"front_matter": {"own": value}})
    return sentence(failure(error, checker), ARTICLE)


@pytest.mark.parametrize(
    ("tree", "value", "said"),
    [
        ({"type": "string"}, 5, "`own` is a whole number, but must be text."),
        ({"type": ["integer", "null"]}, 1.5, "`own` is a number, but must be a whole number or empty."),
        ({"type": "array"}, {}, "`own` is a group of keys, but must be a list."),
        ({"type": "object"}, [], "`own` is a list, but must be a group of keys."),
        ({"type": "number"}, None, "`own` is empty, but must be a number."),
        ({"enum": ["a", "b", 3]}, "c", "`own` is “c”, but must be “a”, “b” or 3."),
        ({"const": True}, False, "`own` is false, but must be true."),
        ({"pattern": "^a"}, "b", "`own` is “b”, which does not have the form that it should."),
        ({"format": "date"}, "b", "`own` is “b”, which is not a date of the form 2026-05-26."),
        ({"not": {"const": "b"}}, "b", "`own` is “b”, which is not allowed."),
        ({"minLength": 1}, "", "`own` must have at least 1 character."),
        ({"maxLength": 2}, "abc", "`own` must have at most 2 characters."),
        ({"minItems": 2}, [], "`own` must have at least 2 entries."),
        ({"maxItems": 1}, [1, 2], "`own` must have at most 1 entry."),
        ({"minProperties": 2}, {}, "`own` must have at least 2 keys."),
        ({"maxProperties": 1}, {"a": 1, "b": 2}, "`own` must have at most 1 key."),
        ({"uniqueItems": True}, [1, 1], "`own` holds the same entry twice."),
        ({"minimum": 3}, 2, "`own` is 2, but must be at least 3."),
        ({"maximum": 3}, 4, "`own` is 4, but must be at most 3."),
        ({"exclusiveMinimum": 3}, 3, "`own` is 3, but must be above 3."),
        ({"exclusiveMaximum": 3}, 3, "`own` is 3, but must be below 3."),
        ({"multipleOf": 2}, 3, "`own` is 3, but must be a multiple of 2."),
        ({"contains": {"const": 1}}, [], "`own` has no entry of the kind that the schema asks for."),
        ({"propertyNames": {"maxLength": 1}}, {"abc": 1}, "`own` must have at most 1 character."),
        ({"oneOf": [{}, {}]}, 1, "`own` is not of the form that the schema asks for."),
    ],
)
def test_sentences(tree: dict[str, Any], value: Any, said: str) -> None:
    assert words(tree, value) == said


@pytest.mark.parametrize(
    ("pointer", "named"),
    [
        ((), "the article"),
        (("front_matter",), "the front matter"),
        (("front_matter", "title"), "`title`"),
        (("front_matter", "authors", 0), "entry 1 of `authors`"),
        (("front_matter", "authors", 0, "name"), "`name` in entry 1 of `authors`"),
        (("sections", 0), "the section “Rest”"),
        (("sections", 1, "citations"), "`citations` in section 2"),
        (("references", 2), "entry 3 of `references`"),
    ],
)
def test_places(pointer: tuple[str | int, ...], named: str) -> None:
    assert place(pointer, ARTICLE) == named


def test_a_long_value_is_cut_short() -> None:
    assert bare("a\n b" * 50) == ("a b" * 50)[:58] + "…"
    assert bare([1]) == "a list"
    assert listed(["a"]) == "“a”"
    assert listed([]) == ""


def test_only_known_placeholders_are_filled_in() -> None:
    assert filled_in("{a} {b} {} {{a}}", {"a": "1"}) == "1 {b} {} {1}"
