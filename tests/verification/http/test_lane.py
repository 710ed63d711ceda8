"""A lane never lets more through than its registry allows."""

import asyncio

import pytest

from lint.verification.http import Lane, NoAnswerError, Rate
from lint.verification.http.lane import RealClock
from tests.verification.fakes.clock import FakeClock


def starts(lane: Lane, clock: FakeClock, requests: int, at_once: int = 5) -> list[float]:
    """When each of so many requests started, asked for by some at a time."""
    times: list[float] = []

    async def some() -> None:
        for _ in range(requests // at_once):
            async with lane.place():
                times.append(clock.now)
                await asyncio.sleep(0)

    async def run() -> None:
        await asyncio.gather(*(some() for _ in range(at_once)))

    asyncio.run(run())
    return times


def most_in_a_second(times: list[float]) -> int:
    first, most = 0, 0
    for last, time in enumerate(times):
        while times[first] <= time - 1:
            first += 1
        most = max(most, last - first + 1)
    return most


def test_ten_thousand_requests_never_exceed_ten_a_second() -> None:
    clock = FakeClock()
    times = starts(Lane("Crossref", Rate(10, 1, 3), clock), clock, 10_000)
    assert len(times) == 10_000
    assert most_in_a_second(times) <= 10
    assert times[-1] < 10_000 / 10 * 1.2  # and it is not needlessly slow


def test_a_lane_takes_over_what_its_registry_states() -> None:
    clock = FakeClock()
    lane = Lane("Crossref", Rate(1, 1, 1), clock)
    lane.learn({"x-rate-limit-limit": "50", "x-rate-limit-interval": "1s", "x-concurrency-limit": "3"})
    lane.learn({"x-rate-limit-limit": "nonsense", "x-rate-limit-interval": "-1", "x-concurrency-limit": "many"})
    lane.learn({"x-rate-limit-limit": "0", "x-rate-limit-interval": "0", "x-concurrency-limit": "0"})
    assert 30 <= most_in_a_second(starts(lane, clock, 200)) <= 50


@pytest.mark.parametrize(("stated", "most"), [("2", 2), ("1000000", 10)])
def test_so_many_are_under_way_at_once(stated: str, most: int) -> None:
    lane = Lane("Crossref", Rate(1000, 1, 1), FakeClock())
    lane.learn({"x-concurrency-limit": stated})
    running, seen = 0, 0

    async def one() -> None:
        nonlocal running, seen
        async with lane.place():
            running += 1
            seen = max(seen, running)
            await asyncio.sleep(0.001)
            running -= 1

    async def run() -> None:
        await asyncio.gather(*(one() for _ in range(40)))

    asyncio.run(run())
    assert seen == most


def test_a_lane_rests_and_goes_slower() -> None:
    clock = FakeClock()
    lane = Lane("Crossref", Rate(10, 1, 3), clock)
    lane.failed(60, too_fast=True)
    times = starts(lane, clock, 20)
    assert times[0] >= 60
    assert most_in_a_second(times) <= 5


def test_each_failure_in_a_row_costs_more_time_than_the_one_before() -> None:
    clock = FakeClock()
    lane = Lane("Crossref", Rate(10, 1, 3), clock, failures=100)
    for _ in range(5):
        lane.failed(None, too_fast=False)
    assert starts(lane, clock, 5)[0] >= 8
    lane.answered()
    lane.failed(None, too_fast=False)
    before = clock.now
    assert starts(Lane("Crossref", Rate(10), clock), clock, 5)[0] <= before + 1


def test_a_pace_at_which_nobody_can_wait_ends_the_asking() -> None:
    lane = Lane("Crossref", Rate(10, 1, 3), FakeClock())
    lane.learn({"x-rate-limit-limit": "1", "x-rate-limit-interval": "86400s"})

    async def run() -> None:
        async with lane.place():
            pass

    with pytest.raises(NoAnswerError, match="only every 1584 minutes"):
        asyncio.run(run())


def test_who_does_not_answer_is_given_up_for_good() -> None:
    lane = Lane("Crossref", Rate(10, 1, 3), FakeClock(), failures=3)
    for answered in (False, False, True, False, False, False):
        lane.answered() if answered else lane.failed(None, too_fast=False)

    async def run() -> None:
        async with lane.place():
            pass

    with pytest.raises(NoAnswerError, match="Crossref did not answer several times"):
        asyncio.run(run())
    lane.answered()
    with pytest.raises(NoAnswerError, match="Crossref did not answer several times"):
        asyncio.run(run())


def test_the_real_clock_goes_forward() -> None:
    clock = RealClock()
    before = clock.time()
    asyncio.run(clock.sleep(0.001))
    assert clock.time() > before
