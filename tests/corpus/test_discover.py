import os
import subprocess
from pathlib import Path

import pytest

from lint.config import Config
from lint.corpus import Found, discover, holds
from lint.finding import CopydeskError, Unchecked


def write(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text\n", encoding="utf-8")


def names(root: Path, *paths: str, config: Config | None = None) -> list[str]:
    found = discover([root / path for path in paths], config or Config(root))
    return [item.path.relative_to(root).as_posix() for item in found if isinstance(item, Found)]


def git(root: Path, *arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=True, text=True).stdout


def test_markdown_is_found_in_all_folders_in_sorted_order(tmp_path: Path) -> None:
    write(tmp_path, "b.md", "a/z.markdown", "a/a.mkd", "a/B.MD", "c.txt", "a/b/c.mdown", "md")
    assert names(tmp_path) == ["a/B.MD", "a/a.mkd", "a/b/c.mdown", "a/z.markdown", "b.md"]


def test_hidden_and_installed_folders_are_left_out(tmp_path: Path) -> None:
    write(tmp_path, ".git/x.md", ".venv/x.md", "node_modules/x.md", "a/node_modules/p/x.md", ".hidden.md", "x.md")
    assert names(tmp_path) == ["x.md"]


def test_a_named_file_is_taken_whatever_hides_it(tmp_path: Path) -> None:
    write(tmp_path, ".git/HEAD", "draft.md", "ignored.md", "note.txt")
    (tmp_path / ".gitignore").write_text("ignored.md\n")
    config = Config(tmp_path, exclude=("draft.md",))
    assert names(tmp_path, ".", config=config) == []
    assert names(tmp_path, "draft.md", "ignored.md", "note.txt", config=config) == [
        "draft.md",
        "ignored.md",
        "note.txt",
    ]


def test_named_paths_replace_the_included_ones_and_each_file_comes_once(tmp_path: Path) -> None:
    write(tmp_path, "articles/a.md", "other/b.md")
    config = Config(tmp_path, include=("articles",))
    assert names(tmp_path, config=config) == ["articles/a.md"]
    assert names(tmp_path, "other", "other/b.md", "./other", config=config) == ["other/b.md"]


@pytest.mark.parametrize(
    ("include", "expected"),
    [
        ("articles", ["articles/a.md", "articles/news/b.md"]),
        ("./articles/", ["articles/a.md", "articles/news/b.md"]),
        ("articles/*.md", ["articles/a.md"]),
        ("articles/**/b.md", ["articles/news/b.md"]),
        ("*/news", ["articles/news/b.md", "docs/news/c.md"]),
        ("docs/articles/d.md", ["docs/articles/d.md"]),
        (".", ["articles/a.md", "articles/news/b.md", "docs/articles/d.md", "docs/news/c.md"]),
    ],
)
def test_included_places_are_read_from_the_root(tmp_path: Path, include: str, expected: list[str]) -> None:
    write(tmp_path, "articles/a.md", "articles/news/b.md", "docs/news/c.md", "docs/articles/d.md")
    assert names(tmp_path, config=Config(tmp_path, include=(include,))) == expected


def test_excluded_patterns_are_those_of_gitignore(tmp_path: Path) -> None:
    write(tmp_path, "a/draft-x.md", "a/keep.md", "old/x.md", "old/deep/y.md", "b/old.md")
    assert names(tmp_path, config=Config(tmp_path, exclude=("draft-*.md", "old/"))) == ["a/keep.md", "b/old.md"]


def test_what_git_ignores_is_what_is_left_out(tmp_path: Path) -> None:
    everything = [
        "a/b/c.md",
        "a/b/keep.md",
        "a/c.md",
        "build/x.md",
        "build/keep.md",
        "x/build",
        "x/y.md",
        "top.md",
        "z/é.md",
    ]
    write(tmp_path, *everything[:5], "x/build/q.md", *everything[6:], "x/kept/only.md", "secret.md", "x/secret.md")
    git(tmp_path, "init", "--quiet")
    (tmp_path / ".gitignore").write_bytes(b"\xef\xbb\xbf*.tmp\r\nbuild\n!build/keep.md\n/a/*/c.md\nz/*\n")
    (tmp_path / "a" / "b" / ".gitignore").write_text("*\n!keep.md\n!.gitignore\n")
    (tmp_path / "x" / ".gitignore").write_text("!build/\nkept/**\n!kept/only.md\n")
    (tmp_path / ".git" / "info" / "exclude").write_text("secret.md\n")
    listed = git(tmp_path, "ls-files", "--others", "--exclude-standard", "-z").split("\0")
    assert names(tmp_path) == sorted(
        (name for name in listed if name.endswith(".md")), key=lambda name: name.split("/")
    )
    assert names(tmp_path, "x") == ["x/build/q.md", "x/kept/only.md", "x/y.md"]


def test_the_users_own_list_counts(tmp_path: Path) -> None:
    root = tmp_path / "root"
    write(root, "a.md", "notes.md", "more.md")
    git(root, "init", "--quiet")
    default = Path(os.environ["XDG_CONFIG_HOME"]) / "git" / "ignore"
    default.parent.mkdir(parents=True)
    default.write_text("notes.md\n")
    assert names(root) == ["a.md", "more.md"]
    (tmp_path / "mine").write_text("more.md\n")
    git(root, "config", "core.excludesFile", str(tmp_path / "mine"))
    assert names(root) == ["a.md", "notes.md"]


def test_a_linked_work_tree_shares_the_repositorys_list(tmp_path: Path) -> None:
    root = tmp_path / "root"
    write(root, "a.md")
    git(root, "init", "--quiet")
    git(root, "add", "a.md")
    git(root, "commit", "--quiet", "--message", "Start")
    git(root, "worktree", "add", "--quiet", str(tmp_path / "tree"))
    (root / ".git" / "info" / "exclude").write_text("b.md\n")
    write(tmp_path / "tree", "b.md", "c.md")
    assert names(tmp_path / "tree") == ["a.md", "c.md"]


@pytest.mark.parametrize("data", [b"", b"gitdir: nowhere", b"\xff"])
def test_a_git_file_that_leads_nowhere_hides_nothing(tmp_path: Path, data: bytes) -> None:
    write(tmp_path, "a.md", "b.md")
    (tmp_path / ".git").write_bytes(data)
    (tmp_path / ".gitignore").write_text("b.md\n")
    assert names(tmp_path) == ["a.md"]


def test_links_that_lead_in_circles_end(tmp_path: Path) -> None:
    write(tmp_path, "a/x.md")
    (tmp_path / "a" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "a" / "self.md").symlink_to("self.md")
    (tmp_path / "y.md").symlink_to("a/x.md")
    found = list(discover([tmp_path], Config(tmp_path)))
    assert names(tmp_path) == ["a/self.md", "a/x.md"]
    assert [item for item in found if isinstance(item, Unchecked)] == [
        Unchecked("a folder", "it is a link, and links to folders are not entered", (str(tmp_path / "a" / "up"),))
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_without_permission_is_said_to_be_unchecked(tmp_path: Path) -> None:
    write(tmp_path, "a/x.md", "b/y.md")
    (tmp_path / "a").chmod(0)
    found = list(discover([tmp_path], Config(tmp_path)))
    (tmp_path / "a").chmod(0o755)
    assert found == [
        Unchecked("a folder", "there is no permission to read it", (str(tmp_path / "a"),)),
        Found(tmp_path / "b" / "y.md"),
    ]


def test_a_folder_that_vanishes_is_said_to_be_unchecked(tmp_path: Path) -> None:
    write(tmp_path, "a/x.md", "b/y.md")
    found = discover([tmp_path], Config(tmp_path))
    assert next(found) == Found(tmp_path / "a" / "x.md")
    (tmp_path / "b" / "y.md").unlink()
    (tmp_path / "b").rmdir()
    assert list(found) == [Unchecked("a folder", "it vanished", (str(tmp_path / "b"),))]


def test_a_path_that_does_not_exist_names_its_neighbour(tmp_path: Path) -> None:
    write(tmp_path, "articles/back-pain.md")
    with pytest.raises(
        CopydeskError, match=r"back-pian.md: no such file or folder; did you mean \".*/back-pain.md\"\?"
    ):
        names(tmp_path, "articles/back-pian.md")
    with pytest.raises(CopydeskError, match=r"no such file or folder$"):
        names(tmp_path, "nowhere/at/all")
    with pytest.raises(
        CopydeskError, match=r'copydesk.toml:3: "include" names "artcles", .* did you mean ".*articles"'
    ):
        names(tmp_path, config=Config(tmp_path, include=("artcles",), origins={("include",): "copydesk.toml:3"}))


def test_deep_folders_are_walked(tmp_path: Path) -> None:
    deep = "/".join(["d"] * 300)
    write(tmp_path, f"{deep}/x.md")
    assert names(tmp_path) == [f"{deep}/x.md"]


@pytest.mark.parametrize(
    "config",
    [
        {},
        {"include": ("a",)},
        {"include": ("./a/", "c/**/x.md")},
        {"include": (".",), "exclude": ("a/", "*.mkd")},
        {"exclude": ("/c/*", "!/c/d")},
    ],
)
def test_what_a_walk_would_come_to_is_known_without_it(tmp_path: Path, config: dict[str, tuple[str, ...]]) -> None:
    there = ["x.md", "a/x.md", "a/b/y.mkd", "c/x.md", "c/d/x.md", ".h/x.md", "node_modules/x.md", "a/x.txt", "a/.x.md"]
    write(tmp_path, *there)
    made = Config(tmp_path, **config)  # type: ignore[arg-type]
    found = [item.path.relative_to(tmp_path).as_posix() for item in discover([], made) if isinstance(item, Found)]
    assert sorted(name for name in there if holds(made, name, everywhere=False)) == sorted(found)
    assert sorted(name for name in there if holds(made, name, everywhere=True)) == sorted(
        names(tmp_path, ".", config=made)
    )
