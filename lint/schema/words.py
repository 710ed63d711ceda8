"""A failing keyword in plain words."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from lint.article import Article
from lint.finding import Pointer
from schemas import Failure

Json = Any

_LONGEST = 60
_KINDS = {
    "string": "text",
    "array": "a list",
    "object": "a group of keys",
    "boolean": "true or false",
    "integer": "a whole number",
    "number": "a number",
    "null": "empty",
}
_SENTENCES: Mapping[str, Callable[[str, Failure], str]] = {
    "type": lambda it, failure: f"{it} is {_kind(failure.value)}, but must be {_kinds(failure.expected)}.",
    "enum": lambda it, failure: f"{it} is {shown(failure.value)}, but must be {listed(failure.expected, 'or')}.",
    "const": lambda it, failure: f"{it} is {shown(failure.value)}, but must be {shown(failure.expected)}.",
    "pattern": lambda it, failure: f"{it} is {shown(failure.value)}, which does not have the form that it should.",
    "format": lambda it, failure: f"{it} is {shown(failure.value)}, which is not {_form(failure.expected)}.",
    "not": lambda it, failure: f"{it} is {shown(failure.value)}, which is not allowed.",
    "minLength": lambda it, failure: f"{it} must have at least {_count(failure, 'character')}.",
    "maxLength": lambda it, failure: f"{it} must have at most {_count(failure, 'character')}.",
    "minItems": lambda it, failure: f"{it} must have at least {_count(failure, 'entry')}.",
    "maxItems": lambda it, failure: f"{it} must have at most {_count(failure, 'entry')}.",
    "minProperties": lambda it, failure: f"{it} must have at least {_count(failure, 'key')}.",
    "maxProperties": lambda it, failure: f"{it} must have at most {_count(failure, 'key')}.",
    "uniqueItems": lambda it, failure: f"{it} holds the same entry twice.",
    "minimum": lambda it, failure: f"{it} is {shown(failure.value)}, but must be at least {failure.expected}.",
    "maximum": lambda it, failure: f"{it} is {shown(failure.value)}, but must be at most {failure.expected}.",
    "exclusiveMinimum": lambda it, failure: f"{it} is {shown(failure.value)}, but must be above {failure.expected}.",
    "exclusiveMaximum": lambda it, failure: f"{it} is {shown(failure.value)}, but must be below {failure.expected}.",
    "multipleOf": lambda it, failure: f"{it} is {shown(failure.value)}, but must be a multiple of {failure.expected}.",
    "contains": lambda it, failure: f"{it} has no entry of the kind that the schema asks for.",
}


def sentence(failure: Failure, article: Article) -> str:
    """What is wrong, for a failure that no annotation describes."""
    it = place(failure.at, article)
    say = _SENTENCES.get(failure.keyword)
    words = say(it, failure) if say else f"{it} is not of the form that the schema asks for."
    return capital(words)


def hint(failure: Failure, key: str | None = None) -> str:
    """What the schema says of the value that it asks for, or of a missing key's."""
    schema = failure.way[-1][0] if failure.way else {}
    if key is not None:
        schema = schema.get("properties", {}).get(key)
    form = f"It must match `{failure.expected}`." if failure.keyword == "pattern" else ""
    return str(schema.get("description", form)) if isinstance(schema, dict) else form


def capital(sentence: str) -> str:
    """A sentence begins with a capital letter, unless with something quoted."""
    return sentence[:1].upper() + sentence[1:]


def place(pointer: Pointer, article: Article) -> str:
    """A place in the document as a writer would name it."""
    if not pointer or pointer == ("front_matter",):
        return "the front matter" if pointer else "the article"
    *above, last = pointer
    if isinstance(last, str):
        within = place(tuple(above), article)
        return f"`{last}`" if len(pointer) < 3 and above != ["sections"] else f"`{last}` in {within}"
    if above == ["sections"]:
        heading = article.value((*pointer, "heading"))
        return f"the section {shown(heading)}" if heading else f"section {last + 1}"
    return f"entry {last + 1} of {place(tuple(above), article)}"


def shown(value: Json) -> str:
    """A value as a writer wrote it, cut short."""
    if isinstance(value, dict | list):
        return _kind(value)
    if isinstance(value, str):
        return f"“{short(value)}”"
    return _kind(value) if value is None or isinstance(value, bool) else str(value)


def short(value: str) -> str:
    """One line of a text."""
    text = " ".join(value.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"


def bare(value: Json) -> str:
    """A value as it stands in a message that quotes it."""
    return short(value) if isinstance(value, str) else shown(value)


def heading(article: Article, pointer: Pointer) -> str:
    """The heading of the section that a pointer leads into."""
    return short(article.value((*pointer[:2], "heading")) or "This section") if pointer[:1] == ("sections",) else ""


def listed(values: Sequence[Json], word: str = "and") -> str:
    """Values as an enumeration."""
    return enumerated([shown(value) for value in values], word)


def enumerated(words: Sequence[str], word: str = "and") -> str:
    """Words as an enumeration."""
    return f"{', '.join(words[:-1])} {word} {words[-1]}" if len(words) > 1 else "".join(words)


def filled_in(message: str, facts: Mapping[str, str]) -> str:
    """The message with its placeholders filled in; braces around anything else stay."""
    return re.sub(r"\{(\w+)\}", lambda match: facts.get(match[1], match[0]), message)


def _form(name: str) -> str:
    return "a date of the form 2026-05-26" if name == "date" else f"of the form “{name}”"


def _count(failure: Failure, noun: str) -> str:
    plural = noun[:-1] + "ies" if noun.endswith("y") and noun != "key" else noun + "s"
    return f"{failure.expected} {noun if failure.expected == 1 else plural}"


def _kind(value: Json) -> str:
    kinds = {str: "string", list: "array", dict: "object", bool: "boolean", int: "integer", float: "number"}
    name = kinds.get(type(value), "null")
    return str(value).lower() if name == "boolean" else _KINDS[name]


def _kinds(expected: Json) -> str:
    names = expected if isinstance(expected, list) else [expected]
    return " or ".join(_KINDS.get(name, str(name)) for name in names)
