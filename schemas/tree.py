"""A schema as a tree: its parts, each with the place in the document that it speaks of."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

Json = Any
Place = tuple[str, ...]

_LISTS = {"allOf": "", "anyOf": "", "oneOf": "", "prefixItems": "*"}
_MAPS = ("properties", "patternProperties", "dependentSchemas", "$defs")
_ONES = {
    **dict.fromkeys(("if", "then", "else", "not"), ""),
    **dict.fromkeys(("items", "additionalProperties", "contains", "unevaluatedItems", "unevaluatedProperties"), "*"),
    "propertyNames": "*key*",
}
KEYED = frozenset((*_LISTS, *_MAPS))
"""The keywords that hold several subschemas, by name or by number."""

Part = tuple[str, str | int | None, Json, Place]
"""The keyword, the name or number below it, the subschema, and the step that it takes into the document."""


def parts(schema: dict[str, Json]) -> Iterator[Part]:
    """The direct subschemas."""
    for key, value in schema.items():
        if key in _LISTS and isinstance(value, list):
            step = (_LISTS[key],) if _LISTS[key] else ()
            yield from ((key, index, part, step) for index, part in enumerate(value))
        elif key in _MAPS and isinstance(value, dict):
            stays = key == "dependentSchemas"
            yield from ((key, name, part, () if stays else (name,)) for name, part in value.items())
        elif key in _ONES:
            yield key, None, value, (_ONES[key],) if _ONES[key] else ()


def walk(schema: Json, place: Place = ()) -> Iterator[tuple[Place, dict[str, Json]]]:
    """The schema and all below it, outermost first."""
    if isinstance(schema, dict):
        yield place, schema
        for _, _, part, step in parts(schema):
            yield from walk(part, place + step)


def open_to_declared(tree: Json) -> None:
    """Let each ``additionalProperties: false`` know the keys that any part of the tree declares at its place.

    JSON Schema looks at the neighbouring ``properties`` alone: what a publication declares beside its ``$ref`` to our
    schema would be refused by ours.
    """
    declared: dict[Place, set[str]] = defaultdict(set)
    for place, schema in walk(tree):
        declared[place].update(schema.get("properties", ()))
    for place, schema in walk(tree):
        if schema.get("additionalProperties") is False:
            schema["properties"] = {name: {} for name in sorted(declared[place])} | schema.get("properties", {})
