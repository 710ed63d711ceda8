"""A schema with its references put in place, so that validating follows none of them."""

from typing import Any

from schemas.references import Follow
from schemas.tree import parts

Json = Any

_CLOSED = ("additionalProperties", "unevaluatedItems", "unevaluatedProperties")
_LEFT_OUT = ("$schema", "$id", "$anchor", "$comment", "$defs", "$ref")


def inlined(schema: Json, follow: Follow, above: tuple[str, ...] = ()) -> Json:
    """A copy with each ``$ref`` replaced by what it names; one that leads back into itself stays, by absolute name."""
    if not isinstance(schema, dict):
        return schema
    copy = {key: value for key, value in schema.items() if key not in _LEFT_OUT}
    for key, name, part, _ in parts(copy):
        # The library forgets the place of what `false` forbids, but for what closes an object or a list.
        put = {"not": {}} if part is False and key not in _CLOSED else inlined(part, follow, above)
        if name is None:
            copy[key] = put
        else:
            if copy[key] is schema[key]:
                copy[key] = copy[key].copy()
            copy[key][name] = put
    return _with_reference(copy, schema["$ref"], follow, above) if "$ref" in schema else copy


def _with_reference(copy: dict[str, Json], reference: str, follow: Follow, above: tuple[str, ...]) -> Json:
    target, inside, name = follow(reference)
    if name in above:
        return {**copy, "$ref": name}
    put = inlined(target, inside, (*above, name))
    return {"allOf": [put, *copy.pop("allOf", ())], **copy} if copy else put
