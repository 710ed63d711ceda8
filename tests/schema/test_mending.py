"""What a writer probably meant."""

import time

import pytest

from lint.schema.mending import day_meant


@pytest.mark.parametrize(
    "text",
    ["May 6, 2026", "may 6 2026", "6 May 2026", "6th of May, 2026", "6. May 2026", "2026 May 6", "20260506", "2026/5/6",
     "2026.05.06", "2026 05 06", "6.5.2026", "06. 05. 2026", " May  6,\n2026 "],
)  # fmt: skip
def test_a_date_that_can_only_mean_one_day(text: str) -> None:
    assert day_meant(text) == "2026-05-06"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("13/05/2026", "2026-05-13"),
        ("05/13/2026", "2026-05-13"),
        ("05-05-2026", "2026-05-05"),
        ("Sept. 3, 2026", "2026-09-03"),
        ("3 Dec 2026", "2026-12-03"),
    ],
)
def test_other_orders(text: str, day: str) -> None:
    assert day_meant(text) == day


@pytest.mark.parametrize(
    "text", ["05/06/2026", "13/13/2026", "May 32, 2026", "30 February 2026", "May 2026", "2026", "soon", "", "6 May 26"]
)
def test_a_date_that_may_mean_two_or_none(text: str) -> None:
    assert day_meant(text) is None


@pytest.mark.parametrize("text", ["1" * 1_000_000, "May " * 250_000, " " * 1_000_000, "1." * 500_000])
def test_a_hostile_date_takes_no_time(text: str) -> None:
    start = time.process_time()
    assert day_meant(text) is None
    assert time.process_time() - start < 20
