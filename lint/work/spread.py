"""Spreads the work over processes where that pays."""

from collections.abc import Callable, Iterator, Mapping

from lint.work.desk import Desk
from lint.work.verdict import Order, Result

WORTH = 16
"""With fewer articles to judge, starting a process takes longer than it spares."""

Numbered = tuple[int, Order]
Spread = Callable[[Desk, Mapping[int, Order]], Iterator[tuple[int, Result]]]
"""Gives the result of each order by its number, in any order."""


def over(jobs: int, cluster: str | None = None) -> Spread:
    """Spreads over so many processes of this machine, or over a cluster."""
    if cluster is not None:
        from lint.work.cluster import over_cluster

        return over_cluster(cluster)

    def spread(desk: Desk, orders: Mapping[int, Order]) -> Iterator[tuple[int, Result]]:
        if jobs < 2 or len(orders) < WORTH:
            yield from ((at, desk.work(order)) for at, order in orders.items())
            return
        from lint.work.crew import Crew

        yield from Crew(desk, jobs).work(chunks(list(orders.items()), jobs))

    return spread


def chunks(orders: list[Numbered], jobs: int) -> list[list[Numbered]]:
    """Parts of 16 to 64 orders, so that all are busy to the end and little time goes into talk."""
    size = min(max(len(orders) // (4 * jobs), 16), 64, -(-len(orders) // jobs)) or 1
    return [orders[start : start + size] for start in range(0, len(orders), size)]
