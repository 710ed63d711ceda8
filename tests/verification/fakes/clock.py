"""A clock that nobody has to wait for."""

import asyncio


class FakeClock:
    """Sleeping moves the time on and gives way to others once; ``slept`` sums it up."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept = 0.0

    def time(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.slept += seconds
        self.now = max(self.now, self.now + seconds)
        await asyncio.sleep(0)
