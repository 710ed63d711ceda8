"""Asks a desk about identifiers, against fakes and without waiting."""

import asyncio
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from lint.verification.http import Limits
from lint.verification.http.lane import Clock
from lint.verification.record import Answer, Identifier, Search
from lint.verification.registries import open_desk
from lint.verification.settings import Settings
from tests.verification.fakes import Registries
from tests.verification.fakes.clock import FakeClock

TODAY = date(2026, 11, 22)
LIMITS = Limits(connect=5, total=20)


def ask(
    fakes: Registries | Settings,
    *identifiers: Identifier,
    limits: Limits = LIMITS,
    clock: Clock | None = None,
    cache: Path | None = None,
) -> dict[Identifier, Answer]:
    """The answers by identifier; exactly one for each."""
    answers = asyncio.run(_ask(fakes, identifiers, limits, clock or FakeClock(), cache))
    assert sorted(answer.identifier for answer in answers) == sorted(identifiers)
    return {answer.identifier: answer for answer in answers}


def one(fakes: Registries | Settings, kind: str, value: str, limits: Limits = LIMITS) -> Answer:
    identifier = Identifier(kind, value)  # type: ignore[arg-type]
    return ask(fakes, identifier, limits=limits)[identifier]


def search(fakes: Registries, entry: str, limits: Limits = LIMITS) -> Search:
    async def run() -> Search:
        async with open_desk(fakes.settings(), today=TODAY, limits=limits, clock=FakeClock()) as desk:
            return await desk.search(entry)

    return asyncio.run(run())


async def _ask(
    fakes: Registries | Settings, identifiers: Iterable[Identifier], limits: Limits, clock: Clock, cache: Path | None
) -> list[Answer]:
    settings = fakes if isinstance(fakes, Settings) else fakes.settings()
    async with open_desk(settings, today=TODAY, cache=cache, limits=limits, clock=clock) as desk:
        return [answer async for answer in desk.ask(identifiers)]
