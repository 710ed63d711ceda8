"""The diff as git itself tells it: files, renames, and the lines that are new."""

import os
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bot.diff import File, Lines, parse
from lint.history.trees import opened
from tests.bot.repositories import Repository

ALL = (":(icase)*.md",)


def diff(repository: Repository, before: str, after: str) -> dict[str, File]:
    trees = opened(repository.folder)
    return {file.path: file for file in parse(trees.diff(before, after, ALL))}


def test_what_a_pull_request_touches(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "r")
    long = "".join(f"line {n}\n" for n in range(1, 21))
    before = repository.commit(
        {"a.md": long, "gone.md": "x\n", "old.md": long + "more\n", "b.txt": "x\n", "same.md": "s\n"}
    )
    after = repository.commit(
        {
            "a.md": long.replace("line 3\n", "line three\nand a half\n").replace("line 9\n", "") + "end",
            "gone.md": None,
            "old.md": None,
            "new name.md": (long + "more\n").replace("line 5\n", "line five\n"),
            "b.txt": "y\n",
            'quo"te\n@@ -1 +1,9 @@\tü.md': "one\ntwo\n",
        }
    )
    found = diff(repository, before, after)
    assert found["a.md"] == File("a.md", "modified", "a.md", (Lines(3, 4), Lines(21, 21)))
    assert found["gone.md"] == File("gone.md", "deleted", "gone.md", (), is_regular=False)
    assert found["new name.md"] == File("new name.md", "renamed", "old.md", (Lines(5, 5),))
    assert found['quo"te\n@@ -1 +1,9 @@\tü.md'].touched == (Lines(1, 2),)
    assert set(found) == {"a.md", "gone.md", "new name.md", 'quo"te\n@@ -1 +1,9 @@\tü.md'}
    names = {file.path: file for file in parse(opened(repository.folder).diff(before, after))}
    assert set(names) == {*found, "b.txt"}
    assert not any(file.touched for file in names.values())


def test_lines_that_look_like_headers_are_lines(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "r")
    before = repository.commit({"a.md": "a\n", "b.md": "b\n"})
    after = repository.commit({"a.md": "diff --git a/x b/x\n@@ -1 +7,9 @@\n++ b\n\\ no\n", "b.md": "b\nc"})
    found = diff(repository, before, after)
    assert found["a.md"].touched == (Lines(1, 4),)
    assert found["b.md"].touched == (Lines(2, 2),)


def test_no_attribute_hides_a_text_and_no_setting_changes_the_diff(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "r")
    for name, value in {
        "diff.noprefix": "true", "diff.external": "false", "diff.interHunkContext": "9", "color.ui": "always",
        "diff.orderFile": "order", "core.quotePath": "true",
    }.items():  # fmt: skip
        repository.git("config", name, value)
    (repository.folder / "order").write_text("*z.md\n")
    before = repository.commit({".gitattributes": "*.md binary\n", "a.md": "1\n2\n3\n", "z.md": "1\n"})
    after = repository.commit({"a.md": "one\n2\nthree\n", "z.md": b"1\n\x00\n"})
    found = diff(repository, before, after)
    assert found["a.md"].touched == (Lines(1, 1), Lines(3, 3))
    assert found["z.md"].touched == (Lines(2, 2),)


def test_links_submodules_and_changes_of_type(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "r")
    before = repository.commit({"a.md": "text\n", "b.md": "b\n"})
    (repository.folder / "a.md").unlink()
    (repository.folder / "a.md").symlink_to("b.md")
    repository.git("update-index", "--add", "--cacheinfo", f"160000,{before},module.md")
    after = repository.commit({"b.md": "b\nc\n"})
    repository.git("update-index", "--add", "--cacheinfo", f"160000,{before},module.md")
    found = diff(repository, before, after)
    assert not found["a.md"].is_regular
    assert found["b.md"].touched == (Lines(2, 2),)


def test_nothing_changed(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "r")
    commit = repository.commit({"a.md": "a\n"})
    assert diff(repository, commit, commit) == {}


def test_more_than_300_files(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "r")
    before = repository.commit({})
    after = repository.commit({f"{n}.md": "x\n" * n for n in range(1, 401)})
    found = diff(repository, before, after)
    assert len(found) == 400
    assert found["400.md"].touched == (Lines(1, 400),)


@given(st.binary(max_size=200), st.integers(1, 50))
def test_broken_output_ends(data: bytes, size: int) -> None:
    chunks = [data[at : at + size] for at in range(0, len(data), size)]
    try:
        parse(chunks)
    except ValueError:  # a head that git would never write
        assert data.startswith(b":")


def test_chunks_may_end_anywhere(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "r")
    before = repository.commit({"a.md": "1\n2\n3\n"})
    after = repository.commit({"a.md": "1\nzwei\n3\n", os.fsdecode(b"\xff.md"): "x\n"})
    whole = b"".join(opened(repository.folder).diff(before, after, ALL))
    assert parse([whole[at : at + 1] for at in range(len(whole))]) == parse([whole])


def test_lines_meet() -> None:
    file = File("a.md", "modified", "a.md", (Lines(3, 5), Lines(9, 9)))
    assert file.holds(3, 5)
    assert not file.holds(5, 6)
    assert file.meeting(1, 4) == (3, 4)
    assert file.meeting(6, 8) is None
    assert file.meeting(6, 20) == (9, 9)
