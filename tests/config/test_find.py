from pathlib import Path

import pytest

from lint.config.find import find


def touch(root: Path, *names: str, text: str = "") -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)


def test_the_nearest_file_counts_up_to_the_repositorys_root(tmp_path: Path) -> None:
    touch(tmp_path, "copydesk.toml", "repo/.git/HEAD", "repo/a/copydesk.toml", "repo/a/b/c/x.md", "repo/d/x.md")
    root = tmp_path / "repo"
    assert find(root / "a" / "b" / "c") == (root / "a" / "copydesk.toml", root)
    assert find(root / "d") == (None, root)
    touch(root, "copydesk.toml")
    assert find(root / "d") == (root / "copydesk.toml", root)


def test_a_linked_work_tree_is_a_repository_too(tmp_path: Path) -> None:
    touch(tmp_path, "copydesk.toml", "tree/.git", "tree/a/x.md")
    assert find(tmp_path / "tree" / "a") == (None, tmp_path / "tree")


def test_a_pyproject_counts_when_it_speaks_to_us(tmp_path: Path) -> None:
    touch(tmp_path, ".git/HEAD", "copydesk.toml", "a/x.md", "b/x.md", "c/x.md")
    touch(tmp_path, "a/pyproject.toml", text="[tool.copydesk]\n")
    touch(tmp_path, "b/pyproject.toml", text="[tool.other]\n")
    touch(tmp_path, "c/pyproject.toml", text="[tool.copydesk\n")
    assert find(tmp_path / "a")[0] == tmp_path / "a" / "pyproject.toml"
    assert find(tmp_path / "b")[0] == find(tmp_path / "c")[0] == tmp_path / "copydesk.toml"
    touch(tmp_path, "a/copydesk.toml")
    assert find(tmp_path / "a")[0] == tmp_path / "a" / "copydesk.toml"


def test_without_a_repository_the_search_ends_below_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    touch(tmp_path, "home/copydesk.toml", "home/desk/site/a/x.md", "copydesk.toml")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert find(tmp_path / "home" / "desk" / "site" / "a") == (None, None)
    touch(tmp_path, "home/desk/copydesk.toml")
    assert find(tmp_path / "home" / "desk" / "site" / "a")[0] == tmp_path / "home" / "desk" / "copydesk.toml"
    touch(tmp_path, "home/.git/HEAD")
    assert find(tmp_path / "home") == (tmp_path / "home" / "copydesk.toml", tmp_path / "home")
