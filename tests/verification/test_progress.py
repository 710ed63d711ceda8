import pytest

from lint.verification.progress import line


@pytest.mark.parametrize(
    ("done", "total", "seconds", "said"),
    [
        (0, 10, 0.0, "[------------------------] 0 of 10"),
        (5, 10, 0.5, "[############------------] 5 of 10, 10.0 a second, 0 s left"),
        (1_200, 10_000, 120.0, "[##----------------------] 1,200 of 10,000, 10.0 a second, 15 min left"),
        (100, 100_000, 10.0, "[------------------------] 100 of 100,000, 10.0 a second, 2.8 h left"),
        (10, 10, 1.0, "[########################] 10 of 10, 10.0 a second, 0 s left"),
        (0, 0, 1.0, "[########################] 0 of 0"),
    ],
)
def test_how_far_how_fast_how_long_still(done: int, total: int, seconds: float, said: str) -> None:
    assert line(done, total, seconds, 80) == said


@pytest.mark.parametrize("width", [0, 1, 40, 80])
def test_it_fits_into_a_line(width: int) -> None:
    assert len(line(123_456, 1_000_000, 98_765.0, width)) < max(width, 1)
