"""Patterns are held against git itself."""

import os
import subprocess
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lint.patterns import Patterns

PATHS = ("a", "b", "ab", "a.md", "b.md", "a/a.md", "a/b/a.md", "a/b/c/ab.md", "b/a/b", "-/]", "a b", "é.md", "!a", "#a")
PIECES = (
    "a",
    "b",
    "ab",
    "c",
    "*",
    "**",
    "***",
    "?",
    "/",
    "/",
    ".md",
    "[ab]",
    "[!a]",
    "[^b]",
    "[a-c]",
    "[]-]",
    "[",
    "]",
)
MORE = (
    "\\",
    "\\*",
    "!",
    "#",
    " ",
    "\\ ",
    "-",
    "[[:alpha:]]",
    "[[:nope:]]",
    "[a\\]]",
    "é",
    "{a,b}",
    "+",
    ".",
    "[b-",
    "[z-a]",
)


def ignored_by_git(root: Path, patterns: list[str]) -> set[str]:
    """The paths of which git says that the last matching pattern ignores them."""
    (root / ".gitignore").write_bytes(b"\n".join(map(os.fsencode, patterns)) + b"\n")
    listed = subprocess.run(
        ["git", "-c", "core.excludesFile=/dev/null", "check-ignore", "--no-index", "--stdin", "-z"],
        cwd=root,
        input=b"\0".join(map(os.fsencode, PATHS)),
        capture_output=True,
        check=False,
    )
    return {os.fsdecode(path) for path in listed.stdout.split(b"\0") if path}


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("patterns")
    subprocess.run(["git", "init", "--quiet"], cwd=root, check=True)
    return root


@given(st.lists(st.lists(st.sampled_from(PIECES + MORE), min_size=1, max_size=6).map("".join), min_size=1, max_size=4))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_patterns_match_what_git_matches(repository: Path, patterns: list[str]) -> None:
    ours = Patterns(patterns)
    assert {path for path in PATHS if ours.match(path)} == ignored_by_git(repository, patterns), patterns


@pytest.mark.parametrize(
    "patterns",
    [
        ["*", "!*/", "!*.md"],
        ["a/"],
        ["a/", "!a/a.md"],
        ["a/*", "!a/a.md"],
        ["/a.md"],
        ["a/**/ab.md"],
        ["**/b"],
        ["a/**"],
        ["*.md", "!b.md"],
        ["\\!a"],
        ["\\#a"],
        ["#a"],
        ["a\\ b"],
        ["a b   "],
        ["[[:alpha:]].md"],
        ["[a-", "a"],
        ["a\\"],
        ["/"],
        ["!"],
        ["**"],
        ["/**"],
        ["**/"],
        ["?.md"],
        ["??.md"],
        ["[!a]*"],
        ["b[/]b"],
        ["a[!b]b"],
        ["a//b"],
        ["/*", "!/a", "/a/*", "!/a/b"],
    ],
    ids=" ".join,
)
def test_known_traps_match_what_git_matches(repository: Path, patterns: list[str]) -> None:
    ours = Patterns(patterns)
    assert {path for path in PATHS if ours.match(path)} == ignored_by_git(repository, patterns)


@pytest.mark.parametrize("pattern", ["*a" * 60 + "b", "/**/a" * 40 + "/b", "[a" * 5000, "**/" * 3000 + "x"])
def test_hostile_patterns_take_no_time(pattern: str) -> None:
    ours = Patterns([pattern])
    start = time.process_time()
    assert not ours.match("a" * 250)
    assert not ours.match("/".join(["a"] * 200))
    assert time.process_time() - start < 20
