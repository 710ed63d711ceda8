"""How long a server asks us to wait, and how long we wait unasked."""

import pytest

from lint.verification.http.waits import asked, backoff

NOON = "Sun, 22 Nov 2026 12:00:00 GMT"


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"retry-after": "0"}, 0),
        ({"retry-after": " 120 "}, 120),
        ({"retry-after": "9" * 400}, 999_999_999),
        ({"retry-after": "-1"}, None),
        ({"retry-after": "1.5"}, None),
        ({"retry-after": "²"}, None),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "Sun, 22 Nov 2026 12:01:30 GMT", "date": NOON}, 90),
        ({"retry-after": "Sun, 22 Nov 2026 11:00:00 GMT", "date": NOON}, 0),
        ({"retry-after": "Sun, 22 Nov 2026 12:01:30 GMT"}, None),
        ({"retry-after": "Sun, 22 Nov 2026 12:01:30", "date": NOON}, 90),
        ({"retry-after": "Sun, 99 Nov 9999 99:99:99 GMT", "date": NOON}, None),
    ],
)
def test_what_a_server_asks_for(headers: dict[str, str], seconds: float | None) -> None:
    assert asked(headers) == seconds


def test_waits_double_to_a_bound_and_differ_by_chance() -> None:
    longest = [backoff(attempt, 1.0) for attempt in range(12)]
    assert longest[:4] == [1, 2, 4, 8]
    assert max(longest) == 30
    assert backoff(3, 0.0) == backoff(3, 1.0) / 2
