"""Holds calls and answers against GitHub's own OpenAPI description."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from tests.github.faults import Reply
from tests.github.openapi.complete import Completion
from tests.github.openapi.prune import pruned
from tests.github.routes import ROUTES

FOLDER = Path(__file__).parent
MODULES = FOLDER / "node_modules"
SOURCE = MODULES / "@octokit" / "openapi" / "generated" / "api.github.com.json"
ANYWHERE = (401, 403, 404, 429)
"""Refusals that every route may give, whether its description says so or not."""

UNDESCRIBED = "/graphql"

GONE = re.compile(r".*\.head(\.repo|_repository): None is not of type 'object'")
"""The description forgets that a fork can be deleted: GitHub then answers null."""


class Description:
    """GitHub's description of the routes in use."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.document = document
        self.registry = Registry().with_resource("urn:github", DRAFT202012.create_resource(document))
        self.validators: dict[str, Draft202012Validator] = {}

    def judge(self, method: str, template: str, url: str, body: Any, reply: Reply) -> tuple[list[str], Reply]:
        """What violates the description, and the answer with all that the description demands."""
        call = f"{method} {urlsplit(url).path}"
        if template == UNDESCRIBED:
            return [], reply
        operation = self.document["paths"].get(template, {}).get(method.lower())
        if operation is None:
            return [f"{call}: GitHub has no such route"], reply
        place = f"#/paths/{_escaped(template)}/{method.lower()}"
        found = [*self._query(operation, url), *self._request(operation, place, body)]
        more, reply = self._response(operation, place, reply)
        return [f"{call}: {problem}" for problem in (*found, *more)], reply

    def _query(self, operation: Any, url: str) -> Iterator[str]:
        known = {parameter["name"]: parameter for parameter in map(self._resolve, operation.get("parameters", ()))}
        for name, values in parse_qs(urlsplit(url).query).items():
            if known.get(name, {}).get("in") != "query":
                yield f"the query has an unknown parameter {name}"
                continue
            schema = known[name]["schema"]
            value = int(values[0]) if schema.get("type") == "integer" and values[0].isdigit() else values[0]
            yield from (f"query {name}: {error.message}" for error in Draft202012Validator(schema).iter_errors(value))

    def _request(self, operation: Any, place: str, body: Any) -> Iterator[str]:
        described = self._resolve(operation.get("requestBody", {}))
        if "application/json" not in described.get("content", {}):
            if body is not None:
                yield "a body where none is described"
            return
        if body is None:
            if described.get("required"):
                yield "no body"
            return
        pointer = f"{place}/requestBody/content/application~1json/schema"
        yield from (f"request: {problem}" for problem in self._strictly(pointer, body)[0])

    def _response(self, operation: Any, place: str, reply: Reply) -> tuple[list[str], Reply]:
        described = operation["responses"].get(str(reply.status))
        if described is None:
            return ([] if reply.status in ANYWHERE else [f"the status {reply.status} is not described"]), reply
        described = self._resolve(described)
        if "application/json" not in described.get("content", {}) or reply.status >= 400:
            return [], reply
        reference = operation["responses"][str(reply.status)].get("$ref", f"{place}/responses/{reply.status}")
        found, whole = self._strictly(f"{reference}/content/application~1json/schema", reply.body)
        return [f"response: {problem}" for problem in found if not GONE.fullmatch(problem)], reply._replace(body=whole)

    def _strictly(self, pointer: str, value: Any) -> tuple[list[str], Any]:
        """Unknown fields are violations too: GitHub ignores them in a request and never sends them in an answer."""
        completion = Completion(self.document)
        whole = completion.complete({"$ref": pointer}, value, add="/responses/" in pointer)
        errors = self._validator(pointer).iter_errors(whole)
        return [*completion.unknown, *(f"{error.json_path}: {error.message[:200]}" for error in errors)], whole

    def _validator(self, pointer: str) -> Draft202012Validator:
        if pointer not in self.validators:
            self.validators[pointer] = Draft202012Validator({"$ref": f"urn:github{pointer}"}, registry=self.registry)
        return self.validators[pointer]

    def _resolve(self, part: Any) -> Any:
        return Completion(self.document).resolve(part)


def _escaped(text: str) -> str:
    return text.replace("~", "~0").replace("/", "~1").replace("{", "%7B").replace("}", "%7D")


@cache
def description() -> Description | None:
    """GitHub's, of the routes that the fake has; None where it was not fetched."""
    if not SOURCE.is_file():
        return None
    document = json.loads(SOURCE.read_bytes())
    return Description(pruned(document, {route.template for route in ROUTES}))
