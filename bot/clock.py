"""The clock of what runs for long: a service, a worker. Commands read it themselves and hand the day on."""

from datetime import UTC, datetime


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)
