"""A service that is killed in the midst of load has lost nothing of what it accepted."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path

import pytest

from tests.publication import write

ROOT = Path(__file__).parents[4]
SENDERS = 12
ENOUGH = 300
"""Receipts that readers hold when the service is killed."""


@contextmanager
def service(store_url: str, repo: Path, port: int, processes: int) -> Iterator[subprocess.Popen[bytes]]:
    """The real command, with all its processes in one group; it is running when it answers."""
    options = ("--store", store_url, "--repo", str(repo), "--port", str(port), "--processes", str(processes))
    running = subprocess.Popen(
        [sys.executable, "-m", "bot.cli", "serve", *options],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        while ask(port, "GET", "/healthz") is None:
            assert running.poll() is None
            time.sleep(0.1)
        yield running
    finally:
        with suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)
        running.wait()


def ask(port: int, method: str, path: str, body: str | None = None) -> tuple[int, str] | None:
    """Status and body of an answer; None where there was none."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request(method, path, body, {"content-type": "application/json", "accept": "application/json"})
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    except (OSError, HTTPException):
        return None
    finally:
        connection.close()


def sending(port: int, name: int, receipts: list[str]) -> None:
    """A reader who sends report after report, and keeps the receipts, until nobody answers."""
    number = 0
    while True:
        number += 1
        said = {"article": "a.md", "helpful": False, "kind": "outdated", "comment": f"Wrong, {name} says, {number}."}
        answer = ask(port, "POST", "/feedback", json.dumps(said))
        if answer is None:
            return
        assert answer[0] == 202
        receipts.append(json.loads(answer[1])["receipt"].rpartition("/")[2])


@pytest.mark.parametrize("processes", [1, 2])
def test_what_was_accepted_is_there_after_a_kill(store_url: str, tmp_path: Path, processes: int) -> None:
    write(tmp_path / "publication", {"copydesk.toml": "", "a.md": "# A\n\nText.\n"})
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    receipts: list[str] = []
    with service(store_url, tmp_path / "publication", port, processes) as running:
        threads = [threading.Thread(target=sending, args=(port, name, receipts)) for name in range(SENDERS)]
        for one in threads:
            one.start()
        while len(receipts) < ENOUGH and any(one.is_alive() for one in threads):
            time.sleep(0.005)
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()
        for one in threads:
            one.join()
    assert len(receipts) >= ENOUGH
    with service(store_url, tmp_path / "publication", port, 1):
        found = [ask(port, "GET", f"/receipt/{token}") for token in receipts]
    assert [answer for answer in found if answer is None or answer[0] != 200] == []


def test_processes_count_together(tmp_path: Path) -> None:
    write(tmp_path / "publication", {"copydesk.toml": "", "a.md": "# A\n\nText.\n"})
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with service(f"sqlite:///{tmp_path}/feedback.db", tmp_path / "publication", port, 2) as running:
        body = json.dumps({"article": "a.md", "helpful": True})
        answers = [ask(port, "POST", "/feedback", body) for _ in range(20)]
        assert {answer and answer[0] for answer in answers} == {202}
        metrics = ask(port, "GET", "/metrics")
        assert metrics is not None
        assert 'copydesk_reports_total{crisis="no"} 20.0' in metrics[1]
        assert 'copydesk_backlog{what="unread"} 20.0' in metrics[1]
        running.terminate()
        assert running.wait(timeout=60) == 0
