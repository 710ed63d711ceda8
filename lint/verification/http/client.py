"""Sends a request until it is answered: in its lane, over checked redirects, with bounded tries, through the cache."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from types import TracebackType
from typing import TYPE_CHECKING, Self

from lint.verification.http import waits
from lint.verification.http.addresses import joined, origin, refusal
from lint.verification.http.cache import Cache
from lint.verification.http.exchange import Hop, Limits, NoAnswerError, Reply, Request
from lint.verification.http.lane import Lane

if TYPE_CHECKING:
    from lint.verification.http.wire import Wire

_REDIRECTS = (301, 302, 303, 307, 308)


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
        if not request.trusted and (why := refusal(request.url, any_port=self._allow_private)):
            raise NoAnswerError(why)
        tries = min(self.limits.tries, request.tries)
        while True:
            tries -= 1
            async with lane.place():
                try:
                    reply = self._checked(await self._in_time(request), request, lane)
                except NoAnswerError as problem:
                    if problem.passing:
                        lane.failed(problem.wait, too_fast=problem.too_fast)
                    if not problem.passing or not tries:
                        raise
                else:
                    lane.answered()
                    return reply

    def _checked(self, reply: Reply, request: Request, lane: Lane) -> Reply:
        """A reply that answers; the lane learns from all of them."""
        lane.learn(reply.headers)
        if reply.status < 300 or reply.status in request.missing:
            return reply
        wait = waits.asked(reply.headers)
        if wait is not None and wait > self.limits.patience:
            lane.close(f"{lane.name} asks to come back in {max(1, round(wait / 60))} minutes")
        problem = _refused(reply.status, lane.name, wait)
        if not problem.passing:
            lane.failed(0, too_fast=False)  # who is not let in goes on knocking a few times only
        raise problem

    async def _in_time(self, request: Request) -> Reply:
        """The reply, before each redirect on its way takes all the time that one may."""
        seconds = 2 * self.limits.total
        try:
            async with asyncio.timeout(seconds):
                return await self._follow(request)
        except TimeoutError:
            raise NoAnswerError(f"no answer came within {seconds:g} seconds", passing=True) from None

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
            current = _toward(joined(current.url, target), current, home)
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


def _refused(status: int, name: str, wait: float | None) -> NoAnswerError:
    """Why a status is no answer, and whether another try may help."""
    if status == 429:
        return NoAnswerError(f"{name} asks for fewer requests (429)", passing=True, wait=wait, too_fast=True)
    if status >= 500 or status == 408:
        return NoAnswerError(f"{name} has a fault of its own ({status})", passing=True, wait=wait)
    if status in (401, 403, 407, 451):
        return NoAnswerError(f"{name} does not let us in ({status})")
    return NoAnswerError(f"{name} refuses the question ({status})")


def _without_length(headers: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in headers.items() if not name.startswith("content-")}
