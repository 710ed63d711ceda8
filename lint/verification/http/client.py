"""Sends a request until it is answered: in its lane, over checked redirects, with bounded tries, through the cache."""

import random
from collections.abc import Mapping
from dataclasses import replace
from types import TracebackType
from typing import TYPE_CHECKING, Self
from urllib.parse import urljoin

from lint.verification.http import waits
from lint.verification.http.addresses import origin, refusal
from lint.verification.http.cache import Cache
from lint.verification.http.exchange import Hop, Limits, NoAnswerError, Reply, Request
from lint.verification.http.lane import Lane

if TYPE_CHECKING:
    from lint.verification.http.wire import Wire

_REDIRECTS = (301, 302, 303, 307, 308)
_BUSY = (429, 503)


class Client:
    """An async context manager; ``agent`` is the User-Agent, with the contact address that registries ask for."""

    def __init__(
        self, agent: str, limits: Limits | None = None, cache: Cache | None = None, *, allow_private: bool = False
    ) -> None:
        self.limits = limits or Limits()
        self._agent = agent
        self._cache = cache
        self._allow_private = allow_private
        self._wire: Wire

    async def __aenter__(self) -> Self:
        from lint.verification.http.wire import Wire  # the library takes a third of a second to import

        self._wire = Wire(self._agent, self.limits)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._wire.close()

    async def send(self, request: Request, lane: Lane) -> Reply:
        """The reply: a success (2xx) or one of the ``missing``. Raises NoAnswerError for all else."""
        attempt = 0
        while True:
            try:
                reply = await self._try(request, lane)
            except NoAnswerError as problem:
                attempt += 1
                if not problem.passing or attempt >= min(self.limits.tries, request.tries):
                    lane.note(answered=not problem.passing)
                    raise
                wait = problem.wait
                await lane.clock.sleep(waits.backoff(attempt, random.random()) if wait is None else wait)
            else:
                lane.note(answered=True)
                return reply

    async def _try(self, request: Request, lane: Lane) -> Reply:
        async with lane.place():
            reply = await self._follow(request)
        lane.learn(reply.headers)
        if reply.status < 300 or reply.status in request.missing:
            return reply
        wait = waits.asked(reply.headers)
        if reply.status in _BUSY:
            lane.rest(min(wait or 0, self.limits.patience))
        if wait is not None and wait > self.limits.patience:
            raise NoAnswerError(f"{lane.name} asks to come back in {max(1, round(wait / 60))} minutes")
        raise NoAnswerError(*_refused(reply.status, lane.name), wait=wait)

    async def _follow(self, request: Request) -> Reply:
        """The reply at the end of the redirects, each of them checked as the first address was."""
        home, current = origin(request.url), request
        anywhere = self._allow_private and not request.trusted  # a registry has no business in there
        hops: list[Hop] = []
        while True:
            at_home = request.trusted and origin(current.url) == home
            if not at_home and (why := refusal(current.url, any_port=anywhere)):
                raise NoAnswerError(why)
            reply = await self._once(current, guarded=not (at_home or anywhere))
            target = reply.headers.get("location", "").strip()
            if reply.status not in _REDIRECTS or not target:
                return replace(reply, hops=tuple(hops))
            if len(hops) >= self.limits.redirects:
                raise NoAnswerError(f"the address leads on and on ({len(hops)} times and more)")
            current = _toward(urljoin(current.url, target), current, home)
            hops.append(Hop(reply.status, current.url))

    async def _once(self, request: Request, *, guarded: bool) -> Reply:
        stored = self._cache.get(request.url) if self._cache and request.reads else None
        headers = {"Accept": request.accept, **request.secret_headers, **(stored.conditions if stored else {})}
        reply = await self._wire.send(request, guarded=guarded, headers=headers)
        if reply.status == 304 and stored:
            return replace(stored.reply, headers={**stored.reply.headers, **_without_length(reply.headers)})
        if self._cache and request.reads and reply.status == 200:
            self._cache.put(request.url, reply)
        return reply


def _toward(url: str, request: Request, home: tuple[str, str, int]) -> Request:
    """The request, sent on to another address; keys stay at home."""
    if origin(url) == home:
        return replace(request, url=url)
    return replace(request, url=url, secret={}, secret_headers={}, trusted=False)


def _refused(status: int, name: str) -> tuple[str, bool]:
    """Why a status is no answer, and whether another try may help."""
    if status == 429:
        return f"{name} asks for fewer requests (429)", True
    if status >= 500 or status == 408:
        return f"{name} has a fault of its own ({status})", True
    if status in (401, 403, 407, 451):
        return f"{name} does not let us in ({status})", False
    return f"{name} refuses the question ({status})", False


def _without_length(headers: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in headers.items() if not name.startswith("content-")}
