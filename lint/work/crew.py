"""A crew of processes that work on articles beside this one.

A worker that dies takes no other's findings with it: its articles are given out again one by one, and the one that
kills a worker again is a fault.
"""

import gc
import signal
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from threading import active_count

from lint.finding import CopydeskError, Fault
from lint.work.desk import Brief, Desk
from lint.work.spread import Numbered
from lint.work.verdict import Order, Result, Verdict

DIED = "the process that worked on it died"


class Crew:
    """Up to ``jobs`` processes. They are forked where that is safe: then they need not import or read anything."""

    def __init__(self, desk: Desk, jobs: int) -> None:
        self._desk = desk
        self._jobs = jobs
        self._at_work: dict[Connection, tuple[BaseProcess, list[Numbered]]] = {}

    def work(self, chunks: list[list[Numbered]]) -> Iterator[tuple[int, Result]]:
        """The result of each order, as they come."""
        waiting = deque(chunks)
        gc.freeze()  # pages that no collector touches stay shared
        try:
            while waiting or self._at_work:
                while waiting and len(self._at_work) < self._jobs:
                    self._start(waiting.popleft())
                for connection in wait(list(self._at_work)):
                    assert isinstance(connection, Connection)
                    yield from self._hear(connection, waiting)
        finally:
            for connection in list(self._at_work):
                self._dismiss(connection)
            gc.unfreeze()

    def _start(self, chunk: list[Numbered]) -> None:
        context = _context()
        ours, theirs = context.Pipe()
        idle = [ours, *self._at_work]
        if context.get_start_method() == "fork":
            process = context.Process(target=_serve, args=(self._desk, theirs, idle), daemon=True)  # type: ignore[attr-defined]
        else:
            process = context.Process(target=_serve, args=(self._desk.brief(), theirs, []), daemon=True)  # type: ignore[attr-defined]
        process.start()
        theirs.close()
        self._at_work[ours] = process, chunk
        _send(ours, chunk)

    def _hear(self, connection: Connection, waiting: deque[list[Numbered]]) -> Iterator[tuple[int, Result]]:
        process, chunk = self._at_work[connection]
        try:
            said = connection.recv()
        except (EOFError, OSError):
            self._dismiss(connection)
            if len(chunk) == 1:
                at, order = chunk[0]
                yield at, Result(Verdict(faults=(Fault(order.shown, "worker", DIED),)))
            else:
                waiting.extend([one] for one in chunk)
            return
        if isinstance(said, CopydeskError):
            raise said
        yield from zip((at for at, _ in chunk), said, strict=True)
        if waiting:
            self._at_work[connection] = process, waiting.popleft()
            _send(connection, self._at_work[connection][1])
        else:
            self._dismiss(connection)

    def _dismiss(self, connection: Connection) -> None:
        process, _ = self._at_work.pop(connection)
        connection.close()
        process.kill()
        process.join()


def _context() -> BaseContext:
    """Forking is safe where no other thread may hold a lock; macOS has threads of its own."""
    return get_context("fork" if sys.platform.startswith("linux") and active_count() == 1 else "spawn")


def _send(connection: Connection, chunk: list[Numbered]) -> None:
    with suppress(OSError):  # it died: hearing from it says so
        connection.send([order for _, order in chunk])


def _serve(desk: Desk | Brief, connection: Connection, others: list[Connection]) -> None:
    """The life of a worker: chunks in, results out, until the other end is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one who started us ends us
    for other in others:
        other.close()
    desk = desk.desk() if isinstance(desk, Brief) else desk
    try:
        while True:
            orders: list[Order] = connection.recv()
            try:
                connection.send([desk.work(order) for order in orders])
            except CopydeskError as error:
                connection.send(error)
    except (EOFError, OSError):
        return
