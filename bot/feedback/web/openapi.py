"""The service's description of itself (OpenAPI 3.1): paths stand in ``openapi.json``; what the code knows is put in.

That is what reports, languages and receipts are, the headers of every answer, and how our faults are told.
"""

import json
from collections.abc import Collection, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import schemas
from bot.feedback.intake import FORM
from bot.feedback.report import Status
from bot.feedback.web.guard import HEADERS, OPEN
from bot.feedback.web.pages.texts import languages
from lint import __version__

PATH = "/openapi.json"
FILES = ("/widget.js", "/pages.css", "/texts/{language}.json")
"""What is served from the folder ``static``."""
SOURCE = Path(__file__).with_name("openapi.json")
_TEXT = {"schema": {"type": "string"}}
_ERROR = {"schema": {"$ref": "#/components/schemas/Error"}}
_BROKEN = {"description": "A fault on our side: nothing was kept.", "content": {"application/json": _ERROR}}


def description(paths: Collection[str]) -> dict[str, Any]:
    """The description of a service with these paths; those that `openapi.json` does not tell of stay private."""
    made: dict[str, Any] = json.loads(SOURCE.read_text(encoding="utf-8"))
    made["info"]["version"] = __version__
    made["paths"] = {path: item for path, item in made["paths"].items() if path in paths}
    known = made["components"]["schemas"]
    known["Report"], known["Form"] = _report(), _form()
    known["Language"] = {"enum": list(languages())}
    known["Receipt"]["properties"]["status"] = {"enum": [one.value for one in Status]}
    for path, item in made["paths"].items():
        for operation in item.values():
            operation["responses"]["500"] = _BROKEN
            for status, response in operation["responses"].items():
                operation["responses"][status] = _answer(made, path, status, response)
    del made["components"]["responses"], made["components"]["headers"]
    return made


def _answer(made: dict[str, Any], path: str, status: str, response: dict[str, Any]) -> dict[str, Any]:
    """A response with the headers of all, and what its content is where that says itself."""
    if "$ref" in response:
        response = made["components"]["responses"][response["$ref"].rpartition("/")[2]]
    ours = {name.decode(): {"required": True, "schema": {"const": value.decode()}} for name, value in _headers(path)}
    theirs = {name: _followed(made, header) for name, header in response.get("headers", {}).items()}
    content = {
        kind: said or (_ERROR if kind == "application/json" and status >= "400" else _TEXT)
        for kind, said in response.get("content", {}).items()
    }
    return {**response, "headers": {**ours, **theirs}, **({"content": content} if content else {})}


def _followed(made: dict[str, Any], header: dict[str, Any]) -> dict[str, Any]:
    name = header.get("$ref", "").rpartition("/")[2]
    return made["components"]["headers"][name] if name else header


def _headers(path: str) -> Iterator[tuple[bytes, bytes]]:
    yield from (header for header in HEADERS if not (path.startswith(OPEN) and header[0] == b"cache-control"))


def _report() -> dict[str, Any]:
    """A report as JSON: the schema itself."""
    return deepcopy({name: value for name, value in schemas.load("feedback").items() if name not in ("$schema", "$id")})


def _form() -> dict[str, Any]:
    """A report as browsers send a form: all values are text, and an empty one was left out."""
    made = _report()
    properties = deepcopy({**made["properties"], **FORM})
    properties["kind"] = {**properties["kind"], "enum": [*properties["kind"]["enum"], ""]}
    chosen = {"properties": {"kind": {"minLength": 1}}, "required": ["kind"]}
    answered = {"properties": {"helpful": {"enum": ["false", "no"]}}, "required": ["helpful"]}
    return {**made, "properties": properties, "if": answered, "then": chosen}
