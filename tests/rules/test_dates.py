"""Dates: what counts as one, and how long ago it was."""

from datetime import date

import pytest

from lint.rules.dates import length, parse


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2026-01-05", date(2026, 1, 5)),
        (" 2026-01-05 ", date(2026, 1, 5)),
        ("2026-01-05T10:00:00Z", date(2026, 1, 5)),
        ("2026-01-05 10:00:00 +0200", date(2026, 1, 5)),
        ("2026-13-05", None),
        ("2026-01-055", None),
        ("2026-1-5", None),
        ("May 26, 2023", None),
        ("20260105", None),
        (20260105, None),
        (None, None),
        ({"on": "2026-01-05"}, None),
    ],
)
def test_iso_dates_alone_count(value: object, day: date | None) -> None:
    assert parse(value) == day


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (1, "1 day"),
        (90, "90 days"),
        (180, "6 months"),
        (365, "1 year"),
        (380, "1 year"),
        (400, "13 months"),
        (730, "2 years"),
        (1276, "3 years"),
    ],
)
def test_a_length_as_people_say_it(days: int, said: str) -> None:
    assert length(days) == said
