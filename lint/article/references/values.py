"""Values: what the fields of a bibliography hold, in the forms of BibTeX, CSL-JSON and YAML."""

import re
from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]


def people(value: Any) -> Iterator[str]:
    """Names, family name first; ``et al`` is nobody."""
    for person in value if isinstance(value, list) else [value]:
        if isinstance(person, dict):
            family = " ".join(filter(None, (text(person.get("non-dropping-particle")), text(person.get("family")))))
            name = f"{family} {_initials(text(person.get('given')) or '')}".strip()
            name = name or text(person.get("literal")) or text(person.get("name")) or ""
        else:
            name = text(person) or ""
        if name and not re.fullmatch(r"(?:et al|and others|others)\.?", name, re.IGNORECASE):
            yield name


def _initials(given: str) -> str:
    return "".join(part[0] for part in re.split(r"[\s.-]+", given) if part)


def written(value: Any) -> str | None:
    """A text, or a date of CSL's."""
    if isinstance(value, dict):
        parts = _date_parts(value)
        return "-".join(f"{part:02}" for part in parts) or text(value.get("raw"))
    return text(value[0]) if isinstance(value, list) and value else text(value)


def _date_parts(value: Json) -> list[int]:
    parts = value.get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts and isinstance(parts[0], list) else []
    return [int(part) for part in first if str(part).isdigit()]


def year(value: Any) -> int | None:
    """The year in a number, a text or a date."""
    found = re.search(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)", written(value) or "")
    return int(found[0]) if found else None


def text(value: Any) -> str | None:
    """A text or a number, as text."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    return value.strip() or None if isinstance(value, str) else None
