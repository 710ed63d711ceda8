"""DOIs: each is asked of the agency that registered it, and only doi.org says that one does not exist."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import replace

from lint.verification.http import NoAnswerError
from lint.verification.record import Answer, Identifier, Kind, State
from lint.verification.registries.doi_org import DoiOrg
from lint.verification.registries.registry import Registry


class Dois:
    """Routes each DOI. ``agencies`` are the registries by the name that doi.org has for them.

    A DOI whose agency nobody could name is tried at the first of them; one that its agency does not hold, and one of
    an agency that is not among them, is looked up at doi.org: then it exists, but without a record.
    """

    name = "DOI"
    kinds: frozenset[Kind] = frozenset({"doi"})
    batch = 20

    def __init__(self, doi_org: DoiOrg, agencies: Mapping[str, Registry]) -> None:
        self._doi_org = doi_org
        self._agencies = {name.lower(): registry for name, registry in agencies.items()}

    async def ask(self, identifiers: Sequence[Identifier]) -> AsyncIterator[Answer]:
        names = await self._names([identifier.value for identifier in identifiers])
        tasks = [asyncio.ensure_future(self._answer(one, names.get(one.value))) for one in identifiers]
        try:
            for task in asyncio.as_completed(tasks):
                yield await task
        finally:
            for unfinished in tasks:
                unfinished.cancel()

    async def _names(self, dois: Sequence[str]) -> Mapping[str, str]:
        """The agency of each DOI; nothing where doi.org could not be asked."""
        whole = [doi for doi in dois if not _is_short(doi)]
        try:
            return await self._doi_org.agencies(whole) if whole else {}
        except NoAnswerError:
            return {}

    async def _answer(self, identifier: Identifier, agency: str | None) -> Answer:
        if _is_short(identifier.value):
            return await self._behind(identifier)
        registry = self._agencies.get(agency.lower()) if agency else next(iter(self._agencies.values()))
        held = await _one(registry, identifier) if registry else None
        return held or await self._exists(identifier)

    async def _behind(self, short: Identifier) -> Answer:
        """The answer for what a short DOI stands for."""
        try:
            meant = await self._doi_org.meant_by(short.value)
        except NoAnswerError as problem:
            return Answer(short, State.UNCHECKED, self._doi_org.name, reason=problem.reason)
        if not meant or _is_short(meant):
            return await self._exists(short)
        return replace(await self._answer(Identifier("doi", meant), None), identifier=short)

    async def _exists(self, identifier: Identifier) -> Answer:
        return await _one(self._doi_org, identifier) or Answer(identifier, State.UNCHECKED, self._doi_org.name)


def _is_short(doi: str) -> bool:
    return doi.startswith("10/")


async def _one(registry: Registry, identifier: Identifier) -> Answer | None:
    """A registry's answer for one identifier; None where it passes it over."""
    answers = [answer async for answer in registry.ask([identifier])]
    return answers[0] if answers else None
