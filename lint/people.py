"""The people file: who may write, review and check, read and held against its schema."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import schemas
from lint.article import Article
from lint.article.front_matter import read as front_matter
from lint.article.front_matter.data import Data
from lint.context import Person
from lint.finding import CopydeskError, Pointer
from lint.schema import words
from lint.schema.keys import key_meant
from lint.schema.leaves import missing_keys, unknown_keys
from lint.text import Text
from schemas import Failure

Json = Any

_LISTS = ("roles", "topics")
_FORM = "Write a list, each entry beginning with `- name:`."


def load(path: Path) -> Mapping[str, Person]:
    """The registered people by name, case folded."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise CopydeskError(f"{path}: the people file cannot be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise CopydeskError(f"{path}: the people file is not UTF-8; save it as UTF-8") from None
    return parse(path, text)


def parse(path: Path, text: str) -> Mapping[str, Person]:
    """The people in the text of a people file."""
    return _People(path, text).read()


class _People:
    """Reads a people file; a mistake in it is one line that says where it is."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.text = Text(text)
        self.data: Data = front_matter.load(text)

    def read(self) -> dict[str, Person]:
        for problem in self.data.problems:
            self.refuse(problem.span.start, problem.message)
        entries = self.entries()
        for failure in schemas.failures("people", entries):
            self.refuse(*self.said(failure))
        return self.named(entries)

    def entries(self) -> list[Json]:
        """The entries as written; a key without a value counts as absent, a single role as a list of one."""
        if not isinstance(self.data.values, list | None):
            self.refuse(self.place(()), f"The people file is not a list. {_FORM}")
        return [_shaped(entry) for entry in self.data.values or ()]

    def named(self, entries: list[Json]) -> dict[str, Person]:
        people: dict[str, Person] = {}
        for index, entry in enumerate(entries):
            person = _person(entry)
            if person.name.casefold() in people:
                self.refuse(self.place((index,)), f"{person.name} is registered twice. Keep one entry.")
            people[person.name.casefold()] = person
        return people

    def said(self, failure: Failure) -> tuple[int, str]:
        """The place of a failure and what it means."""
        entry, *within = failure.at
        if missing := missing_keys(failure):
            return self.place(failure.at), f"This entry has no `{missing[0]}`. {_FORM}"
        if unknown := unknown_keys(failure):
            meant = key_meant(unknown[0], failure.way[-1][0]["properties"])
            hint = f" Did you mean `{meant.key}`?" if meant else ""
            return self.place((*failure.at, unknown[0])), f"Nobody reads `{unknown[0]}`.{hint}"
        if not within:
            return self.place(failure.at), f"Entry {int(entry) + 1} is not a group of keys. {_FORM}"
        sentence = words.sentence(failure._replace(at=tuple(within)), Article("", "", {}, {}))
        return self.place(failure.at), f"{sentence} {words.hint(failure)}".rstrip()

    def place(self, pointer: Pointer) -> int:
        while pointer and pointer not in self.data.keys and pointer not in self.data.spans:
            pointer = pointer[:-1]
        span = self.data.keys.get(pointer) or self.data.spans.get(pointer)
        return span.start if span else 0

    def refuse(self, offset: int, message: str) -> NoReturn:
        line, _ = self.text.position(offset)
        raise CopydeskError(f"{self.path}:{line}: {message}")


def _shaped(entry: Json) -> Json:
    if not isinstance(entry, dict):
        return entry
    found = {key: _plain(value) for key, value in entry.items() if value is not None}
    return found | {key: [found[key]] for key in _LISTS if isinstance(found.get(key), str)}


def _plain(value: Json) -> Json:
    """A number is text here: a name, or a date without its hyphens."""
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


def _person(entry: dict[str, Json]) -> Person:
    return Person(
        name=entry["name"].strip(),
        credentials=entry.get("credentials", ""),
        roles=tuple(entry.get("roles", ())),
        topics=tuple(entry.get("topics", ())),
        github=entry.get("github", "").removeprefix("@"),
        expires=date.fromisoformat(entry["expires"]) if "expires" in entry else None,
    )
