"""The part of an OpenAPI 3.0 description that some routes need, as JSON Schema 2020-12."""

from collections.abc import Iterable, Mapping
from typing import Any

Json = dict[str, Any]
NOISE = ("examples", "example", "description", "headers", "summary", "tags", "x-github", "externalDocs", "title")
"""Of no use for judging; the examples of ``Link`` headers lead nowhere."""

LITERAL = ("properties", "schemas", "responses", "parameters", "paths")
"""Below these, keys are names: a field may be called "description"."""


def pruned(document: Mapping[str, Any], templates: Iterable[str]) -> Json:
    """The paths and, of the components, what they refer to."""
    kept: Json = {"paths": {}, "components": {}}
    for template in sorted(templates):
        if template in document["paths"]:
            kept["paths"][template] = _plain(document["paths"][template])
    waiting = list(_references(kept["paths"]))
    while waiting:
        _, _, kind, name = waiting.pop().split("/")
        group = kept["components"].setdefault(kind, {})
        if name not in group:
            group[name] = _plain(document["components"][kind][name])
            waiting += _references(group[name])
    return kept


def _references(part: Any) -> Iterable[str]:
    if isinstance(part, dict):
        if isinstance(part.get("$ref"), str):
            yield part["$ref"]
        part = list(part.values())
    if isinstance(part, list):
        for entry in part:
            yield from _references(entry)


def _plain(part: Any, names: bool = False) -> Any:
    if isinstance(part, list):
        return [_plain(entry) for entry in part]
    if not isinstance(part, dict):
        return part
    plain = {key: _plain(value, key in LITERAL) for key, value in part.items() if names or key not in NOISE}
    return plain if names else _nullable(plain)


def _nullable(part: Json) -> Json:
    """OpenAPI 3.0 says ``nullable`` where JSON Schema has a type "null"."""
    if not part.pop("nullable", False):
        return part
    if "enum" in part:
        part["enum"] = [*part["enum"], None]
    if isinstance(part.get("type"), str):
        return {**part, "type": [part["type"], "null"]}
    return {"anyOf": [part, {"type": "null"}]}
