"""Work spread over a dask cluster: the only module that imports distributed.

The workers need Copydesk installed and must see the publication at the same place as here (a shared folder).
"""

from collections.abc import Iterator, Mapping
from threading import Lock
from typing import Any

from lint.engine import describe
from lint.finding import CopydeskError, Fault
from lint.projects import forget
from lint.work.desk import Brief, Desk
from lint.work.spread import Numbered, Spread, chunks
from lint.work.verdict import Order, Result, Verdict

_PATIENCE = 10
"""Seconds to wait for the scheduler."""
_AT_ONCE = 4
"""Chunks that wait at each worker: enough that it is never idle, and few enough that nothing piles up."""


def over_cluster(address: str) -> Spread:
    """Spreads over the workers of a scheduler; `CopydeskError` where there is none."""

    def spread(desk: Desk, orders: Mapping[int, Order]) -> Iterator[tuple[int, Result]]:
        if orders:
            yield from _spread(address, desk.brief(), orders)

    return spread


def _spread(address: str, brief: Brief, orders: Mapping[int, Order]) -> Iterator[tuple[int, Result]]:
    try:
        import distributed
    except ImportError:
        raise CopydeskError("--dask needs an extra: pip install 'copydesk[scale]'") from None
    library: Any = distributed  # it has no types
    try:
        client = library.Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError):
        raise CopydeskError(f"--dask {address}: no dask scheduler answers there") from None
    with client:
        workers = max(len(client.nthreads()), 1)
        waiting = chunks(list(orders.items()), workers)[::-1]
        told = client.scatter([brief], hash=False, broadcast=True)[0]
        running: dict[Any, list[Numbered]] = {}

        def submit() -> Any:
            chunk = waiting.pop()
            future = client.submit(work, told, [order for _, order in chunk], pure=False)
            running[future] = chunk
            return future

        done = library.as_completed([submit() for _ in range(min(len(waiting), _AT_ONCE * workers))], loop=client.loop)
        for future in done:
            yield from _results(future, running.pop(future))
            if waiting:
                done.add(submit())


def _results(future: Any, chunk: list[Numbered]) -> Iterator[tuple[int, Result]]:
    """What a chunk came to. Where its workers died, each of its articles is a fault."""
    error = future.exception()
    if isinstance(error, CopydeskError):
        raise error
    if error is not None:
        fault = describe(error)
        yield from ((at, Result(Verdict(faults=(Fault(one.shown, "worker", fault),)))) for at, one in chunk)
    else:
        yield from zip((at for at, _ in chunk), future.result(), strict=True)


_desks: dict[Brief, Desk] = {}
_one_at_a_time = Lock()


def work(brief: Brief, orders: list[Order]) -> list[Result]:
    """What a worker of the cluster does; its desk serves one run."""
    with _one_at_a_time:
        if brief not in _desks:
            forget()
            _desks.clear()
            _desks[brief] = brief.desk()
        return [_desks[brief].work(order) for order in orders]
