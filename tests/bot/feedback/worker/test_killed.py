"""Workers are killed at random points, two at a time: each group of reports still ends in exactly one issue."""

import random
import signal
import time
from multiprocessing.process import BaseProcess

from bot.feedback.report import Kind
from bot.feedback.store import Store
from bot.feedback.store.figures import backlog
from bot.feedback.worker import Desk
from tests.bot.feedback.worker.conftest import PASSAGE, send
from tests.bot.feedback.worker.killable import started
from tests.github import harness
from tests.github.server import Hub

GROUPS = 6
KILLS = 10


def worker(store_url: str, desk: Desk, hub: Hub) -> BaseProcess:
    arguments = ("worker", "--once", "--lease", "1", "--store", store_url, "--repo", str(desk.root))
    surroundings = {
        "GITHUB_TOKEN": harness.TOKEN,
        "GITHUB_REPOSITORY": harness.REPOSITORY,
        "GITHUB_API_URL": hub.url,
    }
    return started(arguments, surroundings)


def test_killed_workers_lose_nothing_and_repeat_nothing(store: Store, store_url: str, desk: Desk, hub: Hub) -> None:
    chance = random.Random(7)
    kinds = [kind for kind in Kind if kind is not Kind.OTHER]
    for number in range(GROUPS):
        kind, passage = (
            kinds[number % len(kinds)],
            "" if number >= len(kinds) else PASSAGE,
        )
        send(store, f"Number {number} is wrong since 200{number}", str(number), kind=kind, passage=passage)
    killed = 0
    for _ in range(KILLS):
        running = [worker(store_url, desk, hub) for _ in range(2)]
        _calls(hub, len(hub.calls) + chance.randint(1, 8), running)
        for one in running:
            one.kill()
            one.join()
            killed += one.exitcode == -signal.SIGKILL
    assert killed >= KILLS, killed
    for _ in range(60):
        last = worker(store_url, desk, hub)
        last.join(120)
        assert last.exitcode == 0
        with store.begin() as connection:
            if backlog(connection) == {"unread": 0, "outbox": 0, "errands": 0}:
                break
        time.sleep(0.5)
    titles = [
        (issue.title, issue.body.split("\n")[0]) for issue in hub.store.repositories[harness.REPOSITORY].issues.values()
    ]
    assert len(titles) == len(set(titles)) == GROUPS
    with store.begin() as connection:
        assert backlog(connection) == {"unread": 0, "outbox": 0, "errands": 0}


def _calls(hub: Hub, number: int, running: list[BaseProcess]) -> None:
    """Waits until GitHub was called so often, or nobody is left to call it."""
    while len(hub.calls) < number and any(one.is_alive() for one in running):
        time.sleep(0.005)
