"""Two branches' baselines, merged by git itself."""

import subprocess
from datetime import date
from pathlib import Path

import pytest

from lint.baseline import files
from lint.baseline.entries import Entry
from lint.config.model import BASELINE
from tests.publication import commit

BASE = "bdfhjlnprt"
"""The articles that are in the baseline of both branches."""

CASES = {
    "distant lines": (BASE + "a", BASE + "z"),
    "neighbouring lines": (BASE + "i", BASE + "hi"),
    "the same gap": (BASE + "1", BASE + "a"),
    "both at the end": (BASE + "x", BASE + "y"),
    "both remove the same": ("bdfhjnprt", "bdfhjnprt"),
    "distant ones removed": ("dfhjlnprt", "bdfhjlnpr"),
    "one adds, the other removes": ("bdfhjlnprstu", "dfhjlnprt"),
}


def entry(letter: str) -> Entry:
    return Entry(f"{letter}.md", "stale-article", letter * 32, date(2026, 11, 22), "an archive", "Old.")


def git(root: Path, *arguments: str) -> int:
    return subprocess.run(["git", *arguments], cwd=root, capture_output=True).returncode


def merged(root: Path, ours: str, theirs: str, tell_git: bool = True) -> tuple[int, set[str]]:
    """Git's exit code, and the articles in the merged baseline, read as it lies there."""
    file = root / BASELINE
    git(root, "init", "--quiet", "--initial-branch=main")
    if tell_git:
        assert files.have_merged(file)
    files.save(file, tuple(map(entry, BASE)))
    commit(root, "2026-11-01")
    for branch, letters in (("theirs", theirs), ("ours", ours)):
        git(root, "checkout", "--quiet", "-b", branch, "main")
        files.save(file, tuple(map(entry, letters)))
        commit(root, "2026-11-02")
    code = git(root, "merge", "--quiet", "--no-edit", "theirs")
    entries = files.load(file, required=True, merging=code != 0) or ()
    return code, {one.path[0] for one in entries}


@pytest.mark.parametrize("case", CASES)
def test_both_sides_count_without_a_conflict(case: str, tmp_path: Path) -> None:
    ours, theirs = CASES[case]
    code, letters = merged(tmp_path, ours, theirs)
    removed = set(BASE) - (set(ours) & set(theirs))
    assert code == 0
    assert letters == (set(ours) | set(theirs)) - removed


def test_neighbours_that_both_remove_may_come_back_and_are_then_gone(tmp_path: Path) -> None:
    code, letters = merged(tmp_path, BASE.replace("j", ""), BASE.replace("l", ""))
    assert code == 0
    assert set(BASE) - set("jl") <= letters <= set(BASE)


def test_without_the_attribute_distant_lines_still_merge(tmp_path: Path) -> None:
    assert merged(tmp_path, BASE + "a", BASE + "z", tell_git=False) == (0, set(BASE) | set("az"))


def test_without_the_attribute_a_conflict_holds_the_lines_of_both(tmp_path: Path) -> None:
    assert merged(tmp_path, BASE + "x", BASE + "y", tell_git=False) == (1, set(BASE) | set("xy"))


def test_git_is_told_once_and_what_it_was_told_before_stays(tmp_path: Path) -> None:
    file = tmp_path / BASELINE
    assert not files.have_merged(file)
    git(tmp_path, "init", "--quiet")
    (tmp_path / ".gitattributes").write_bytes(b"*.png binary")
    assert [files.have_merged(file), files.have_merged(file)] == [True, False]
    assert (tmp_path / ".gitattributes").read_bytes() == b"*.png binary\n/copydesk-baseline.jsonl merge=union\n"
