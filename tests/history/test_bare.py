"""A bare repository is made once, whole, and without anything that runs."""

import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from lint.finding import CopydeskError
from lint.history.bare import bare
from lint.history.trees import opened


def settings(place: Path) -> dict[str, str]:
    listed = subprocess.check_output(["git", "config", "--file", str(place / "config"), "--list"], text=True)
    return dict(line.split("=", 1) for line in listed.splitlines())


def test_it_is_bare_and_runs_nothing(tmp_path: Path) -> None:
    place = tmp_path / "example" / "health.git"
    bare(place, "https://github.example/example/health.git")
    found = settings(place)
    assert (found["core.bare"], found["core.hookspath"]) == ("true", "/dev/null")
    assert found["remote.origin.url"] == "https://github.example/example/health.git"
    assert not (place / "hooks").exists()
    assert opened(place).folder == place


def test_many_at_once_make_one(tmp_path: Path) -> None:
    place = tmp_path / "health.git"
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda number: bare(place, f"https://github.example/{number}.git"), range(8)))
    assert settings(place)["remote.origin.url"].endswith(".git")
    assert [path.name for path in tmp_path.iterdir()] == ["health.git"]


def test_where_none_can_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CopydeskError, match="no repository can be made there"):
        bare(tmp_path / "file" / "health.git", "https://github.example/health.git")
