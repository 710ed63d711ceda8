"""Writes that arrive together share one transaction: each is on the disk before its answer, the disk is asked once."""

import asyncio
from collections.abc import Sequence

from bot.feedback.store import Store
from bot.feedback.store.intake import Incoming, accept

LARGEST = 500
"""The most reports of one transaction."""

GATHERING = 0.001
"""Seconds in which reports may join a batch: under load it makes few large ones of many small ones."""


class Batches:
    """Takes reports from many requests and keeps them with one writer; the next batch gathers while one is written."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._waiting: list[tuple[Incoming, asyncio.Future[None]]] = []
        self._writer: asyncio.Task[None] | None = None

    async def keep(self, incoming: Incoming) -> None:
        """Returns when the report is durably stored; raises what kept it from that."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((incoming, done))
        if self._writer is None or self._writer.done():
            self._writer = asyncio.create_task(self._write())
        await done

    async def _write(self) -> None:
        while self._waiting:
            await asyncio.sleep(GATHERING)
            batch, self._waiting = self._waiting[:LARGEST], self._waiting[LARGEST:]
            error = await asyncio.to_thread(self._keep, [one for one, _ in batch])
            for _, done in batch:
                if done.cancelled():
                    continue
                if error is None:
                    done.set_result(None)
                else:
                    done.set_exception(error)

    def _keep(self, batch: Sequence[Incoming]) -> Exception | None:
        try:
            with self._store.begin() as connection:
                accept(connection, batch)
        except Exception as error:  # noqa: BLE001 - every request that waits is told
            return error
        return None
