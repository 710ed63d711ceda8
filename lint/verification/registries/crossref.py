"""Crossref: works by DOI, with the retractions and corrections that it knows of; and a search by an entry's words."""

from collections.abc import AsyncIterator, Mapping, Sequence

from lint.verification.http import NoAnswerError, Reply
from lint.verification.record import Answer, Identifier, Kind, Record, Search, State
from lint.verification.registries import crossref_record
from lint.verification.registries.reading import items, parsed, table
from lint.verification.registries.source import Source, encoded

_ROWS = 5
_LONGEST = 600  # characters of an entry; what follows them names no other work


class Crossref:
    """https://api.crossref.org; ``token`` is the key of a subscriber."""

    kinds: frozenset[Kind] = frozenset({"doi"})
    batch = 1

    def __init__(self, works: Source, lists: Source, token: str = "") -> None:
        self.name = works.name
        self._works = works
        self._lists = lists
        self._keys = {"Crossref-Plus-API-Token": f"Bearer {token}"} if token else {}

    async def ask(self, identifiers: Sequence[Identifier]) -> AsyncIterator[Answer]:
        """The record of each DOI; what Crossref does not hold, another agency may."""
        for identifier in identifiers:
            try:
                reply = await self._get(self._works, f"/works/{encoded(identifier.value)}")
                if reply.status == 200:
                    record = parsed(reply, self.name, lambda data: crossref_record.read(table(data)["message"]))
                    yield Answer(identifier, State.FOUND, self.name, record=record)
            except NoAnswerError as problem:
                yield self._works.unchecked(identifier, problem)

    async def search(self, entry: str) -> Search:
        """The likeliest works for an entry as it is written, best first."""
        query = {"query.bibliographic": entry[:_LONGEST], "rows": str(_ROWS)}
        try:
            reply = await self._get(self._lists, "/works", query)
            return Search(parsed(reply, self.name, _records))
        except NoAnswerError as problem:
            return Search(unchecked=problem.reason)

    async def _get(self, source: Source, path: str, query: Mapping[str, str] | None = None) -> Reply:
        polite = {"mailto": source.mailto} if source.mailto else {}
        return await source.get(path, {**(query or {}), **polite}, secret_headers=self._keys)


def _records(data: object) -> tuple[Record, ...]:
    return tuple(crossref_record.read(table(item)) for item in items(table(table(data)["message"]), "items"))
