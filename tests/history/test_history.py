"""History: real repositories, real commits, no fakes."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from lint import history
from lint.finding import Unknown
from lint.history import Change, GitHistory, repository
from tests.publication import commit, write

TODAY = date(2026, 11, 22)
AFTER = {"a.md": "one\ntwo\nthree\nfour\nfive\nsix\nSEVEN\n"}
BASE = {"a.md": "one\ntwo\nthree\nfour\nfive\nsix\nseven\n"}


def git(root: Path, *arguments: str, day: str = "2026-06-01") -> str:
    moment = {f"GIT_{who}_DATE": f"{day}T12:00:00+00:00" for who in ("AUTHOR", "COMMITTER")}
    done = subprocess.run(
        ["git", *arguments], cwd=root, env=os.environ | moment, check=True, capture_output=True, text=True
    )
    return done.stdout


def told(root: Path, path: str = "a.md", text: str | None = None, *others: str) -> list[Change | Unknown]:
    """All that the history tells of a file."""
    shown = (root / path).read_text("utf-8") if text is None else text
    return list(GitHistory(root, (path, *others), TODAY).versions(path, shown))


def days(told: list[Change | Unknown]) -> list[str]:
    return [change.day.isoformat() for change in told if isinstance(change, Change)]


def test_each_change_comes_newest_first_with_the_text_before_it(tmp_path: Path) -> None:
    for day, text in (("2026-01-05", "one\n"), ("2026-02-05", "two\n"), ("2026-03-05", "three\n")):
        write(tmp_path, {"a.md": text})
        commit(tmp_path, day)
    write(tmp_path, {"b.md": "another\n"})
    commit(tmp_path, "2026-04-05")
    changes = [change for change in told(tmp_path) if isinstance(change, Change)]
    assert [(change.day.isoformat(), change.before, change.text) for change in changes] == [
        ("2026-03-05", "two\n", "three\n"),
        ("2026-02-05", "one\n", "two\n"),
        ("2026-01-05", None, "one\n"),
    ]
    assert all(git(tmp_path, "cat-file", "-t", change.commit) == "commit\n" for change in changes)


def test_what_is_not_committed_is_dated_today(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": "one\n"})
    commit(tmp_path, "2026-01-05")
    newest, *_ = told(tmp_path, text="two\n")
    assert newest == Change("", TODAY, "two\n", "one\n")


@pytest.mark.parametrize("text", ["one\r\ntwo\r\n", "\ufeffone\ntwo\n", "one\ntwo"])
def test_line_ends_and_a_byte_order_mark_are_no_change(tmp_path: Path, text: str) -> None:
    write(tmp_path, {"a.md": "one\ntwo\n"})
    commit(tmp_path, "2026-01-05")
    assert days(told(tmp_path, text=text)) == ["2026-01-05"]


def test_the_day_is_the_author_s_own(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": "one\n"})
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "x", "--date", "2026-01-05T00:30:00+1300")
    assert days(told(tmp_path)) == ["2026-01-05"]


def test_renames_are_followed(tmp_path: Path) -> None:
    write(tmp_path, BASE)
    commit(tmp_path, "2026-01-05")
    git(tmp_path, "mv", "a.md", "b.md")
    write(tmp_path, {"b.md": AFTER["a.md"]})
    commit(tmp_path, "2026-02-05")
    (tmp_path / "new").mkdir()
    git(tmp_path, "mv", "b.md", "new/c.md")
    commit(tmp_path, "2026-03-05")
    assert days(told(tmp_path, "new/c.md")) == ["2026-03-05", "2026-02-05", "2026-01-05"]


def test_a_name_that_another_file_had_before_is_not_mistaken(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": "The first file of this name.\n"})
    commit(tmp_path, "2026-01-05")
    (tmp_path / "a.md").unlink()
    commit(tmp_path, "2026-02-05")
    write(tmp_path, BASE)
    commit(tmp_path, "2026-03-05")
    assert days(told(tmp_path)) == ["2026-03-05"]


def test_an_edit_under_the_old_name_on_another_branch_is_found(tmp_path: Path) -> None:
    write(tmp_path, BASE)
    commit(tmp_path, "2026-01-05")
    git(tmp_path, "checkout", "--quiet", "-b", "side")
    write(tmp_path, AFTER)
    commit(tmp_path, "2026-02-05")
    git(tmp_path, "checkout", "--quiet", "main")
    git(tmp_path, "mv", "a.md", "b.md")
    write(tmp_path, {"b.md": BASE["a.md"].replace("one", "ONE")})
    commit(tmp_path, "2026-03-05")
    git(tmp_path, "merge", "--quiet", "--no-edit", "side", day="2026-04-05")
    assert (tmp_path / "b.md").read_text() == AFTER["a.md"].replace("one", "ONE")
    assert days(told(tmp_path, "b.md")) == ["2026-03-05", "2026-02-05", "2026-01-05"]


def test_what_a_merge_threw_away_is_no_change(tmp_path: Path) -> None:
    write(tmp_path, BASE)
    commit(tmp_path, "2026-01-05")
    git(tmp_path, "checkout", "--quiet", "-b", "side")
    write(tmp_path, AFTER)
    commit(tmp_path, "2026-02-05")
    git(tmp_path, "checkout", "--quiet", "main")
    write(tmp_path, {"b.md": "another\n"})
    commit(tmp_path, "2026-03-05")
    git(tmp_path, "merge", "--quiet", "--no-edit", "--strategy", "ours", "side", day="2026-04-05")
    assert days(told(tmp_path)) == ["2026-01-05"]


def test_a_merged_branch_is_on_the_trail_though_not_a_first_parent(tmp_path: Path) -> None:
    write(tmp_path, BASE)
    commit(tmp_path, "2026-01-05")
    git(tmp_path, "checkout", "--quiet", "-b", "side")
    write(tmp_path, AFTER)
    commit(tmp_path, "2026-02-05")
    git(tmp_path, "checkout", "--quiet", "main")
    git(tmp_path, "merge", "--quiet", "--no-ff", "--no-edit", "side", day="2026-04-05")
    assert days(told(tmp_path)) == ["2026-02-05", "2026-01-05"]


@pytest.mark.parametrize(
    "name", ["a b.md", "é ☕.md", 'it\'s "so".md', "tab\there.md", "two\nlines.md", ":x.md", "-a.md"]
)
def test_unusual_names(tmp_path: Path, name: str) -> None:
    write(tmp_path, {name: "one\n", "z.md": "x\n"})
    commit(tmp_path, "2026-01-05")
    write(tmp_path, {name: "two\n"})
    commit(tmp_path, "2026-02-05")
    assert days(told(tmp_path, name)) == ["2026-02-05", "2026-01-05"]


def test_a_project_in_a_folder_of_the_repository(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": "of the repository\n", "site/a.md": "of the project\n"})
    commit(tmp_path, "2026-01-05")
    write(tmp_path, {"a.md": "of the repository, changed\n"})
    commit(tmp_path, "2026-02-05")
    git(tmp_path, "config", "diff.relative", "true")
    assert days(told(tmp_path / "site")) == ["2026-01-05"]


def test_a_second_work_tree(tmp_path: Path) -> None:
    write(tmp_path / "one", {"a.md": "one\n"})
    commit(tmp_path / "one", "2026-01-05")
    git(tmp_path / "one", "worktree", "add", "--quiet", str(tmp_path / "two"))
    assert days(told(tmp_path / "two")) == ["2026-01-05"]


def test_a_repository_inside_another_has_a_history_of_its_own(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": "outer\n"})
    commit(tmp_path, "2026-01-05")
    write(tmp_path / "inner", {"a.md": "inner\n"})
    commit(tmp_path / "inner", "2026-02-05")
    assert days(told(tmp_path / "inner")) == ["2026-02-05"]
    assert told(tmp_path, "inner/a.md") == [history.UNTRACKED]


def test_a_file_that_nobody_announced_is_looked_up_too(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": "one\n", "b.md": "two\n"})
    commit(tmp_path, "2026-01-05")
    source = GitHistory(tmp_path, ("a.md",), TODAY)
    assert days(list(source.versions("a.md", "one\n"))) == ["2026-01-05"]
    assert days(list(source.versions("b.md", "two\n"))) == ["2026-01-05"]
    source.close()


@pytest.fixture
def shallow(tmp_path: Path) -> Path:
    """A clone of the last two of three commits; only the last of them touches the file b.md."""
    origin = tmp_path / "origin"
    for day, files in (
        ("2026-01-05", {"a.md": "one\n", "b.md": "one\n"}),
        ("2026-02-05", {"c.md": "one\n"}),
        ("2026-03-05", {"b.md": "two\n"}),
    ):
        write(origin, files)
        commit(origin, day)
    git(tmp_path, "clone", "--quiet", "--depth", "2", origin.as_uri(), "clone")
    return tmp_path / "clone"


def test_the_boundary_of_a_shallow_clone_is_no_change(shallow: Path) -> None:
    assert told(shallow) == [history.SHALLOW]


def test_a_shallow_clone_tells_what_it_holds(shallow: Path) -> None:
    change, unknown = told(shallow, "b.md")
    assert days([change]) == ["2026-03-05"]
    assert unknown == history.SHALLOW


def test_a_clone_without_contents_asks_nobody_for_them(tmp_path: Path) -> None:
    for day, text in (("2026-01-05", "one\n"), ("2026-02-05", "two\n")):
        write(tmp_path / "origin", {"a.md": text})
        commit(tmp_path / "origin", day)
    git(tmp_path / "origin", "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "--quiet", "--filter=blob:none", (tmp_path / "origin").as_uri(), "clone")
    assert told(tmp_path / "clone")[-1] == history.MISSING


def test_no_repository(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": "one\n"})
    assert told(tmp_path) == [repository.NO_REPOSITORY]
    assert told(tmp_path / "missing", text="") == [repository.NO_REPOSITORY]


def test_a_bare_repository(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--bare")
    assert told(tmp_path, text="one\n") == [repository.NO_REPOSITORY]


def test_no_commits_yet(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    assert told(tmp_path, text="one\n") == [repository.NO_COMMITS]


def test_a_file_that_is_not_committed(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": "one\n"})
    commit(tmp_path, "2026-01-05")
    write(tmp_path, {"b.md": "two\n"})
    assert told(tmp_path, "b.md") == [history.UNTRACKED]
    git(tmp_path, "add", "b.md")
    assert told(tmp_path, "b.md") == [history.UNTRACKED]


def test_a_broken_repository(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": "one\n"})
    commit(tmp_path, "2026-01-05")
    for pack in (tmp_path / ".git" / "objects").rglob("*"):
        if pack.is_file():
            pack.chmod(0o600)
            pack.write_bytes(b"")
    assert told(tmp_path) == [repository.UNREADABLE]


def test_without_git(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    # In a process of its own: GitPython looks for the program when it is first imported.
    code = (
        "from datetime import date; from pathlib import Path; from lint.history import GitHistory; "
        "print(*GitHistory(Path(), ('a.md',), date(2026, 1, 1)).versions('a.md', ''))"
    )
    surroundings = os.environ | {"PATH": str(tmp_path), "PYTHONPATH": str(Path(history.__file__).parents[1])}
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=surroundings, capture_output=True, text=True)
    assert done.stdout == f"{repository.NOT_INSTALLED}\n"


def test_a_commit_of_a_year_that_cannot_be(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": "one\n"})
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", "--all")
    tree = git(tmp_path, "write-tree").strip()
    raw = tmp_path / "raw"
    raw.write_text(f"tree {tree}\nauthor A <a> 300000000000 +0000\ncommitter A <a> 1700000000 +0000\n\nx\n")
    made = git(tmp_path, "hash-object", "-t", "commit", "-w", "--literally", "raw").strip()
    git(tmp_path, "update-ref", "HEAD", made)
    assert told(tmp_path) == [repository.UNREADABLE]


def test_three_processes_serve_all_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"{number}.md" for number in range(50)]
    for day in ("2026-01-05", "2026-02-05"):
        write(tmp_path, {name: f"{name} on {day}\n" for name in names})
        commit(tmp_path, day)
    trace = tmp_path / "trace"
    monkeypatch.setenv("GIT_TRACE", str(trace))
    source = GitHistory(tmp_path, names, TODAY)
    for name in names:
        assert days(list(source.versions(name, (tmp_path / name).read_text()))) == ["2026-02-05", "2026-01-05"]
    assert trace.read_text().count("trace: built-in: git") == 3


def test_the_log_is_read_no_further_than_asked(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": "one\n"})
    commit(tmp_path, "2026-01-05")
    old = git(tmp_path, "rev-parse", "HEAD:a.md").strip()
    write(tmp_path, {"a.md": "two\n"})
    commit(tmp_path, "2026-02-05")
    write(tmp_path, {"a.md": "three\n"})
    commit(tmp_path, "2026-03-05")
    (tmp_path / ".git" / "objects" / old[:2] / old[2:]).unlink()
    source = GitHistory(tmp_path, ("a.md",), TODAY)
    newest = next(source.versions("a.md", "three\n"))
    assert isinstance(newest, Change)
    assert newest.day == date(2026, 3, 5)


def test_the_user_s_settings_of_git_change_nothing(tmp_path: Path) -> None:
    write(tmp_path, BASE)
    commit(tmp_path, "2026-01-05")
    git(tmp_path, "mv", "a.md", "b.md")
    commit(tmp_path, "2026-02-05")
    for key, value in {
        "log.showRoot": "false",
        "log.date": "relative",
        "log.decorate": "full",
        "diff.renames": "false",
        "diff.noprefix": "true",
        "log.showSignature": "true",
        "core.quotePath": "true",
        "color.ui": "always",
        "format.pretty": "oneline",
        "log.diffMerges": "separate",
        "log.follow": "true",
    }.items():
        git(tmp_path, "config", key, value)
    assert days(told(tmp_path, "b.md")) == ["2026-02-05", "2026-01-05"]
