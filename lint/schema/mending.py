"""What the writer probably meant: a key that is close to another, a date in another form."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

Json = Any

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_WORDED = [
    re.compile(form, re.IGNORECASE)
    for form in (rf"{_MONTH} {_DAY},? {_YEAR}", rf"{_DAY}\.? (?:of )?{_MONTH},? {_YEAR}", rf"{_YEAR},? {_MONTH} {_DAY}")
]
_NUMBERED = [
    re.compile(form)
    for form in (
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
        r"(?P<year>\d{4})[-/. ](?P<month>\d{1,2})[-/. ](?P<day>\d{1,2})",
        r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})",
    )
]
_EITHER = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})")


def day_meant(text: str) -> str | None:
    """The ISO 8601 date that a text can only mean; None where it may mean two."""
    text = " ".join(text.split())
    either = _EITHER.fullmatch(text)
    if either:
        first, second, year = map(int, either.groups())
        if first > 12 or first == second:
            return _iso(year, second, first)
        return _iso(year, first, second) if second > 12 else None
    for form in _WORDED:
        if match := form.fullmatch(text):
            return _iso(int(match["year"]), _MONTHS.index(match["month"][:3].lower()) + 1, int(match["day"]))
    for form in _NUMBERED:
        if match := form.fullmatch(text):
            return _iso(int(match["year"]), int(match["month"]), int(match["day"]))
    return None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def key_meant(key: str, properties: Mapping[str, Json]) -> str | None:
    """The key that a misspelled or differently named one stands for."""
    names = {name: name for name, schema in properties.items() if isinstance(schema, dict)}
    for name, schema in properties.items():
        for other in schema.get("x-also", ()) if isinstance(schema, dict) else ():
            names.setdefault(other, name)
    plain = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", key).replace("-", "_").replace(" ", "_").casefold()
    if plain in names:
        return names[plain]
    from difflib import get_close_matches  # a misspelled key is rare

    close = get_close_matches(plain[:60], names, n=1, cutoff=0.8)
    return names[close[0]] if close else None
