"""A worker's counts, as Prometheus reads them."""

from collections import Counter
from datetime import timedelta
from urllib.request import urlopen

import pytest
from click.testing import CliRunner

from bot.cli import main
from bot.clock import now
from bot.feedback.desk import Desk
from bot.feedback.metrics.worker import Worker, served
from bot.feedback.store import Store
from bot.feedback.worker.loop import Loop
from tests.bot.feedback.worker.conftest import desk, hub, send
from tests.bot.feedback.worker.test_worker import made
from tests.github import faults
from tests.github.harness import ME, REPOSITORY, TOKEN
from tests.github.server import Hub

__all__ = ["desk", "hub"]


def scraped(port: int) -> dict[str, float]:
    with urlopen(f"http://127.0.0.1:{port}/metrics", timeout=20) as answer:
        lines = answer.read().decode().splitlines()
    pairs = (line.rpartition(" ") for line in lines if not line.startswith("#"))
    return {name: float(value) for name, _, value in pairs}


def test_what_waits_and_what_was_done(store: Store, store_url: str, desk: Desk, hub: Hub) -> None:
    loop = Loop(store_url, desk.root, REPOSITORY, TOKEN, ME, hub.url, "https://github.example", 1)
    reviews = Counter({("review", "failed"): 2})
    send(store, received=now() - timedelta(hours=1))
    hub.faults.add(faults.bad_gateway("GET .*", times=5))
    with served("127.0.0.1:0", Worker(store, (loop.counts, reviews), lambda: loop.remaining)) as port:
        before = scraped(port)
        assert before['copydesk_backlog{what="unread"}'] == 1
        assert 3600 <= before["copydesk_oldest_waiting_seconds"] < 3700
        assert "copydesk_github_remaining" not in before
        loop.step()
        waits = scraped(port)
        while not made(hub):
            loop.step()
        after = scraped(port)
        send(store, "I think so too, by the 2020 study", "b")
        while loop.step():
            pass
        last = scraped(port)
    loop.close()
    assert waits['copydesk_work_total{how="failed",what="issue"}'] == 1
    assert waits['copydesk_backlog{what="outbox"}'] == 1
    assert waits["copydesk_oldest_waiting_seconds"] >= 3600
    assert after['copydesk_work_total{how="created",what="issue"}'] == 1
    assert after['copydesk_backlog{what="outbox"}'] == 0
    assert after["copydesk_oldest_waiting_seconds"] == 0
    assert 0 < after["copydesk_github_remaining"] < 5000
    assert last['copydesk_work_total{how="updated",what="issue"}'] == 1
    assert last['copydesk_work_total{how="failed",what="review"}'] == 2


@pytest.mark.parametrize("address", ["nonsense", "127.0.0.1:99999", "host.invalid:9100", ":x"])
def test_an_address_that_cannot_be_listened_at(tmp_path: object, address: str) -> None:
    url = f"sqlite:///{tmp_path}/feedback.db"
    asked = ["worker", "--once", "--store", url, "--repo", str(tmp_path), "--metrics", address]
    done = CliRunner().invoke(main, asked, env={"GITHUB_TOKEN": ""})
    assert done.exit_code == 2
    assert "127.0.0.1:9100" in done.stderr


def test_a_worker_serves_them_while_it_works(tmp_path: object) -> None:
    url = f"sqlite:///{tmp_path}/feedback.db"
    asked = ["worker", "--once", "--store", url, "--repo", str(tmp_path), "--metrics", "127.0.0.1:0"]
    assert CliRunner().invoke(main, asked, env={"GITHUB_TOKEN": ""}).exit_code == 0
