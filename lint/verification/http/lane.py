"""One registry's pace: how many requests in which time, how many at once, when to rest, when to give up."""

import asyncio
import random
import re
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import NamedTuple, Protocol

from lint.verification.http.exchange import NoAnswerError
from lint.verification.http.waits import backoff

_MARGIN = 1.1
"""Requests start this much further apart than the limit asks: the way to the server is not always equally long."""
_SLOWEST = 10.0
_LONGEST_GAP = 120.0


class Clock(Protocol):
    """Seconds that only go forward, and a way to let some pass."""

    def time(self) -> float: ...

    async def sleep(self, seconds: float) -> None: ...


class RealClock:
    """The computer's."""

    def time(self) -> float:
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


class Rate(NamedTuple):
    """At most ``limit`` requests in ``interval`` seconds, at most ``at_once`` under way."""

    limit: float
    interval: float = 1
    at_once: int = 1


class Lane:
    """What all requests to one registry pass through, first come, first served."""

    def __init__(self, name: str, rate: Rate, clock: Clock | None = None, failures: int = 8) -> None:
        self.name = name
        self.clock = clock or RealClock()
        self._gap = _MARGIN * rate.interval / rate.limit
        self._at_once = rate.at_once
        self._next = self.clock.time()
        self._running = 0
        self._turn = asyncio.Lock()
        self._freed = asyncio.Event()
        self._failures = failures
        self._closed = ""
        self._in_a_row = 0

    @asynccontextmanager
    async def place(self) -> AsyncIterator[None]:
        """A place for one request, when it is its turn. Raises NoAnswerError where the registry was given up."""
        async with self._turn:
            await self._wait()
            self._running += 1
        try:
            yield
        finally:
            self._running -= 1
            self._freed.set()

    async def _wait(self) -> None:
        while self._running >= self._at_once or self._next > self.clock.time():
            self._check()
            if self._running >= self._at_once:
                self._freed.clear()
                await self._freed.wait()
            else:
                await self.clock.sleep(self._next - self.clock.time())
        self._check()
        self._next = self.clock.time() + self._gap

    def _check(self) -> None:
        if self._in_a_row >= self._failures:
            self._closed = f"{self.name} did not answer several times; it was asked no more in this run"
        if self._closed:
            raise NoAnswerError(self._closed)

    def close(self, reason: str) -> None:
        """Asks this registry nothing more. Raises the reason, now and for whoever comes."""
        self._closed = reason
        raise NoAnswerError(reason)

    def learn(self, headers: Mapping[str, str]) -> None:
        """Takes over the limits that a registry states in its answers."""
        limit = _number(headers.get("x-rate-limit-limit"))
        interval = _number(headers.get("x-rate-limit-interval"))
        at_once = _number(headers.get("x-concurrency-limit"))
        if limit and interval:
            self._gap = _MARGIN * interval / limit
            if self._gap > _LONGEST_GAP:
                self._closed = f"{self.name} allows a request only every {round(self._gap / 60)} minutes"
        if at_once:
            self._at_once = max(1, min(int(at_once), 10))

    def answered(self) -> None:
        """A request was answered: all is well."""
        self._in_a_row = 0

    def failed(self, wait: float | None, *, too_fast: bool) -> None:
        """A request was not answered: nobody asks for ``wait`` seconds, or for longer each time it happens in a row."""
        self._in_a_row += 1
        rest = backoff(self._in_a_row - 1, random.random()) if wait is None else wait
        self._next = max(self._next, self.clock.time() + rest)
        if too_fast:
            self._gap = min(2 * self._gap, max(_SLOWEST, self._gap))


def _number(text: str | None) -> float:
    """``10``, ``1s``; 0 where there is none."""
    found = re.match(r"\d{1,9}(?:\.\d{1,3})?", text or "", re.ASCII)
    return float(found[0]) if found else 0
