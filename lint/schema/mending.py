"""The day that a date in another form means."""

import re
from datetime import date

from lint.article.lazy import lazy

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_WORDED = [
    lazy(form, re.IGNORECASE)
    for form in (rf"{_MONTH} {_DAY},? {_YEAR}", rf"{_DAY}\.? (?:of )?{_MONTH},? {_YEAR}", rf"{_YEAR},? {_MONTH} {_DAY}")
]
_NUMBERED = [
    lazy(form)
    for form in (
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
        r"(?P<year>\d{4})[-/. ](?P<month>\d{1,2})[-/. ](?P<day>\d{1,2})",
        r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})",
    )
]
_EITHER = lazy(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})")


def day_meant(text: str) -> str | None:
    """The ISO 8601 date that a text can only mean; None where it may mean two."""
    text = " ".join(text.split())
    either = _EITHER().fullmatch(text)
    if either:
        first, second, year = map(int, either.groups())
        if first > 12 or first == second:
            return _iso(year, second, first)
        return _iso(year, first, second) if second > 12 else None
    for form in _WORDED:
        if match := form().fullmatch(text):
            return _iso(int(match["year"]), _MONTHS.index(match["month"][:3].lower()) + 1, int(match["day"]))
    for form in _NUMBERED:
        if match := form().fullmatch(text):
            return _iso(int(match["year"]), int(match["month"]), int(match["day"]))
    return None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
