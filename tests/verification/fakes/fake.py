"""What all fakes share: they note each request, refuse what comes too fast, and fail when told to."""

import json
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, NamedTuple
from urllib.parse import unquote


class Asked(NamedTuple):
    """A request as it came: ``path`` begins below the fake's own and is decoded, ``raw`` is not."""

    method: str
    path: str
    raw: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    at: float


@dataclass(frozen=True)
class Answered:
    """A response. ``cut``: it breaks off in the middle; ``pause``: seconds before each byte of the body."""

    status: int = 200
    body: bytes = b""
    type: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)
    cut: bool = False
    pause: float = 0


Fault = Callable[[Answered], Answered]
"""What becomes of a right answer."""


def as_json(data: Any, status: int = 200, **headers: str) -> Answered:
    return Answered(status, json.dumps(data).encode(), headers=headers)


class Fake:
    """One registry. A subclass says in ``answer`` what it sends."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self.limit: tuple[int, float] | None = None
        self.over = 0
        self.most_at_once = 0
        self.hold = 0.0
        """Seconds before each answer."""
        self.clock: Callable[[], float] = time.monotonic
        self._faults: deque[Fault] = deque()
        self._always: Fault | None = None
        self._lock = threading.Lock()
        self._window: deque[float] = deque()
        self._at_once = 0

    def answer(self, asked: Asked) -> Answered:
        raise NotImplementedError

    def fail(self, fault: Fault, times: int | None = None) -> None:
        """From now on, or for the next so many requests."""
        if times is None:
            self._always = fault
        else:
            self._faults.extend([fault] * times)

    def respond(self, method: str, path: str, query: Mapping[str, str], headers: Mapping[str, str]) -> Answered:
        with self._lock:
            asked = Asked(method, unquote(path), path, query, headers, self.clock())
            self.asked.append(asked)
            fault = self._faults.popleft() if self._faults else self._always
            too_fast = self._too_fast(asked.at)
            self._at_once += 1
            self.most_at_once = max(self.most_at_once, self._at_once)
        try:
            time.sleep(self.hold)
            answered = as_json({"message": "Too many requests"}, 429) if too_fast else self.answer(asked)
            return _conditional(fault(answered) if fault else answered, headers)
        finally:
            with self._lock:
                self._at_once -= 1

    def _too_fast(self, now: float) -> bool:
        if not self.limit:
            return False
        allowed, seconds = self.limit
        while self._window and self._window[0] <= now - seconds:
            self._window.popleft()
        self._window.append(now)
        self.over += len(self._window) > allowed
        return len(self._window) > allowed


def _conditional(answered: Answered, headers: Mapping[str, str]) -> Answered:
    """Gives a good answer an ETag, and says only "not modified" to who has it already."""
    if answered.status != 200 or not answered.body:
        return answered
    tag = f'"{sha256(answered.body).hexdigest()[:16]}"'
    if headers.get("if-none-match") == tag:
        return Answered(304, headers={"ETag": tag})
    return Answered(
        answered.status, answered.body, answered.type, {**answered.headers, "ETag": tag}, answered.cut, answered.pause
    )
