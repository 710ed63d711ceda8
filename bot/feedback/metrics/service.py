"""The service's counts: what came in, what waits."""

from prometheus_client import CollectorRegistry, Counter, Gauge, generate_latest

from bot.feedback.store import Store
from bot.feedback.store.figures import backlog
from bot.feedback.store.queues import counts


class Metrics:
    """The counts of one process."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._accepted = Counter("copydesk_reports", "Reports taken in", ["crisis"], registry=self._registry)
        self._refused = Counter("copydesk_reports_refused", "Reports refused", ["status"], registry=self._registry)
        self._queues = Gauge("copydesk_queue", "Reports by queue", ["queue"], registry=self._registry)
        self._backlog = Gauge("copydesk_backlog", "What is still to be done", ["what"], registry=self._registry)

    def accepted(self, crisis: bool) -> None:
        """A report was stored."""
        self._accepted.labels("yes" if crisis else "no").inc()

    def refused(self, status: int) -> None:
        """A report was not taken."""
        self._refused.labels(str(status)).inc()

    def text(self, store: Store) -> str:
        """All counts in Prometheus' text format."""
        with store.begin() as connection:
            for queue, number in counts(connection).items():
                self._queues.labels(queue).set(number)
            for what, number in backlog(connection).items():
                self._backlog.labels(what).set(number)
        return generate_latest(self._registry).decode()
