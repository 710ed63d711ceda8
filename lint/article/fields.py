"""Front matter in the document's names and shapes, whatever a site generator calls them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lint.article.data import Data
from lint.finding import Pointer, Span


@dataclass(frozen=True, slots=True)
class Preset:
    """A site generator's habits: our names in its words (a dot leads into a map), and whether it prints the title."""

    fields: Mapping[str, str] = field(default_factory=dict)
    prints_title: bool = True


PRESETS: Mapping[str, Preset] = {
    "hugo": Preset({"published": "date", "last_modified": "lastmod"}),
    "jekyll": Preset({"published": "date", "last_modified": "last_modified_at"}),
    "docusaurus": Preset({"published": "date", "last_modified": "last_update.date"}),
    "mkdocs": Preset({"published": "date.created", "last_modified": "date.updated"}, prints_title=False),
}

SINGULAR = {"author": "authors", "topic": "topics"}
"""Other names that need no mapping: one author may be called so."""

PEOPLE = ("authors", "reviewed_by", "fact_checked_by")
DATES = ("published", "last_modified", "next_review")

_TEXTS = ("title", "description", "disclosure", "disclaimer", "bibliography")
_LISTS = ("topics",)
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})[Tt ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?[ ]?([Zz]|[+-]\d{2}:?\d{2})?")
_CREDENTIAL = re.compile(r"(?=[^a-z]*[A-Z][^A-Z]*[A-Z.])[A-Z][A-Za-z.-]{0,9}(?: \([A-Za-z]+\))?")
_SUFFIX = re.compile(r"(?:inc|ltd|llc|co|corp|jr|sr|plc)\.?", re.IGNORECASE)


def normalised(raw: Data, text: str, whole: Span, names: Mapping[str, str]) -> Data:
    """The front matter as the document holds it; keys without a value are left out, but keep their place."""
    if raw.values is None:
        return raw
    shaper = _Shaper(raw, text, whole)
    taken = set()
    for ours, theirs in names.items():
        pointer = tuple(theirs.split("."))
        if pointer in raw.spans:
            shaper.take(ours, pointer)
            taken.add(pointer)
    for key in raw.values:
        ours = SINGULAR.get(key, key)
        ours = key if ours in raw.values or ours in shaper.done else ours
        if (key,) not in taken and ours not in shaper.done:
            shaper.take(ours, (key,))
    return Data(shaper.values, shaper.spans, shaper.keys, raw.problems)


class _Shaper:
    """Puts one key after the other into the document's shape, and notes where it and its parts stand."""

    def __init__(self, raw: Data, text: str, whole: Span) -> None:
        self.raw, self.text = raw, text
        self.values: dict[str, Any] = {}
        self.spans: dict[Pointer, Span] = {("front_matter",): whole}
        self.keys: dict[Pointer, Span] = {}
        self.done: set[str] = set()
        self.below: dict[Pointer, list[Pointer]] = {}
        for pointer in raw.spans:
            self.below.setdefault(pointer[:1], []).append(pointer)

    def take(self, name: str, source: Pointer) -> None:
        """The value at ``source`` becomes the document's ``name``."""
        to = ("front_matter", name)
        self.done.add(name)
        self.keys[to] = self.raw.keys[source]
        value: Any = self.raw.values
        for part in source:
            value = value[part]
        shaped = self.shape(name, value, source, to)
        if shaped in (None, "", [], {}):
            self.spans = {pointer: span for pointer, span in self.spans.items() if pointer[:2] != to}
        else:
            self.values[name] = shaped

    def shape(self, name: str, value: Any, source: Pointer, to: Pointer) -> Any:
        if name in PEOPLE:
            return self.people(value, source, to)
        if name in DATES:
            return self.day(value, source, to)
        if name in _LISTS or (name == "disclaimer" and isinstance(value, list)):
            return self.texts(value, source, to)
        self.copy(source, to)
        if name in _TEXTS:
            return _text(value)
        return value.strip() if isinstance(value, str) else value

    def copy(self, source: Pointer, to: Pointer) -> None:
        """What stands below ``source`` stands below ``to``."""
        for pointer in self.below.get(source[:1], ()):
            if pointer[: len(source)] == source:
                moved = (*to, *pointer[len(source) :])
                self.spans[moved] = self.raw.spans[pointer]
                if pointer in self.raw.keys:
                    self.keys[moved] = self.raw.keys[pointer]

    def place(self, source: Pointer, to: Pointer) -> Span:
        while source not in self.raw.spans:
            source = source[:-1]
        self.spans[to] = self.raw.spans[source]
        return self.spans[to]

    def day(self, value: Any, source: Pointer, to: Pointer) -> str | None:
        """A date; a well-formed time after it is left away."""
        span = self.place(source, to)
        text = _text(value)
        moment = _DAY.fullmatch(text or "")
        if moment:
            self.spans[to] = self.within(span, moment[1])
            return moment[1]
        return text

    def texts(self, value: Any, source: Pointer, to: Pointer) -> list[str]:
        self.place(source, to)
        found: list[str] = []
        for item, at in _items(value, source):
            text = _text(item)
            if text:
                self.place(at, (*to, len(found)))
                found.append(text)
        return found

    def people(self, value: Any, source: Pointer, to: Pointer) -> list[dict[str, Any]]:
        """A name, a list of names, a map or a list of maps: always a list of maps."""
        self.place(source, to)
        found: list[dict[str, Any]] = []
        for item, at in _items(value, source):
            person = (*to, len(found))
            span = self.place(at, person)
            if isinstance(item, dict):
                found.append(self.person(item, at, person))
            elif name := _text(item):
                found.append(self.named(name, span, person))
        return found

    def named(self, text: str, span: Span, to: Pointer) -> dict[str, Any]:
        name, credentials = _credentials(text)
        person = {"name": name, "credentials": credentials} if credentials else {"name": name}
        for key, part in person.items():
            self.spans[*to, key] = self.within(span, part)
        return person

    def person(self, entry: dict[str, Any], source: Pointer, to: Pointer) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in entry.items():
            at, there = (*source, key), (*to, key)
            if at in self.raw.keys:
                self.keys[there] = self.raw.keys[at]
            if key == "credentials" and isinstance(value, list):
                value = ", ".join(text for item in value if (text := _text(item)))
            shaped = self.day(value, at, there) if key == "on" else value if isinstance(value, bool) else _text(value)
            if shaped in (None, "") and key not in ("name", "credentials", "role", "on"):
                shaped = value
            if shaped not in (None, "", [], {}):
                self.place(at, there) if key != "on" else None
                found[key] = shaped
        if "credentials" not in found and "name" in found:
            name, credentials = _credentials(found["name"])
            if credentials:
                span = self.spans[*to, "name"]
                found |= {"name": name, "credentials": credentials}
                for key in ("name", "credentials"):
                    self.spans[*to, key] = self.within(span, found[key])
        return found

    def within(self, span: Span, part: str) -> Span:
        """The place of a part of a value, where it is written as it is read."""
        at = self.text.find(part, *span)
        return Span(at, at + len(part)) if at >= 0 else span


def _items(value: Any, source: Pointer) -> Iterator[tuple[Any, Pointer]]:
    if isinstance(value, list):
        yield from ((item, (*source, index)) for index, item in enumerate(value))
    elif value is not None:
        yield value, source


def _text(value: Any) -> str | None:
    """A value as text; None for what is none."""
    if isinstance(value, str):
        return value.strip()
    return None if value is None or isinstance(value, bool | list | dict) else str(value)


def _credentials(text: str) -> tuple[str, str]:
    """``Jane Doe, MD, PhD`` as name and credentials; what follows the comma must look like letters after a name."""
    name, _, rest = text.partition(",")
    parts = [part for part in re.split(r",\s*|\s+(?!\()", rest.strip()) if part]
    if parts and all(_CREDENTIAL.fullmatch(part) and not _SUFFIX.fullmatch(part) for part in parts):
        return name.strip(), rest.strip()
    return text, ""
