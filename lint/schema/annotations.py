"""``x-rule``: which rule a failing keyword is, and what each rule says of itself.

``near``, which ours alone needs: of the keys that a closed object does not know, only those that stand for another.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lint.finding import CopydeskError, Severity
from lint.rules.rule import Page, Rule
from schemas import Failure
from schemas.tree import walk

Json = Any
Annotation = Mapping[str, Any]

KEY = "x-rule"
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_TEXTS = ("summary", "message", "help", "why", "standard", "category")


def annotations(tree: Json) -> Iterator[Annotation]:
    """Every annotation in a schema, outermost first."""
    for _, schema in walk(tree):
        rules = schema.get(KEY, {})
        if not isinstance(rules, dict):
            raise CopydeskError(f'`x-rule` must name keywords, as in {{"required": …}}; it is {rules!r}.')
        yield from map(_entry, rules.values())


def innermost(failure: Failure, key: str | None = None) -> tuple[Annotation, int] | None:
    """The innermost annotation on the failure's way, and how far out it stands.

    That of a missing ``key`` is looked up on its own subschema first.
    """
    for schema in _own(failure, key):
        if "required" in schema.get(KEY, {}):
            return _entry(schema[KEY]["required"]), 0
    for distance, (schema, keyword) in enumerate(reversed(failure.way)):
        rules = schema.get(KEY, {})
        if keyword in rules or "*" in rules:
            return _entry(rules.get(keyword, rules.get("*"))), distance
    return None


def _own(failure: Failure, key: str | None) -> Iterator[dict[str, Json]]:
    if key is not None and failure.way:
        yield from _together(failure.way[-1][0].get("properties", {}).get(key))


def _together(schema: Json) -> Iterator[dict[str, Json]]:
    """A subschema with what it refers to: a reference that stands beside other keywords was put below ``allOf``."""
    if isinstance(schema, dict):
        yield schema
        for part in schema.get("allOf", ()):
            yield from _together(part)


def _entry(entry: Json) -> Annotation:
    """An annotation; its name alone means the rule that another annotation describes."""
    return {"name": entry} if isinstance(entry, str) else entry


def merged(entries: Iterable[Annotation]) -> dict[str, Annotation]:
    """All that is said of each name; what one annotation leaves out, another of the same name may say."""
    found: dict[str, dict[str, Any]] = {}
    for entry in entries:
        _check(entry)
        said = found.setdefault(entry["name"], {})
        said.update({key: value for key, value in entry.items() if key not in said})
    return {**found}


def rule(name: str, said: Annotation) -> Rule:
    """The rule that an annotation describes."""
    page = Page(
        summary=said.get("summary") or said.get("message") or f"What the schema calls {name}.",
        why=said.get("why", ""),
        help=said.get("help", ""),
        bad=_example(said.get("bad", ())),
        good=_example(said.get("good", ())),
    )
    severity = Severity[said.get("severity", "error").upper()]
    return Rule(name, said.get("category", "metadata"), severity, page, said.get("standard", ""), said.get("fix", ""))


def _example(lines: Iterable[str]) -> str:
    """An article's lines as an indented block."""
    return "\n".join(f"    {line}".rstrip() for line in lines)


def _check(entry: Json) -> None:
    """A publication writes annotations by hand: say what is wrong with one."""
    name = entry.get("name") if isinstance(entry, dict) else None
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise CopydeskError(f"an `x-rule` needs a `name` in small letters and hyphens; this one has {entry!r}.")
    for key in _TEXTS:
        if not isinstance(entry.get(key, ""), str):
            raise CopydeskError(f"the `{key}` of the rule {name} must be text.")
    severity = entry.get("severity", "error")
    if severity not in ("error", "warning", "suggestion"):
        raise CopydeskError(f"the severity of the rule {name} is {severity!r}; write error, warning or suggestion.")
    if entry.get("fix", "") not in ("", "safe", "unsafe", "suggest"):
        raise CopydeskError(f"the `fix` of the rule {name} must be safe, unsafe or suggest.")
    for key in ("bad", "good"):
        if not isinstance(entry.get(key, []), list):
            raise CopydeskError(f"`{key}` of the rule {name} must be a list of lines.")
