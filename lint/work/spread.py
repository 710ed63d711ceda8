"""Spreads the work over processes where that pays."""

from collections.abc import Iterator, Mapping

from lint.work.desk import Desk
from lint.work.verdict import Order, Result


def spread(desk: Desk, orders: Mapping[int, Order], jobs: int) -> Iterator[tuple[int, Result]]:
    """The result of each order by its number, in any order."""
    for at, order in orders.items():
        yield at, desk.work(order)
