"""Ends what takes too long: a bound against endless loops and quadratic time, no measurement."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import pytest


@contextmanager
def watchdog(seconds: float) -> Iterator[None]:
    """Fails the test when the block takes more processor time; nothing below can catch that."""

    def bark(number: int, frame: FrameType | None) -> None:
        where = f"{frame.f_code.co_filename}:{frame.f_lineno}" if frame else "nowhere"
        pytest.fail(f"took longer than {seconds:g} s, at {where}")

    before = signal.signal(signal.SIGPROF, bark)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
