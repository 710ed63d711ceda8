"""The protocol of a registry: a name, the kinds of identifier it takes, and one question.

Everything here is asynchronous, on one event loop and one HTTP client. A command writes::

    async def run() -> None:
        async with open_desk(settings, today=today) as desk:  # lint.verification.registries
            async for answer in desk.ask(identifiers):  # in the order in which they come
                lock.put(answer)
            search = await desk.search("Smith J. An example title. 2016.")

    asyncio.run(run())

``Desk.ask`` takes any iterable and draws from it only as fast as answers come, so that ten thousand references cost no
more memory than ten. It asks the right registry for each kind (a DOI goes to the agency that registered it), keeps each
registry's rate, and yields exactly one answer an identifier. Leaving the loop early loses only what was under way.
"""

from collections.abc import AsyncIterator, Sequence
from typing import Protocol

from lint.verification.record import Answer, Identifier, Kind


class Registry(Protocol):
    """One registry: asks about up to ``batch`` identifiers of its ``kinds`` at once.

    ``ask`` yields each answer as it comes and raises nothing for what the network or the registry does: what went wrong
    is an ``UNCHECKED`` answer. An identifier that it does not hold, and whose existence others decide about (a DOI that
    another agency registered), it passes over in silence.
    """

    name: str
    kinds: frozenset[Kind]
    batch: int

    def ask(self, identifiers: Sequence[Identifier]) -> AsyncIterator[Answer]: ...
