"""A worker's counts, on an address of their own: what it did, what waits, how many calls GitHub still takes."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from prometheus_client import CollectorRegistry, start_http_server
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from bot.clock import now
from bot.feedback.store import Store
from bot.feedback.store.figures import backlog, oldest
from lint.finding import CopydeskError

Counts = Counter[tuple[str, str]]
"""How often something was done, by what and how: ``("issue", "created")``, ``("review", "failed")``."""


class Worker(Collector):
    """Read anew whenever somebody asks. ``remaining``: the calls that GitHub still takes this hour; None: not known."""

    def __init__(self, store: Store, counts: Sequence[Counts], remaining: Callable[[], int | None]) -> None:
        self._store, self._counts, self._remaining = store, counts, remaining

    def collect(self) -> Iterator[Metric]:
        """The metrics as they stand."""
        with self._store.read() as connection:
            waiting, age = backlog(connection), oldest(connection, now())
        gauge = GaugeMetricFamily("copydesk_backlog", "What is still to be done", labels=["what"])
        for what, number in waiting.items():
            gauge.add_metric([what], number)
        yield gauge
        yield GaugeMetricFamily("copydesk_oldest_waiting_seconds", "Age of the oldest report without issue", age)
        done = CounterMetricFamily("copydesk_work", "What this worker did", labels=["what", "how"])
        for key, number in sorted((key, number) for counts in self._counts for key, number in dict(counts).items()):
            done.add_metric(key, number)
        yield done
        if (remaining := self._remaining()) is not None:
            yield GaugeMetricFamily("copydesk_github_remaining", "Calls that GitHub still takes", remaining)


@contextmanager
def served(address: str, worker: Worker) -> Iterator[int]:
    """Answers at HOST:PORT until the block is left; gives the port (0 takes a free one)."""
    host, _, port = address.rpartition(":")
    registry = CollectorRegistry()
    registry.register(worker)
    try:
        server, thread = start_http_server(int(port), host.strip("[]") or "127.0.0.1", registry)
    except (OSError, OverflowError, ValueError) as error:
        raise CopydeskError(f"--metrics {address}: cannot listen there: write it like 127.0.0.1:9100") from error
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
