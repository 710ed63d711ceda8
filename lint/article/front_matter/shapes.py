"""Front matter values in the shapes that the document promises: text, lists of text, dates and lists of people.

A rule may rely on them. What cannot be brought into its shape is left out, as if it had not been written.
"""

import re
from collections.abc import Iterator
from typing import Any

from lint.article.front_matter.data import Data
from lint.article.front_matter.letters import name_and_credentials
from lint.finding import Pointer, Span

_PEOPLE = ("authors", "reviewed_by", "fact_checked_by")
_DATES = ("published", "last_modified", "next_review", "on")
_TEXTS = ("title", "description", "name", "credentials", "role")
_LISTS = ("topics",)
_EITHER = ("disclosure", "disclaimer", "bibliography")
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[Tt ]\s*\d{1,2}:\d{2}(:\d{2}(\.\d+)?)? ?([Zz]|[+-]\d{2}:?\d{2})?")
_NOTHING: tuple[Any, ...] = (None, "", [], {})


class Shaper:
    """Takes one key after the other from the front matter as written, and notes where it and its parts stand."""

    def __init__(self, raw: Data, text: str, whole: Span) -> None:
        self.values: dict[str, Any] = {}
        self.spans: dict[Pointer, Span] = {("front_matter",): whole}
        self.keys: dict[Pointer, Span] = {}
        self.taken: set[str] = set()
        self._raw = raw
        self._text = text
        self._below: dict[Pointer, list[Pointer]] = {}
        for pointer in {**raw.spans, **raw.keys}:
            self._below.setdefault(pointer[:1], []).append(pointer)

    def take(self, name: str, source: Pointer) -> None:
        """The value at ``source`` becomes the document's ``name``."""
        self.taken.add(name)
        value = self._raw.values
        for part in source:
            value = value[part]
        self._put(self.values, name, value, source, ("front_matter", name))

    def _put(self, into: dict[str, Any], name: str, value: Any, source: Pointer, to: Pointer) -> None:
        if source in self._raw.keys:
            self.keys[to] = self._raw.keys[source]
        self.spans[to] = self._span(source)
        shaped = self._shaped(name, value, source, to)
        if not isinstance(shaped, bool | int | float) and shaped in _NOTHING:
            del self.spans[to]
        else:
            into[name] = shaped

    def _shaped(self, name: str, value: Any, source: Pointer, to: Pointer) -> Any:
        if name in _PEOPLE:
            return self._people(value, source, to)
        if name in _DATES:
            return self._day(value, to)
        if name in _LISTS or (name in _EITHER and isinstance(value, list)):
            return self._texts(value, source, to)
        if name == "credentials" and isinstance(value, list):
            return ", ".join(text for item in value if (text := _text(item)))
        if name in _TEXTS or (name in _EITHER and not isinstance(value, dict)):
            return _text(value)
        self._copy(source, to)
        return value.strip() if isinstance(value, str) else value

    def _people(self, value: Any, source: Pointer, to: Pointer) -> list[dict[str, Any]]:
        """A name, a list of names, a map or a list of maps: always a list of maps."""
        found: list[dict[str, Any]] = []
        for item, at in _items(value, source):
            if item is not None and _text(item) != "":
                person = (*to, len(found))
                self.spans[person] = self._span(at)
                found.append(self._person(item if isinstance(item, dict) else {"name": item}, at, person))
        return found

    def _person(self, fields: dict[str, Any], source: Pointer, to: Pointer) -> dict[str, Any]:
        person: dict[str, Any] = {}
        for key, value in fields.items():
            self._put(person, key, value, (*source, key), (*to, key))
        if "name" in person and "credentials" not in person:
            name, credentials = name_and_credentials(person["name"])
            if credentials:
                span = self.spans[*to, "name"]
                person |= {"name": name, "credentials": credentials}
                self.spans[*to, "name"] = self._within(span, name)
                self.spans[*to, "credentials"] = self._within(span, credentials)
        return person

    def _texts(self, value: Any, source: Pointer, to: Pointer) -> list[str]:
        found: list[str] = []
        for item, at in _items(value, source):
            if text := _text(item):
                self.spans[*to, len(found)] = self._span(at)
                found.append(text)
        return found

    def _day(self, value: Any, to: Pointer) -> str | None:
        """A date; a well-formed time after it is left away."""
        text = _text(value)
        moment = _MOMENT.fullmatch(text or "")
        if moment:
            self.spans[to] = self._within(self.spans[to], moment[1])
        return moment[1] if moment else text

    def _copy(self, source: Pointer, to: Pointer) -> None:
        """What stands below ``source`` stands below ``to``."""
        for pointer in self._below.get(source[:1], ()):
            if pointer[: len(source)] == source:
                moved = (*to, *pointer[len(source) :])
                self.spans[moved] = self._span(pointer)
                if pointer in self._raw.keys:
                    self.keys[moved] = self._raw.keys[pointer]

    def _span(self, source: Pointer) -> Span:
        """The span of a pointer, or of its nearest known parent."""
        while source not in self._raw.spans and source:
            source = source[:-1]
        return self._raw.spans.get(source, self.spans["front_matter",])

    def _within(self, span: Span, part: str) -> Span:
        """The place of a part of a value, where it is written as it is read."""
        at = self._text.find(part, *span)
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
