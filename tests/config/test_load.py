from pathlib import Path

import pytest

from lint.config import load, read_config
from lint.finding import CopydeskError


def test_a_file_and_its_folder_share_one_configuration(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "a").mkdir()
    (tmp_path / "copydesk.toml").write_text('exclude = ["x.md"]\n')
    config = load(tmp_path / "a" / "x.md")
    assert config is load(tmp_path) is load(tmp_path / "a" / ".." / "a")
    assert (config.root, config.source) == (tmp_path, tmp_path / "copydesk.toml")


def test_without_a_file_the_root_is_the_repository_or_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "repo" / ".git").mkdir(parents=True)
    (tmp_path / "repo" / "a").mkdir()
    (tmp_path / "plain" / "a").mkdir(parents=True)
    assert load(tmp_path / "repo" / "a") is load(tmp_path / "repo")
    assert load(tmp_path / "repo" / "a").root == tmp_path / "repo"
    assert load(tmp_path / "plain" / "a").root == tmp_path / "plain" / "a"
    monkeypatch.chdir(tmp_path / "plain")
    assert load(Path("x.md")).root == tmp_path / "plain"


def test_a_named_file_that_is_not_there_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(CopydeskError, match=r"none.toml: it cannot be read \(no such file or directory\)"):
        read_config(tmp_path / "none.toml")
