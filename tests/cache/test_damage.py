"""A cache that is damaged, cut off, shared, full or not ours costs time and nothing else."""

import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cache.process import check, environment, said
from tests.cli.run import CLEAN, UNCITED
from tests.publication import write

FOLDER = ".copydesk_cache"


@pytest.fixture
def publication(tmp_path: Path) -> Path:
    root = tmp_path / "publication"
    texts = {f"articles/{number}.md": UNCITED.replace("Walking and", f"Walk {number} and") for number in range(12)}
    write(root, {"copydesk.toml": "", **texts})
    said(root)
    return root


def kept(root: Path) -> list[Path]:
    files = sorted(path for path in (root / FOLDER).iterdir() if path.name != ".gitignore")
    assert {path.suffix for path in files} == {".run", ".sqlite3"}
    return files


def cut(data: bytes) -> Iterator[bytes]:
    yield from (data[: len(data) * part // 5] for part in range(5))


def stir(data: bytes) -> Iterator[bytes]:
    """Some bytes of it changed, here and there."""
    dice = random.Random(1)
    for _ in range(12):
        stirred = bytearray(data)
        for _ in range(dice.choice((1, 40, 400))):
            stirred[dice.randrange(len(data))] = dice.randrange(256)
        yield bytes(stirred)


def lie(data: bytes) -> Iterator[bytes]:
    """Words of it changed, as someone would who wants a finding gone."""
    for old, new in (
        (b"uncited-section", b"uncited-nothing"),
        (b"claims something", b"claims nothing!!"),
        (b"error", b"okay!"),
    ):
        if old in data:
            yield data.replace(old, new)


@pytest.mark.parametrize("harm", [cut, stir, lie, lambda data: iter((b"", b"x", b"\0" * 5000))])
@pytest.mark.parametrize("suffix", [".run", ".sqlite3"])
def test_a_damaged_file_is_made_again(publication: Path, harm: Callable[[bytes], Iterator[bytes]], suffix: str) -> None:
    before = said(publication)
    files = {path.suffix: path for path in kept(publication)}
    whole = {path: path.read_bytes() for path in files.values()}
    harmed = list(harm(whole[files[suffix]]))
    assert harmed
    for data in harmed:
        for path, content in whole.items():
            path.write_bytes(content)
        files[suffix].write_bytes(data)
        if suffix == ".sqlite3":
            files[".run"].unlink()
        assert said(publication) == before
        assert said(publication) == before


def test_two_at_once(publication: Path) -> None:
    before = said(publication)
    for path in kept(publication):
        path.unlink()
    start = "from lint.start import main; main()"
    command = [sys.executable, "-c", start, "check", "--today", "2026-11-22"]
    both = [
        subprocess.Popen(
            command, cwd=publication, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for _ in range(3)
    ]
    for one in both:
        out, err = one.communicate(timeout=60)
        assert (one.returncode, out, err) == before
    assert said(publication) == before
    assert said(publication, "--output-format", "json") == said(publication, "--output-format", "json", "--no-cache")


def test_while_another_writes(publication: Path) -> None:
    before = said(publication)
    store = next(path for path in kept(publication) if path.suffix == ".sqlite3")
    (publication / "articles/1.md").write_text(CLEAN, "utf-8")
    other = sqlite3.connect(store, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    during = said(publication)
    other.execute("ROLLBACK")
    other.close()
    assert during == said(publication, "--no-cache")
    assert during != before


@pytest.mark.parametrize("room", [0, 3000, 30_000])
def test_a_full_disk(publication: Path, room: int) -> None:
    before = said(publication)
    for path in kept(publication):
        path.unlink()

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    command = [sys.executable, "-B", "-c", "from lint.start import main; main()", "check", "--today", "2026-11-22"]
    # What measures coverage has a file to write too.
    plain = {name: value for name, value in environment().items() if not name.startswith("COVERAGE")}
    for _ in range(2):
        done = subprocess.run(
            command,
            cwd=publication,
            env=plain,
            capture_output=True,
            encoding="utf-8",
            preexec_fn=limit,
            timeout=60,
        )
        assert (done.returncode, done.stdout, done.stderr) == before
    assert said(publication) == before


def a_file(folder: Path) -> None:
    folder.write_text("mine", "utf-8")


def a_link(folder: Path) -> None:
    folder.symlink_to(folder.parent / "articles")


def open_to_all(folder: Path) -> None:
    folder.mkdir()
    folder.chmod(0o777)


@pytest.mark.parametrize("make", [a_file, a_link, open_to_all])
def test_a_folder_that_is_not_ours(publication: Path, make: Callable[[Path], None]) -> None:
    before = said(publication)
    for path in (*kept(publication), publication / FOLDER / ".gitignore"):
        path.unlink()
    (publication / FOLDER).rmdir()
    make(publication / FOLDER)
    assert said(publication) == said(publication) == before
    assert not [path for path in publication.rglob("*") if path.suffix in (".run", ".sqlite3")]


def test_a_run_that_is_killed(publication: Path) -> None:
    texts = {f"articles/{n}.md": UNCITED.replace("Walking and", f"Stroll {n} and") for n in range(700)}
    write(publication, texts)
    store = next(path for path in kept(publication) if path.suffix == ".sqlite3")
    size = store.stat().st_size
    command = [sys.executable, "-c", "from lint.start import main; main()", "check", "-j1", "--today", "2026-11-22"]
    with subprocess.Popen(command, cwd=publication, env=environment(), stdout=subprocess.DEVNULL) as process:
        while process.poll() is None and store.stat().st_size == size:
            time.sleep(0.001)
        process.kill()
    assert said(publication) == said(publication, "--no-cache")


def test_it_does_not_keep_growing(publication: Path) -> None:
    def rows() -> set[str]:
        store = max((path for path in kept(publication) if path.suffix == ".sqlite3"), key=os.path.getmtime)
        with sqlite3.connect(store) as connection:
            counted = [
                {path for (path,) in connection.execute(f"SELECT path FROM {name}")}
                for name in ("articles", "documents")
            ]
        connection.close()
        assert counted[0] == counted[1]
        return counted[0]

    for turn in range(4):
        (publication / "articles/0.md").write_text(CLEAN.replace("Walking", f"Turn {turn}"), "utf-8")
        (publication / f"articles/{turn + 1}.md").rename(publication / f"articles/moved-{turn}.md")
        check(publication)
    assert rows() == {f"articles/{path.name}" for path in (publication / "articles").iterdir()}
    for number in range(20):
        check(publication, "--ignore", "time", "--today", f"2026-11-{number + 1:02}")
        check(publication, "--config", "copydesk.toml", "--select", ("time", "claims", "metadata")[number % 3])
    assert len(kept(publication)) <= 10


def test_git_does_not_see_it(publication: Path) -> None:
    subprocess.run(["git", "init", "--quiet"], cwd=publication, check=True)
    status = subprocess.run(
        ["git", "status", "--short", "--untracked-files=all"], cwd=publication, capture_output=True, text=True
    )
    assert status.stdout
    assert FOLDER not in status.stdout
