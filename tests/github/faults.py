"""What goes wrong between a client and GitHub, as a test asks for it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple


class Reply(NamedTuple):
    """An answer: its body is JSON, or bytes as they are, or None for none."""

    status: int
    body: object = None
    headers: dict[str, str] = {}  # noqa: RUF012 never changed


@dataclass
class Fault:
    """One kind of trouble, on calls whose ``METHOD /path`` matches; ``reply`` None breaks the connection off.

    ``after``: the call is performed and its answer lost. ``passes``: so many calls get through first. ``meanwhile``:
    what others do just before the call, which then goes on.
    """

    matches: str
    reply: Reply | None
    after: bool = False
    times: int = 1
    passes: int = 0
    meanwhile: Callable[[], object] | None = None
    stays: bool = False
    """Whether from then on every call fails, unperformed."""


SECONDARY = "You have exceeded a secondary rate limit. Please wait a few minutes before you try again."


def bad_gateway(matches: str, *, after: bool = False, times: int = 1, passes: int = 0) -> Fault:
    return Fault(matches, Reply(502, {"message": "Server Error"}), after, times, passes)


def broken_off(matches: str, *, after: bool = False, times: int = 1, passes: int = 0) -> Fault:
    return Fault(matches, None, after, times, passes)


def secondary_limit(matches: str, *, seconds: int = 0, times: int = 1, passes: int = 0) -> Fault:
    return Fault(matches, Reply(403, {"message": SECONDARY}, {"Retry-After": str(seconds)}), False, times, passes)


def too_many(matches: str, *, times: int = 1) -> Fault:
    """A bare 429: no header says how long to wait."""
    return Fault(matches, Reply(429, {"message": "Too many requests"}), False, times)


def down(matches: str, *, after: bool = False, passes: int = 0) -> Fault:
    """From this call on, GitHub performs nothing."""
    return Fault(matches, Reply(502, {"message": "Server Error"}), after, 1, passes, stays=True)


def meanwhile(matches: str, act: Callable[[], object], *, passes: int = 0) -> Fault:
    """What others do just before a call."""
    return Fault(matches, None, passes=passes, meanwhile=act)


@dataclass
class Faults:
    """The troubles that are still to come, in order."""

    waiting: list[Fault] = field(default_factory=list)

    def add(self, fault: Fault) -> None:
        self.waiting.append(fault)

    def take(self, call: str) -> Fault | None:
        """The first that fits this call; it is used up by its last time."""
        for fault in self.waiting:
            if re.fullmatch(fault.matches, call):
                if fault.passes:
                    fault.passes -= 1
                    continue
                fault.times -= 1
                if not fault.times:
                    self.waiting.remove(fault)
                if fault.stays:
                    self.add(Fault(".*", fault.reply, times=1_000_000))
                return fault
        return None
