"""Watching a publication, as a process of its own."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Timer

import pytest

from tests.cache.process import environment
from tests.cli.run import CLEAN, UNCITED
from tests.publication import commit, write

LOOKING = "import sys; sys.modules['watchfiles'] = None\n"
"""Without the library we look ourselves."""


CHECK = ("check", "--watch", "--today", "2026-11-22")


class Watch:
    """A check that watches; it is ended when it says nothing for a minute."""

    def __init__(self, folder: Path, first: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", f"{first}from lint.start import main; main()", *CHECK],
            cwd=folder,
            env=environment(PYTHONUNBUFFERED="1"),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )

    def until(self, *starts: str) -> list[str]:
        """The lines up to one that begins so."""
        assert self.process.stdout
        timer = Timer(60, self.process.kill)
        timer.start()
        lines = []
        for line in self.process.stdout:
            lines.append(line.rstrip("\n"))
            if line.startswith(starts):
                timer.cancel()
                return lines
        raise AssertionError("\n".join(lines))

    def end(self) -> str:
        assert self.process.stdout
        self.process.send_signal(signal.SIGINT)
        rest = self.process.stdout.read()
        assert self.process.wait(timeout=30) == 0
        return rest


@pytest.fixture(params=["", LOOKING], ids=["told", "looking"])
def watch(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Watch]:
    write(tmp_path, {"copydesk.toml": 'include = ["articles"]\n', "articles/a.md": CLEAN})
    write(tmp_path, {"articles/b.md": CLEAN.replace("Walking and", "Standing and")})
    commit(tmp_path, "2026-11-20")
    os.chdir(tmp_path)
    watching = Watch(tmp_path, request.param)
    yield watching
    watching.process.kill()
    watching.process.communicate()


def test_what_is_saved_is_checked(watch: Watch, tmp_path: Path) -> None:
    assert watch.until("Watching")[-1] == "Watching 2 articles; Ctrl-C ends it."
    write(tmp_path, {"articles/a.md": UNCITED})
    said = watch.until("Found", "No findings")
    assert any(line.startswith("+ articles/a.md:25:4: error uncited-section") for line in said)
    write(tmp_path, {"articles/new": UNCITED})  # as editors save: beside it, then over it
    (tmp_path / "articles/new").rename(tmp_path / "articles/b.md")
    said = watch.until("Found", "No findings")
    assert any(line.startswith("+ articles/b.md:25:4: error uncited-section") for line in said)
    assert any("articles/b.md" in line and "repeated-title" in line for line in said)
    assert any("articles/a.md" in line and "repeated-title" in line for line in said)
    write(tmp_path, {"articles/a.md": CLEAN, "articles/b.md": CLEAN.replace("Walking and", "Standing and")})
    gone: list[str] = []
    while not {"- articles/a.md:25:4: error", "- articles/b.md:25:4: error"} <= {line[:27] for line in gone}:
        gone += watch.until("Found", "No findings")
    assert watch.end() == "\n"


def test_what_comes_and_goes_begins_anew(watch: Watch, tmp_path: Path) -> None:
    watch.until("Watching")
    write(tmp_path, {"articles/c.md": UNCITED.replace("Walking and", "Sitting and")})
    assert any(line.startswith("+ articles/c.md:25:4: error") for line in watch.until("Found"))
    write(tmp_path, {"copydesk.toml": 'include = ["articles"]\nminimum_words = 500\n'})
    assert any(line.startswith("- articles/c.md:25:4: error") for line in watch.until("Found", "No findings"))
    write(tmp_path, {"copydesk.toml": 'include = ["articles"]\n'})
    assert any(line.startswith("+ articles/c.md:25:4: error") for line in watch.until("Found"))
    (tmp_path / "articles/c.md").unlink()
    assert any(line.startswith("- articles/c.md:25:4: error") for line in watch.until("Found", "No findings"))
    assert watch.end() == "\n"


def test_a_mistake_in_the_settings_is_said_until_it_is_mended(watch: Watch, tmp_path: Path) -> None:
    watch.until("Watching")
    for name, broken in (("copydesk.toml", "broken = [\n"), ("people.yaml", "x: [\n")):
        whole = (tmp_path / name).read_text("utf-8") if (tmp_path / name).exists() else None
        write(tmp_path, {name: broken})
        assert f"{name}:" in watch.until("copydesk: ")[-1]
        write(tmp_path, {"articles/a.md": UNCITED})
        assert f"{name}:" in watch.until("copydesk: ")[-1]
        (tmp_path / name).unlink() if whole is None else write(tmp_path, {name: whole})
        assert any(line.startswith("+ articles/a.md:25:4: error") for line in watch.until("Found"))
        write(tmp_path, {"articles/a.md": CLEAN})
        watch.until("Found", "No findings")
    assert watch.end() == "\n"
