"""Makes a whole answer of the fields that the fake states; the rest is what the description demands, kept plain."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

PLAIN = {"string": "", "integer": 1, "number": 1, "boolean": False, "array": [], "object": {}}
FORMATS = {"date-time": "2026-05-26T12:00:00Z", "date": "2026-05-26", "uri": "https://example.org/"}
TYPES = {
    str: "string",
    bool: "boolean",
    int: "integer",
    float: "number",
    list: "array",
    dict: "object",
    type(None): "null",
}


class Completion:
    """One pass over one value; ``unknown`` collects the fields that the description does not have."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.document = document
        self.unknown: list[str] = []

    def resolve(self, part: Any) -> Any:
        """What a reference leads to."""
        while isinstance(part, dict) and "$ref" in part:
            target: Any = self.document
            for key in part["$ref"].removeprefix("#/").split("/"):
                target = target[unquote(key).replace("~1", "/").replace("~0", "~")]
            part = target
        return part

    def complete(self, schema: Any, value: Any, *, add: bool, at: str = "") -> Any:
        """The value with what the schema demands; nothing is added to a request."""
        schema = self._branch(schema, value)
        if isinstance(value, list):
            items = schema.get("items", {})
            return [self.complete(items, entry, add=add, at=f"{at}[{index}]") for index, entry in enumerate(value)]
        if not isinstance(value, dict) or not schema.get("properties"):
            return value
        known = schema["properties"]
        self.unknown += [f"{at}.{name} is no field" for name in value if name not in known and _is_closed(schema)]
        whole = {
            name: self.complete(known[name], part, add=add, at=f"{at}.{name}") if name in known else part
            for name, part in value.items()
        }
        missing = [name for name in schema.get("required", ()) if name not in value] if add else []
        return {**whole, **{name: self.plainest(known[name]) for name in missing}}

    def plainest(self, schema: Any) -> Any:
        """The plainest value that fits: null before anything else."""
        schema = self._branch(schema, None)
        kinds = schema.get("type", "object")
        if "null" in kinds:
            return None
        if "enum" in schema:
            return schema["enum"][0]
        kind = kinds if isinstance(kinds, str) else kinds[0]
        if kind == "object":
            return self.complete(schema, {}, add=True)
        return FORMATS.get(schema.get("format", ""), PLAIN[kind])

    def _branch(self, schema: Any, value: Any) -> Any:
        """The alternative that is meant: the first of the value's type that has all of its fields."""
        schema = self.resolve(schema)
        if "allOf" in schema:
            parts = [self._branch(part, value) for part in schema["allOf"]]
            properties = {name: field for part in parts for name, field in part.get("properties", {}).items()}
            required = [name for part in parts for name in part.get("required", ())]
            schema = {**parts[0], **schema, "properties": properties, "required": required}
        for keyword in ("oneOf", "anyOf"):
            if keyword in schema:
                branches = [self._branch(part, value) for part in schema[keyword]]
                fitting = [branch for branch in branches if _fits(branch, value)]
                chosen = (fitting or branches)[0]
                return {**chosen, "properties": {**schema.get("properties", {}), **chosen.get("properties", {})}}
        return schema


def _fits(branch: Any, value: Any) -> bool:
    kinds = branch.get("type", "object")
    if TYPES[type(value)] not in ([kinds] if isinstance(kinds, str) else kinds):
        return False
    return not isinstance(value, dict) or set(value) <= set(branch.get("properties", value))


def _is_closed(schema: Any) -> bool:
    return not schema.get("additionalProperties")
