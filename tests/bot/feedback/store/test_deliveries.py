"""Deliveries are kept once; an errand is claimed by one worker, and outlives it."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from bot.feedback.store import Store
from bot.feedback.store.deliveries import claim, done, failed, forget, keep, nudged, renew, wish
from bot.feedback.store.tables import deliveries, errands
from bot.webhook.delivery import Delivery
from bot.webhook.errand import Errand

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
LEASE = timedelta(minutes=5)
SEVEN, EIGHT = (Errand("example/health", f"pull/{number}", 42) for number in (7, 8))


def test_a_delivery_is_kept_once(store: Store) -> None:
    with store.begin() as connection:
        kept = [keep(connection, Delivery("guid", "push", (SEVEN,)), NOON) for _ in range(2)]
        assert kept == [True, False]
        assert connection.scalar(select(errands.c.wanted)) == 1


def test_news_is_told_to_one_worker_once(store: Store) -> None:
    with store.begin() as connection:
        for guid in ("one", "another"):
            keep(connection, Delivery(guid, "issues", news_of="Example/Health"), NOON)
    with store.begin() as connection:
        assert not nudged(connection, "example/another")
        assert nudged(connection, "example/HEALTH")
        assert not nudged(connection, "example/health")


def test_two_workers_never_have_the_same(store: Store) -> None:
    """Both ask while the other's transaction is open, where the database lets them."""
    with store.begin() as connection:
        wish(connection, SEVEN, NOON)
        wish(connection, EIGHT, NOON)
        is_postgresql = connection.dialect.name == "postgresql"
    if is_postgresql:
        with store.begin() as one, store.begin() as other:
            claimed = [claim(one, "one", NOON, LEASE), claim(other, "other", NOON, LEASE)]
            assert claim(other, "other", NOON, LEASE) is None
    else:
        with store.begin() as one:
            claimed = [claim(one, name, NOON, LEASE) for name in ("one", "other")]
            assert claim(one, "other", NOON, LEASE) is None
    assert [task.errand for task in claimed if task] == [SEVEN, EIGHT]


def test_a_claim_ends_by_itself_and_the_late_worker_changes_nothing(store: Store) -> None:
    with store.begin() as connection:
        wish(connection, SEVEN, NOON)
        late = claim(connection, "late", NOON, LEASE)
        assert late is not None
        renew(connection, late, NOON + LEASE + LEASE)
        assert claim(connection, "next", NOON + LEASE, LEASE) is None
        after = claim(connection, "next", NOON + LEASE + LEASE, LEASE)
        assert after is not None
        renew(connection, late, NOON)
        failed(connection, late, "late", NOON)
        done(connection, late, NOON)
        row = connection.execute(select(errands)).one()
        assert (row.claimed_by, row.attempts, row.error, row.due) == ("next", 2, None, NOON + 3 * LEASE)
        done(connection, after, NOON)
        assert connection.execute(select(errands)).all() == []


def test_a_wish_during_the_work_is_worked_off_next(store: Store) -> None:
    with store.begin() as connection:
        wish(connection, SEVEN, NOON)
        task = claim(connection, "one", NOON, LEASE)
        wish(connection, SEVEN._replace(installation=43), NOON)
        assert task is not None
        assert claim(connection, "other", NOON, LEASE) is None
        done(connection, task, NOON)
        again = claim(connection, "other", NOON, LEASE)
        assert again is not None
        assert (again.errand.installation, again.attempts) == (43, 1)


def test_a_failure_waits_and_a_new_delivery_does_not(store: Store) -> None:
    with store.begin() as connection:
        wish(connection, SEVEN, NOON)
        task = claim(connection, "one", NOON, LEASE)
        assert task is not None
        failed(connection, task, "x" * 1000, NOON + LEASE)
        assert connection.scalar(select(errands.c.error)) == "x" * 500
        assert claim(connection, "one", NOON, LEASE) is None
        wish(connection, SEVEN, NOON)
        assert claim(connection, "one", NOON, LEASE) is not None


def test_old_deliveries_are_forgotten(store: Store) -> None:
    with store.begin() as connection:
        keep(connection, Delivery("old", "push"), NOON - timedelta(days=31))
        keep(connection, Delivery("new", "push"), NOON)
        assert forget(connection, NOON - timedelta(days=30)) == 1
        assert connection.scalars(select(deliveries.c.guid)).all() == ["new"]


def test_the_tables_are_as_the_migrations_leave_them(store: Store) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from bot.feedback.store.tables import metadata

    with store.begin() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
