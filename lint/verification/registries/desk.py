"""The desk: takes identifiers of all kinds, asks the right registry for each, and hands on the answers as they come."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from lint.article.identifiers import KINDS, check
from lint.verification.record import Answer, Identifier, Kind, Search, State
from lint.verification.registries.crossref import Crossref
from lint.verification.registries.registry import Registry

_UNDER_WAY = 12
"""So many questions are put at a time; each registry's lane keeps its own pace below that."""

_Question = tuple[Registry, Sequence[Identifier]]


class Desk:
    """What ``open_desk`` gives. ``today`` is put into every answer."""

    def __init__(self, registries: Sequence[Registry], crossref: Crossref, today: date) -> None:
        self._registries = {kind: registry for registry in registries for kind in registry.kinds}
        self._crossref = crossref
        self._today = today

    async def ask(self, identifiers: Iterable[Identifier]) -> AsyncIterator[Answer]:
        """One answer for each identifier, in the order in which they come. Draws from the iterable as needed."""
        answers: asyncio.Queue[Answer] = asyncio.Queue(_UNDER_WAY)
        questions = _questions(identifiers, self._registries)
        work = asyncio.gather(*(_work(questions, answers) for _ in range(_UNDER_WAY)))
        try:
            while answer := await _next(answers, work):
                yield replace(answer, asked=self._today)
        finally:
            work.cancel()

    async def search(self, entry: str) -> Search:
        """The likeliest works for an entry without an identifier, as it is written (Crossref)."""
        return await self._crossref.search(entry)


def _questions(identifiers: Iterable[Identifier], registries: Mapping[Kind, Registry]) -> Iterator[_Question]:
    """The identifiers in batches of their registries; what is left over comes last."""
    waiting: dict[str, tuple[Registry, list[Identifier]]] = {}
    for identifier in identifiers:
        registry = _MALFORMED if _is_malformed(identifier) else registries[identifier.kind]
        _, batch = waiting.setdefault(registry.name, (registry, []))
        batch.append(identifier)
        if len(batch) >= registry.batch:
            yield waiting.pop(registry.name)
    yield from waiting.values()


async def _work(questions: Iterator[_Question], answers: "asyncio.Queue[Answer]") -> None:
    for registry, batch in questions:
        async for answer in registry.ask(batch):
            await answers.put(answer)


async def _next(answers: "asyncio.Queue[Answer]", work: "asyncio.Future[list[None]]") -> Answer | None:
    """The next answer; None when there are no more."""
    if answers.empty():
        coming = asyncio.create_task(answers.get())
        either: set[asyncio.Future[Any]] = {coming, work}
        await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
        if not coming.done():
            coming.cancel()
            work.result()
            return None
        return coming.result()
    return answers.get_nowait()


def _is_malformed(identifier: Identifier) -> bool:
    return (
        identifier.kind in KINDS and identifier.kind != "isbn" and check(identifier.kind, identifier.value) is not None
    )


class _Malformed:
    """Answers what no registry should be bothered with; a rule of its own says what is wrong with it."""

    name = ""
    kinds: frozenset[Kind] = frozenset()
    batch = 1

    async def ask(self, identifiers: Sequence[Identifier]) -> AsyncIterator[Answer]:
        for identifier in identifiers:
            wrong = check(identifier.kind, identifier.value)
            yield Answer(identifier, State.UNCHECKED, reason=f"the identifier {wrong}")


_MALFORMED = _Malformed()
