"""What changes in the people file: who may approve what."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from lint.context import Person
from lint.finding import CopydeskError
from lint.people import parse

_FIELDS = ("credentials", "roles", "topics", "github", "expires")


def people(path: str, old: str | None, new: str | None) -> Iterator[str]:
    """Each person who came, went or may do something else."""
    try:
        before, after = _people(path, old), _people(path, new)
    except CopydeskError as error:
        yield f"the people file cannot be read any more ({error})"
        return
    for key in sorted({*before, *after}):
        if key not in before:
            yield f"{after[key].name} was added to the people file{_rights(after[key])}"
        elif key not in after:
            yield f"{before[key].name} was taken out of the people file"
        elif changes := list(_changes(before[key], after[key])):
            yield f"{after[key].name}: {'; '.join(changes)}"


def _people(path: str, text: str | None) -> Mapping[str, Person]:
    return parse(Path(path), text) if text is not None else {}


def _rights(person: Person) -> str:
    roles = f" as {', '.join(person.roles)}" if person.roles else ""
    return f"{roles} ({person.github} on GitHub)" if person.github else roles


def _changes(before: Person, after: Person) -> Iterator[str]:
    for field in _FIELDS:
        old, new = getattr(before, field), getattr(after, field)
        if old != new:
            yield f"{field} {_said(old)} → {_said(new)}"


def _said(value: object) -> str:
    return ", ".join(map(str, value)) or "none" if isinstance(value, tuple) else str(value or "none")
