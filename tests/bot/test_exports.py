"""A commit's files as data: by the settings of the base, with nothing that could act."""

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from bot import exports
from lint.finding import CopydeskError
from lint.history import GitHistory
from lint.history.trees import opened
from tests.bot.repositories import Repository


def exported(repository: Repository, head: str, base: str, folder: Path) -> dict[str, str]:
    folder.mkdir()
    with closing(opened(repository.folder)) as trees:
        exports.export(trees, head, base, folder)
    files = [path for path in folder.rglob("*") if path.is_file() and ".git" not in path.parts]
    return {path.relative_to(folder).as_posix(): path.read_text() for path in files}


def test_the_settings_are_those_of_the_base(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "r")
    base = repository.commit(
        {
            "copydesk.toml": 'people = "desk/people.yaml"\nschema = "schemas/own.json"\n',
            "desk/people.yaml": "[]",
            "schemas/own.json": "{}",
            "schemas/part.json": "{}",
            "articles/a.md": "old",
        }
    )
    head = repository.commit(
        {
            "copydesk.toml": 'fail_on = "never"',
            "articles/copydesk.toml": "rules = {}",
            "pyproject.toml": "[tool.copydesk]",
            "desk/people.yaml": "- name: Mallory Example",
            "schemas/part.json": "[]",
            ".gitignore": "articles/",
            "articles/a.md": "new",
            "articles/data.json": "[]",
        }
    )
    found = exported(repository, head, base, tmp_path / "out")
    assert found == {
        "copydesk.toml": 'people = "desk/people.yaml"\nschema = "schemas/own.json"\n',
        "desk/people.yaml": "[]",
        "schemas/own.json": "{}",
        "schemas/part.json": "{}",
        "articles/a.md": "new",
        "articles/data.json": "[]",
    }


def test_only_what_a_check_reads_has_content_and_nothing_can_act(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "r")
    repository.git("config", "core.hooksPath", str(tmp_path / "hooks"))
    repository.git("config", "filter.act.smudge", f"touch {tmp_path / 'acted'}")
    (repository.folder / "outside.md").symlink_to("/etc/passwd")
    head = repository.commit(
        {".gitattributes": "*.md filter=act\n", "a.md": "a", "run.sh": "#!/bin/sh\n", "big.md": "x" * 9_000_000}
    )
    assert not (tmp_path / "acted").exists() or (tmp_path / "acted").unlink() is None
    found = exported(repository, head, head, tmp_path / "out")
    assert found["a.md"] == "a"
    assert found["run.sh"] == ""
    assert "outside.md" not in found
    assert len(found["big.md"]) == 9_000_000
    assert set(found["big.md"]) == {"\0"}  # too large for any check: its size is all that counts
    assert not (tmp_path / "acted").exists()


def test_the_rules_about_dates_see_the_history_of_the_commit(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "r")
    repository.commit({"a.md": "one\n"})
    head = repository.commit({"a.md": "two\n"})
    repository.commit({"a.md": "three\n"})
    exported(repository, head, head, tmp_path / "out")
    with closing(GitHistory(tmp_path / "out", ["a.md"], date(2026, 5, 26))) as history:
        texts = [getattr(it, "text", it) for it in history.versions("a.md", "two\n")]
    assert texts == ["two\n", "one\n"]


def test_a_shallow_clone_says_that_it_is_one(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "r")
    repository.commit({"a.md": "one\n"})
    repository.commit({"a.md": "two\n"})
    repository.git("clone", "--quiet", "--depth", "1", f"file://{repository.folder}", str(tmp_path / "shallow"))
    (tmp_path / "out").mkdir()
    with closing(opened(tmp_path / "shallow")) as trees:
        exports.export(trees, trees.commit("HEAD"), trees.commit("HEAD"), tmp_path / "out")
    assert (tmp_path / "out" / ".git" / "shallow").is_file()


def test_the_folder_of_the_publication() -> None:
    assert exports.place(["site/copydesk.toml", "a.md"]) == "site"
    assert exports.place(["copydesk.toml", "site/copydesk.toml"]) == "."
    assert exports.place([]) == "."


@pytest.mark.parametrize("name", ["../a.md", ".git/config", "a/.GIT/hooks", "a/../b", "git~1/x", ".git. /x", "a//b"])
def test_paths_that_no_commit_should_hold(name: str) -> None:
    assert not exports._is_safe(name)


def test_what_git_cannot_tell(tmp_path: Path) -> None:
    with pytest.raises(CopydeskError, match="no git repository"):
        opened(tmp_path)
    repository = Repository(tmp_path / "r")
    first = repository.commit({"a.md": "a"})
    trees = opened(repository.folder)
    with pytest.raises(CopydeskError, match="holds no such commit"):
        trees.commit("--help")
    repository.git("checkout", "--quiet", "--orphan", "other")
    other = repository.commit({"b.md": "b"})
    with pytest.raises(CopydeskError, match="no common history"):
        trees.merge_base(first, other)
    with pytest.raises(CopydeskError, match="cannot compare"):
        list(trees.diff(first, "f" * 40))
    assert not trees.holds("f" * 40)
    assert not trees.holds("HEAD")
    (entry,) = trees.files(first)
    assert (entry.path, trees.content(entry.blob), trees.content("f" * 40)) == ("a.md", b"a", None)
    trees.close()
    assert not trees.fetch(str(tmp_path / "nowhere"), "main")
    assert trees.fetch(str(repository.folder), "+refs/heads/main:refs/copydesk/base", header="Authorization: x")
    assert trees.commit("refs/copydesk/base") == first
