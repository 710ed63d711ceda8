"""What the modules of the registries share: the client, a lane, and how a failure becomes an answer."""

from collections.abc import Mapping
from urllib.parse import quote, urlencode

from lint.verification.http import Client, Lane, NoAnswerError, Reply, Request
from lint.verification.record import Answer, Identifier, State


class Source:
    """One address that is asked, at one pace. ``name`` is for people; ``base`` is the publication's own setting."""

    def __init__(self, client: Client, lane: Lane, base: str, mailto: str = "") -> None:
        self.client = client
        self.lane = lane
        self.name = lane.name
        self.base = base
        self.mailto = mailto

    async def get(
        self,
        path: str,
        query: Mapping[str, str] | None = None,
        *,
        accept: str = "application/json",
        secret: Mapping[str, str] | None = None,
        secret_headers: Mapping[str, str] | None = None,
        missing: frozenset[int] = frozenset({404}),
    ) -> Reply:
        """The reply at a path (already encoded) below the base."""
        asked = urlencode(query or {}, errors="replace", quote_via=quote)
        url = f"{self.base}{path}" + (f"?{asked}" if asked else "")
        return await self.client.send(
            Request(
                url,
                accept=accept,
                secret=secret or {},
                secret_headers=secret_headers or {},
                trusted=True,
                missing=missing,
            ),
            self.lane,
        )

    def unchecked(self, identifier: Identifier, problem: NoAnswerError) -> Answer:
        return Answer(identifier, State.UNCHECKED, self.name, reason=problem.reason)


def encoded(value: str, safe: str = "") -> str:
    """A DOI as one segment of a path (or as several, where slashes are ``safe``)."""
    return quote(value, safe, errors="replace")
