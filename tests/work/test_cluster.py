"""A check spread over a real dask cluster on loopback."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cache.process import environment, said
from tests.cli.run import CLEAN, UNCITED
from tests.publication import commit, write

START = "from dask.__main__ import main; main()"


def dask(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """A process of the cluster; its log goes to a file."""
    log = (folder / f"{arguments[0]}.log").open("ab")
    with log:
        return subprocess.Popen(
            [sys.executable, "-c", START, *arguments, "--scheduler-file", "scheduler.json", "--no-dashboard"],
            cwd=folder,
            env=environment(),
            stdout=log,
            stderr=log,
        )


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("cluster")
    processes = [dask(folder, "scheduler", "--host", "127.0.0.1", "--port", "0")]
    try:
        for _ in range(2):
            processes.append(dask(folder, "worker", "--host", "127.0.0.1", "--nthreads", "2", "--no-nanny"))
        deadline = time.monotonic() + 60
        while (
            not (folder / "scheduler.json").exists() or (folder / "worker.log").read_text().count("Registered to") < 2
        ):
            assert time.monotonic() < deadline, (folder / "worker.log").read_text()
            time.sleep(0.1)
        yield json.loads((folder / "scheduler.json").read_text("utf-8"))["address"]
    finally:
        for process in reversed(processes):
            process.terminate()
            process.wait(timeout=30)


def publication(root: Path) -> Path:
    texts = {f"articles/{n}.md": UNCITED.replace("Walking and", f"Walk {n // 2} and") for n in range(60)}
    linked = CLEAN.replace("## About this", "[See](0.md#why-walking-helps), [none](0.md#none).\n\n## About this")
    write(root, {"copydesk.toml": 'include = ["articles"]\n', **texts, "articles/linked.md": linked})
    commit(root, "2026-11-20")
    return root


def test_the_report_is_the_same(address: str, tmp_path: Path) -> None:
    root = publication(tmp_path)
    for name in ("full", "json", "sarif"):
        options = ("--no-cache", "--output-format", name)
        spread, here = said(root, *options, "--dask", address), said(root, *options)
        assert spread[1].splitlines() == here[1].splitlines()
        assert spread == here


def test_workers_use_the_cache_and_see_what_changes(address: str, tmp_path: Path) -> None:
    root = publication(tmp_path)
    first = said(root, "--dask", address)
    later = ("--today", "2029-01-01")
    assert said(root, "--dask", address, *later) == said(root, "--no-cache", *later)
    write(root, {"copydesk.toml": 'include = ["articles"]\nminimum_words = 1000\n'})
    changed = said(root, "--dask", address)
    assert changed == said(root, "--no-cache") != first
    write(root, {"copydesk.toml": 'include = ["articles"]\npeople = "people.yaml"\n', "people.yaml": "nothing: here\n"})
    assert said(root, "--dask", address) == said(root, "--no-cache")
    assert said(root, "--no-cache")[0] == 2


def test_no_scheduler_is_said_in_a_line(tmp_path: Path) -> None:
    root = publication(tmp_path)
    code, out, err = said(root, "--dask", "tcp://127.0.0.1:1")
    assert (code, out) == (2, "")
    assert err.splitlines()[-1] == "copydesk: --dask tcp://127.0.0.1:1: no dask scheduler answers there"


def test_what_a_worker_does(tmp_path: Path) -> None:
    from datetime import date

    from lint.project import Selection
    from lint.projects import Projects
    from lint.work.cluster import _desks, work
    from lint.work.desk import Desk
    from lint.work.verdict import Order

    root = publication(tmp_path)
    projects = Projects(date(2026, 11, 22))
    projects.of(root).open(["articles/0.md"])
    desk = Desk(projects, Selection())
    order = Order(str(root), str(root / "articles/0.md"), "0.md", "articles/0.md")
    assert work(desk.brief(), [order, order]) == [desk.work(order)] * 2
    _desks.clear()
