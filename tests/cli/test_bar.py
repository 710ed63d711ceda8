"""The bar of a long run, on a real terminal and in a pipe."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from lint.cli.bar import Progress
from tests.cache.process import environment
from tests.cli.run import CLEAN
from tests.publication import write

IMPATIENT = "import lint.cli.bar as it; it.PATIENCE = it.STEP = 0\nfrom lint.start import main; main()"


def on_a_terminal(folder: Path, *options: str) -> str:
    """What a run that shows its bar at once writes to a terminal on standard error."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", IMPATIENT, "check", "--no-cache", "-j1", "--today", "2026-11-22", *options]
    with subprocess.Popen(command, cwd=folder, env=environment(), stdout=subprocess.PIPE, stderr=theirs) as process:
        os.close(theirs)
        shown = b""
        while True:
            try:
                read = os.read(ours, 4096)
            except OSError:  # Linux says so when the other end is closed
                break
            if not read:
                break
            shown += read
        assert process.stdout and process.stdout.read().strip() == b""
    os.close(ours)
    return shown.decode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, {f"{n}.md": CLEAN.replace("Walking and", f"Walk {n} and") for n in range(20)})
    return tmp_path


def test_a_long_run_shows_how_far_it_is_and_leaves_nothing_behind(folder: Path) -> None:
    shown = on_a_terminal(folder)
    bars = [part for part in shown.split("\r") if "articles" in part and part[:1] in "#-"]
    assert bars[0] == "#" + "-" * 29 + " 1 of 20 articles\x1b[K"
    assert bars[-1].startswith("#" * 30 + " 20 of 20 articles")
    rest = shown.rpartition("\r\x1b[K")[2]
    assert rest.startswith("No findings.")
    assert "#" not in rest


def test_quiet_shows_none(folder: Path) -> None:
    assert on_a_terminal(folder, "--quiet") == ""


def test_a_pipe_gets_none(folder: Path) -> None:
    command = [sys.executable, "-c", IMPATIENT, "check", "--no-cache", "--today", "2026-11-22"]
    done = subprocess.run(command, cwd=folder, env=environment(), capture_output=True, check=True)
    assert b" of 20 articles" not in done.stderr
    assert b"\r" not in done.stderr


def test_a_run_that_comes_later_has_its_own_patience(capsys: pytest.CaptureFixture[str]) -> None:
    bar = Progress()
    bar.end()
    bar(1, 1)
    assert capsys.readouterr().err == ""
