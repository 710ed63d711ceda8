"""Files replaced as a whole."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lint.fixes.files import ChangedError, replace

OLD, NEW = b"old\n" * 200_000, b"new\n" * 300_000
WRITER = """
import sys
from pathlib import Path
from lint.fixes.files import replace
path, texts = Path(sys.argv[1]), (b"old\\n" * 200_000, b"new\\n" * 300_000)
print("ready", flush=True)
for turn in range(10_000):
    replace(path, texts[turn % 2], texts[1 - turn % 2])
"""


def test_the_new_text_takes_the_place_of_the_old(tmp_path: Path) -> None:
    path = tmp_path / "article.md"
    path.write_bytes(b"old")
    replace(path, b"old", b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_kill_at_any_moment_leaves_the_old_text_or_the_new_one(tmp_path: Path) -> None:
    path, chance = tmp_path / "article.md", random.Random(1)
    for _ in range(30):
        path.write_bytes(OLD)
        with subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE) as writer:
            assert writer.stdout
            assert writer.stdout.readline() == b"ready\n"
            time.sleep(chance.uniform(0, 0.02))
            writer.kill()
        assert path.read_bytes() in (OLD, NEW)


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
def test_permissions_and_links_stay(tmp_path: Path) -> None:
    path, link = tmp_path / "article.md", tmp_path / "link.md"
    path.write_bytes(b"old")
    path.chmod(0o640)
    link.symlink_to(path)
    replace(link, b"old", b"new")
    assert link.is_symlink()
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_file_that_was_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "article.md"
    path.write_bytes(b"other")
    with pytest.raises(ChangedError):
        replace(path, b"old", b"new")
    assert path.read_bytes() == b"other"


def test_what_goes_wrong_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "article.md"
    path.write_bytes(b"old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        replace(path, b"old", b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
