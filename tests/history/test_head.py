"""Where HEAD stands, read by hand, in all the forms that a repository has."""

import os
import subprocess
from pathlib import Path

import pytest

from lint.history.head import NO_REPOSITORY, state
from tests.publication import commit, write


def git(root: Path, *arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = tmp_path / "repository"
    write(root, {"a.md": "One.\n"})
    commit(root, "2026-11-20")
    return root


def stands_at_head(root: Path) -> bool:
    return git(root, "rev-parse", "HEAD") in (state(root) or "")


def test_a_commit_moves_it(repository: Path) -> None:
    before = state(repository)
    assert stands_at_head(repository)
    assert state(repository) == before
    write(repository, {"sub/b.md": "Two.\n"})
    assert state(repository) == before
    commit(repository, "2026-11-21")
    assert state(repository) != before
    assert stands_at_head(repository)
    assert state(repository / "sub") == state(repository)


def test_all_forms_of_a_reference(repository: Path, tmp_path: Path) -> None:
    git(repository, "pack-refs", "--all")
    assert not (repository / ".git/refs/heads/main").exists()
    assert stands_at_head(repository)
    git(repository, "worktree", "add", "--quiet", "-b", "other", str(tmp_path / "tree"))
    write(tmp_path / "tree", {"b.md": "Two.\n"})
    git(tmp_path / "tree", "add", "--all")
    git(tmp_path / "tree", "commit", "--quiet", "--message", "Two")
    assert stands_at_head(tmp_path / "tree")
    assert stands_at_head(repository)
    git(repository, "checkout", "--quiet", "--detach")
    assert stands_at_head(repository)


def test_what_else_changes_a_history(repository: Path, tmp_path: Path) -> None:
    write(repository, {"b.md": "Two.\n"})
    commit(repository, "2026-11-21")
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{repository}", "shallow")
    before = state(tmp_path / "shallow")
    assert stands_at_head(tmp_path / "shallow")
    git(tmp_path / "shallow", "fetch", "--quiet", "--unshallow")
    assert state(tmp_path / "shallow") != before
    before = state(repository)
    git(repository, "replace", "--graft", "HEAD")
    assert state(repository) != before


def test_no_commit_yet_and_no_repository(tmp_path: Path) -> None:
    assert state(tmp_path) == NO_REPOSITORY
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    before = state(tmp_path)
    assert before is not None
    write(tmp_path, {"a.md": "One.\n"})
    commit(tmp_path, "2026-11-20")
    assert state(tmp_path) != before


@pytest.mark.parametrize("head", ["ref: refs/heads/.invalid\n", "nonsense\n", ""])
def test_what_only_git_could_tell_is_not_told(repository: Path, head: str) -> None:
    (repository / ".git/HEAD").write_text(head, "utf-8")
    assert state(repository) is None


def test_a_broken_reference_tells_nothing(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (repository / ".git/refs/heads/main").write_text("nonsense\n", "utf-8")
    assert state(repository) is None
    monkeypatch.setenv("GIT_DIR", os.fspath(repository / ".git"))
    assert state(repository) is None
