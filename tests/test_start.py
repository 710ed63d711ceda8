"""The start of the command, where the answer is known and cannot be written."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cache.process import environment, said
from tests.cli.run import UNCITED
from tests.publication import write

COMMAND = [sys.executable, "-c", "from lint.start import main; main()", "check", "--today", "2026-11-22"]


@pytest.fixture
def publication(tmp_path: Path) -> Path:
    write(tmp_path, {f"{n}.md": UNCITED.replace("Walking and", f"Walk {n} and") for n in range(40)})
    said(tmp_path)
    return tmp_path


def test_a_reader_that_leaves_ends_it_quietly(publication: Path) -> None:
    with subprocess.Popen(
        COMMAND, cwd=publication, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        assert process.stderr.read() == ""
    assert process.returncode == 1


def test_a_full_disk_is_said_in_a_line(publication: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            COMMAND, cwd=publication, env=environment(), stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert (done.returncode, done.stderr) == (2, "copydesk: the output: no space left on device\n")


def test_the_rest_goes_to_the_command(publication: Path) -> None:
    done = subprocess.run(
        [*COMMAND[:3], "--version"], cwd=publication, env=environment(), capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("copydesk ")
