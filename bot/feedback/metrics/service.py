"""The service's counts: what came in, what waits."""

import os

from prometheus_client import CollectorRegistry, Counter, Gauge, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from bot.feedback.store import Store
from bot.feedback.store.figures import backlog
from bot.feedback.store.queues import counts

SHARED = "PROMETHEUS_MULTIPROC_DIR"
"""Names the folder in which several processes count together. To be set before this module is imported."""


class Metrics:
    """The counts of one process, or of all that share a folder."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._accepted = Counter("copydesk_reports", "Reports taken in", ["crisis"], registry=self._registry)
        self._refused = Counter("copydesk_reports_refused", "Reports refused", ["status"], registry=self._registry)
        self._queues = _gauge("copydesk_queue", "Reports by queue", "queue", self._registry)
        self._backlog = _gauge("copydesk_backlog", "What is still to be done", "what", self._registry)

    def accepted(self, crisis: bool) -> None:
        """A report was stored."""
        self._accepted.labels("yes" if crisis else "no").inc()

    def refused(self, status: int) -> None:
        """A report was not taken."""
        self._refused.labels(str(status)).inc()

    def text(self, store: Store) -> str:
        """All counts in Prometheus' text format."""
        with store.read() as connection:
            for queue, number in counts(connection).items():
                self._queues.labels(queue).set(number)
            for what, number in backlog(connection).items():
                self._backlog.labels(what).set(number)
        if SHARED not in os.environ:
            return generate_latest(self._registry).decode()
        together = CollectorRegistry()
        MultiProcessCollector(together)  # type: ignore[no-untyped-call]
        return generate_latest(together).decode()


def _gauge(name: str, what: str, label: str, registry: CollectorRegistry) -> Gauge:
    return Gauge(name, what, [label], registry=registry, multiprocess_mode="mostrecent")
