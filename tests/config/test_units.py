import pytest

from lint.config.units import days, size


@pytest.mark.parametrize(
    ("written", "expected"), [(90, 90), ("180d", 180), ("3w", 21), ("6m", 182), ("12m", 365), ("1 y", 365), ("2y", 730)]
)
def test_days(written: int | str, expected: int) -> None:
    assert days(written) == expected


@pytest.mark.parametrize(("written", "expected"), [(5, 5), ("500 kB", 500_000), ("2MB", 2_000_000)])
def test_size(written: int | str, expected: int) -> None:
    assert size(written) == expected
