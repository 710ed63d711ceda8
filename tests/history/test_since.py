import subprocess
from pathlib import Path

from lint.finding import Unknown
from lint.history.since import NO_BASE, Since, since
from tests.publication import commit, write


def git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True)


def changes(root: Path, branch: str = "") -> Since:
    found = since(root, branch)
    assert isinstance(found, Since)
    return found


def test_what_a_branch_and_the_working_folder_have_changed(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": "a\n", "b.md": "b\n", "deep/ü c.md": "c\n"})
    commit(tmp_path, "2026-01-01")
    git(tmp_path, "switch", "--quiet", "--create", "change")
    write(tmp_path, {"b.md": "b two\n"})
    commit(tmp_path, "2026-01-02")
    write(tmp_path, {"deep/ü c.md": "c two\n", "new.md": "new\n"})
    found = changes(tmp_path)
    assert [found.changed(tmp_path / name) for name in ("a.md", "b.md", "deep/ü c.md", "new.md")] == [
        *(False, True),
        *(True, True),
    ]
    assert [found.before(tmp_path / name) for name in ("b.md", "deep/ü c.md", "new.md")] == [b"b\n", b"c\n", None]
    assert changes(tmp_path / "deep").changed(tmp_path / "new.md")


def test_what_the_main_branch_did_meanwhile_is_no_change(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": "a\n"})
    commit(tmp_path, "2026-01-01")
    git(tmp_path, "switch", "--quiet", "--create", "change")
    git(tmp_path, "switch", "--quiet", "main")
    write(tmp_path, {"a.md": "a two\n"})
    commit(tmp_path, "2026-01-02")
    git(tmp_path, "switch", "--quiet", "change")
    assert not changes(tmp_path).changed(tmp_path / "a.md")
    git(tmp_path, "branch", "other", "main")
    git(tmp_path, "switch", "--quiet", "other")
    assert changes(tmp_path, "change").changed(tmp_path / "a.md")


def test_the_branch_of_the_remote_comes_first(tmp_path: Path) -> None:
    write(tmp_path / "origin", {"a.md": "a\n"})
    commit(tmp_path / "origin", "2026-01-01")
    git(tmp_path, "clone", "--quiet", "origin", "clone")
    write(tmp_path / "clone", {"a.md": "a two\n"})
    commit(tmp_path / "clone", "2026-01-02")
    assert changes(tmp_path / "clone").changed(tmp_path / "clone/a.md")
    assert changes(tmp_path / "clone", "main").changed(tmp_path / "clone/a.md")


def test_where_git_cannot_tell(tmp_path: Path) -> None:
    found = since(tmp_path)
    assert isinstance(found, Unknown)
    assert found.why == "not in a git repository"
    write(tmp_path, {"a.md": "a\n"})
    commit(tmp_path, "2026-01-01")
    assert since(tmp_path, "nowhere") == NO_BASE
