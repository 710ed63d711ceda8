"""The web: whether a page still answers, where it leads now, and an archived copy of one that is gone."""

import re
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from lint.verification.http import Client, Lane, NoAnswerError, Rate, Reply, Request
from lint.verification.record import Answer, Identifier, Kind, State
from lint.verification.registries.reading import inner, parsed, table, text
from lint.verification.registries.source import Source

_DEAD = frozenset({404, 410})
_REFUSED = frozenset(range(400, 600)) - {408, 429}
_FOR_GOOD = (301, 308)
_PAGES = "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8"
_LANES = 1_000


class Web:
    """Asks each server at most once a second. ``lane`` makes a lane for a host's name."""

    name = "the web"
    kinds: frozenset[Kind] = frozenset({"url"})
    batch = 1

    def __init__(self, client: Client, archive: Source, lane: Callable[[str, Rate], Lane]) -> None:
        self._client = client
        self._archive = archive
        self._lane = lane
        self._lanes: OrderedDict[str, Lane] = OrderedDict()

    async def ask(self, identifiers: Sequence[Identifier]) -> AsyncIterator[Answer]:
        for identifier in identifiers:
            try:
                yield await self._answer(identifier)
            except NoAnswerError as problem:
                yield Answer(identifier, State.UNCHECKED, self.name, reason=problem.reason)

    async def _answer(self, identifier: Identifier) -> Answer:
        address, _, _ = identifier.value.partition("#")
        reply = await self._reply(address)
        if reply.status in _DEAD:
            return Answer(identifier, State.DEAD, self.name, archived=await self._archived(address))
        leads_to = reply.hops[-1].url if reply.hops else ""
        moved = bool(reply.hops) and all(hop.status in _FOR_GOOD for hop in reply.hops)
        return Answer(identifier, State.FOUND, self.name, redirect=leads_to, moved=moved)

    async def _reply(self, address: str) -> Reply:
        """What a page answers: to HEAD, or to GET where HEAD brings no success (many servers do not know it)."""
        lane = self._host_lane(address)
        page = Request(address, accept=_PAGES, reads=False, missing=_DEAD, tries=2)
        head = await self._client.send(replace(page, method="HEAD", missing=_REFUSED), lane)
        return head if head.status < 300 else await self._client.send(page, lane)

    def _host_lane(self, address: str) -> Lane:
        try:
            host = urlsplit(address).hostname or ""
        except ValueError:
            host = ""
        lane = self._lanes.pop(host, None) or self._lane(host or "the server", Rate(1, 1, 1))
        self._lanes[host] = lane
        if len(self._lanes) > _LANES:
            self._lanes.popitem(last=False)
        return lane

    async def _archived(self, address: str) -> str:
        """The newest copy at the Wayback Machine (https://archive.org/help/wayback_api.php); "" where it has none."""
        try:
            reply = await self._archive.get("/available", {"url": address})
            closest = parsed(reply, self._archive.name, lambda data: inner(inner(table(data), _SNAPSHOTS), "closest"))
            usable = closest.get("available") is True and text(closest, "status") == "200"
            return re.sub("^http:", "https:", text(closest, "url")) if usable else ""
        except (NoAnswerError, ValueError):
            return ""


_SNAPSHOTS = "archived_snapshots"
