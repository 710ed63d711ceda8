"""A run that is stopped at any point, in a process of its own, goes on without asking anything twice."""

import json
import os
import random
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from lint.verification.asking.journal import NAME as JOURNAL
from lint.verification.lock import NAME, read
from lint.verification.record import State
from tests.verification.fakes import Registries
from tests.verification.works import entry, many, publication

COUNT, KILLS = 40, 3
COMMAND = (sys.executable, "-m", "lint.cli", "verify", "--today", "2026-11-22")
ROOT = Path(__file__).parents[3]


def start(root: Path, *arguments: str) -> "subprocess.Popen[str]":
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [*COMMAND, *arguments], cwd=root, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def wait_for(fakes: Registries, asked: int, process: "subprocess.Popen[str]") -> None:
    """Until so many works were asked for, or the run has ended."""
    while len(works(fakes)) < asked:
        try:
            process.wait(0.005)
            return
        except subprocess.TimeoutExpired:
            continue


def works(fakes: Registries) -> list[str]:
    return [asked.path for asked in fakes.crossref.asked if asked.path.startswith("/works/")]


def kept(root: Path) -> set[str]:
    """What the files of a stopped run hold."""
    journal = root / JOURNAL
    lines = journal.read_bytes().splitlines() if journal.exists() else []
    whole = [json.loads(line) for line in lines if line.endswith(b"}}}")]
    lock = read(root / NAME)
    return {key for line in whole for key in line["references"]} | set(lock.references if lock else ())


@pytest.mark.parametrize("arguments", [(), ("--refresh",)])
def test_a_kill_at_any_moment_loses_no_answer(arguments: tuple[str, ...], tmp_path: Path) -> None:
    chance = random.Random(5)
    with Registries() as fakes:
        fakes.crossref.rate = (500, "1s")
        found = many(COUNT)
        fakes.add(*found)
        root = publication(tmp_path, fakes, [entry(work) for work in found])
        for stop in sorted(chance.sample(range(1, COUNT), KILLS)):
            process = start(root, *arguments)
            wait_for(fakes, stop, process)
            before = kept(root)
            process.kill()
            process.communicate()
            assert before <= kept(root)
        process = start(root, *arguments)
        output, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors
        assert output.split()[:2] == ["verified", str(COUNT)]
        asked = Counter(works(fakes))
        lock = read(root / NAME, whole=True)
        assert lock is not None
        assert [answer.state for answer in lock] == [State.FOUND] * COUNT
        assert not (root / JOURNAL).exists()
        # What was under way at a kill is asked again; nothing that was answered is.
        assert sum(asked.values()) <= COUNT + KILLS * 12
        assert len(asked) == COUNT


def test_ctrl_c_keeps_what_was_answered_and_says_so(tmp_path: Path) -> None:
    with Registries() as fakes:
        found = many(COUNT)
        fakes.add(*found)
        root = publication(tmp_path, fakes, [entry(work) for work in found])
        process = start(root)
        wait_for(fakes, COUNT // 2, process)
        process.send_signal(signal.SIGINT)
        output, errors = process.communicate(timeout=60)
        assert process.returncode == 130, errors
        assert "nothing is lost: run it again to go on" in errors
        assert "Traceback" not in errors
        assert output == ""
        lock = read(root / NAME, whole=True)
        assert lock is not None
        assert 0 < len(lock.references) < COUNT
        process = start(root)
        process.communicate(timeout=60)
        assert process.returncode == 0
        lock = read(root / NAME, whole=True)
        assert lock is not None
        assert len(lock.references) == COUNT


def test_progress_is_shown_on_a_terminal_and_nowhere_else(tmp_path: Path) -> None:
    with Registries() as fakes:
        found = many(3)
        fakes.add(*found)
        root = publication(tmp_path, fakes, [entry(work) for work in found])
        ours, theirs = os.openpty()
        process = subprocess.Popen(
            COMMAND, cwd=root, env=os.environ | {"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, stderr=theirs
        )
        output, _ = process.communicate(timeout=60)
        os.close(theirs)
        shown = os.read(ours, 100_000).decode()
        os.close(ours)
        assert "3 of 3" in shown
        assert "a second" in shown
        assert shown.endswith("\r\x1b[K")
        assert b"\x1b" not in output
        process = start(root, "--refresh")
        _, errors = process.communicate(timeout=60)
        assert errors == ""
