from pathlib import Path

import pytest

from lint.corpus import Files
from lint.finding import Unknown


@pytest.fixture
def files(tmp_path: Path) -> Files:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one.md").write_text("---\ntitle: One\n---\n# One\n\n## Why it helps\n")
    (tmp_path / "a" / "image.png").write_bytes(b"\x89PNG")
    (tmp_path / "broken.md").write_bytes(b"\xff")
    return Files(tmp_path, {"One": ["a/one.md"], " one  ": ["b.md"], "Two": ["c.md"]}, 1000)


@pytest.mark.parametrize(
    ("path", "there"), [("a/one.md", True), ("a", True), ("a/two.md", False), ("a/../a/one.md", True)]
)
def test_what_stands_on_disk_exists(files: Files, path: str, there: bool) -> None:
    assert files.exists(path) is there


@pytest.mark.parametrize("path", ["a\0b", "x" * 5000])
def test_what_can_be_no_file_does_not_exist(files: Files, path: str) -> None:
    assert files.exists(path) is False


@pytest.mark.parametrize("path", ["../one.md", "a/../../one.md", "/etc/hosts"])
def test_what_lies_outside_is_unknown(files: Files, path: str) -> None:
    assert files.exists(path) == files.anchors(path) == Unknown(f"{path} lies outside the publication's folder")


def test_anchors_are_those_of_the_body(files: Files) -> None:
    assert files.anchors("a/one.md") == {"one", "why-it-helps"}


@pytest.mark.parametrize("path", ["a/image.png", "broken.md", "none.md"])
def test_anchors_of_what_cannot_be_read_are_unknown(files: Files, path: str) -> None:
    assert isinstance(files.anchors(path), Unknown)


def test_titles_meet_without_regard_to_case_and_spacing(files: Files) -> None:
    assert files.titled("ONE") == ["a/one.md", "b.md"]
    assert files.titled("Three") == ()
