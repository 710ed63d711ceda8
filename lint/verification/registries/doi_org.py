"""doi.org: whether a DOI exists, and which agency registered it.

https://www.doi.org/doi-handbook/HTML/rest-api-response-format.html (``responseCode``: 1 found, 2 error, 100 no such
handle, 200 no such value) and https://www.doi.org/doi-handbook/HTML/which-ra_-service.html.
"""

from collections.abc import AsyncIterator, Mapping, Sequence

from lint.verification.http import NoAnswerError
from lint.verification.record import Answer, Identifier, Kind, State
from lint.verification.registries.reading import Json, StrangeError, items, parsed, table, tables, text
from lint.verification.registries.source import Source, encoded

_FOUND, _NO_HANDLE, _NO_VALUE = 1, 100, 200


class DoiOrg:
    """https://doi.org: the one registry that decides whether a DOI exists."""

    kinds: frozenset[Kind] = frozenset({"doi"})
    batch = 1

    def __init__(self, source: Source) -> None:
        self.name = source.name
        self._source = source

    async def ask(self, identifiers: Sequence[Identifier]) -> AsyncIterator[Answer]:
        for identifier in identifiers:
            try:
                yield Answer(identifier, await self._state(identifier.value), self.name)
            except NoAnswerError as problem:
                yield self._source.unchecked(identifier, problem)

    async def _state(self, doi: str) -> State:
        reply = await self._source.get(f"/api/handles/{encoded(doi, '/')}", {"type": "URL"})
        return parsed(reply, self.name, _state)

    async def agencies(self, dois: Sequence[str]) -> Mapping[str, str]:
        """The agency of each DOI; what else the service says of it ("DOI does not exist"); "" where it is silent."""
        names = ",".join(encoded(doi, "/") for doi in dois)
        reply = await self._source.get(f"/doiRA/{names}", missing=frozenset({400, 404}))
        found = parsed(reply, self.name, _agencies)
        return {doi: found.get(doi.lower(), "") for doi in dois}

    async def meant_by(self, short: str) -> str:
        """The DOI that a short one (``10/abc``) stands for; "" where it stands for none."""
        reply = await self._source.get(f"/api/handles/{encoded(short, '/')}", {"type": "HS_ALIAS"})
        return parsed(reply, self.name, _alias)


def _state(data: Json) -> State:
    code = table(data).get("responseCode")
    if code in (_FOUND, _NO_VALUE):
        return State.FOUND
    if code == _NO_HANDLE:
        return State.UNKNOWN
    raise StrangeError


def _agencies(data: Json) -> Mapping[str, str]:
    found = {text(one, "DOI").lower(): text(one, "RA") or text(one, "status") for one in tables({"": data}, "")}
    if not found:
        raise StrangeError
    return found


def _alias(data: Json) -> str:
    values = (table(one) for one in items(table(data), "values"))
    aliases = (text(table(one["data"]), "value") for one in values if text(one, "type") == "HS_ALIAS")
    return next(aliases, "")
