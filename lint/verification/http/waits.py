"""How long to wait before another try."""

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_FIRST = 1.0
_LONGEST = 30.0


def backoff(attempt: int, chance: float) -> float:
    """Seconds before the next try: doubling, with a random part (``chance`` from 0 to 1) so that many do not meet."""
    whole = min(_FIRST * 2.0**attempt, _LONGEST)
    return whole / 2 + whole / 2 * chance


def asked(headers: Mapping[str, str]) -> float | None:
    """The seconds that ``Retry-After`` asks for; None where it is absent or unreadable.

    A date is counted from the answer's own ``Date``, so that no clock needs to be right.
    """
    text = headers.get("retry-after", "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    until, now = _date(text), _date(headers.get("date", ""))
    return max(0.0, (until - now).total_seconds()) if until and now else None


def _date(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text)
        return found if found.tzinfo else found.replace(tzinfo=UTC)  # HTTP knows no other zone
    except (TypeError, ValueError, OverflowError):
        return None
