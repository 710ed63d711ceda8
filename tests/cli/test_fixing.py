"""`copydesk check --fix`, `--unsafe-fixes` and `--diff` as a shell sees them."""

import subprocess
from pathlib import Path

import pytest

from tests.cli.run import CLEAN, copydesk, folder

__all__ = ["folder"]

BARE = CLEAN.replace('<a id="ref-2"></a>', "").replace("([2](#ref-2))", "(2)")
BOTH = BARE.replace("night (2)", "night")
"""A bare entry that nothing cites, and a section without a source."""


def write(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8", newline="")
    return path


def test_fixes_are_applied_and_nothing_is_left(folder: Path) -> None:
    path = write(folder / "a.md", BARE)
    result = copydesk("check", "--fix", "a.md")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Fixed 1 finding in 1 article.\n" in result.stderr
    assert path.read_text("utf-8") == CLEAN


def test_the_report_shows_what_is_left(folder: Path) -> None:
    write(folder / "a.md", BARE.replace("title: Walking and the back\n", "").replace("(2)", "(2, 7)"))
    result = copydesk("check", "--fix", "a.md")
    assert result.exit_code == 1
    assert "missing-title" in result.stdout
    assert "unlinked-citation" in result.stdout
    assert "Fixed nothing.\n" in result.stderr


def test_nothing_to_fix_writes_nothing(folder: Path) -> None:
    path = write(folder / "a.md", CLEAN)
    before = path.stat()
    result = copydesk("check", "--fix", "a.md")
    assert result.exit_code == 0
    assert "Fixed nothing.\n" in result.stderr
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_diff_changes_nothing_and_can_be_applied(folder: Path) -> None:
    path = write(folder / "a.md", BARE)
    result = copydesk("check", "--diff", "a.md")
    assert result.exit_code == 1
    assert path.read_text("utf-8") == BARE
    assert result.stderr == "Would fix 1 finding in 1 article.\n"
    write(folder / "fix.patch", result.stdout)
    subprocess.run(["git", "apply", "fix.patch"], cwd=folder, check=True)
    assert path.read_text("utf-8") == CLEAN


def test_a_diff_of_a_text_without_a_last_line_end_says_so(folder: Path) -> None:
    path = write(folder / "a.md", BARE.replace("\n", "\r\n").rstrip("\r\n"))
    result = copydesk("check", "--diff", "a.md")
    assert "\\ No newline at end of file" in result.stdout
    (folder / "fix.patch").write_bytes(result.stdout_bytes)
    subprocess.run(["git", "apply", "fix.patch"], cwd=folder, check=True)
    assert path.read_bytes() == CLEAN.replace("\n", "\r\n").rstrip("\r\n").encode()


def test_without_changes_there_is_no_diff(folder: Path) -> None:
    write(folder / "a.md", CLEAN)
    result = copydesk("check", "--diff", "a.md")
    assert (result.exit_code, result.stdout) == (0, "")


def test_standard_input_comes_out_fixed(folder: Path) -> None:
    text = b"\xef\xbb\xbf" + BARE.replace("title: Walking and the back\n", "").encode()
    result = copydesk("check", "--fix", "-", stdin=text)
    assert result.exit_code == 1
    assert result.stdout_bytes == b"\xef\xbb\xbf" + CLEAN.replace("title: Walking and the back\n", "").encode()
    assert "missing-title" in result.stderr


@pytest.mark.parametrize("text", [b"\xff\xfe", b"---\na: b: c\n---\n"])
def test_standard_input_that_cannot_be_read_comes_out_as_it_was(folder: Path, text: bytes) -> None:
    result = copydesk("check", "--fix", "-", stdin=text)
    assert (result.exit_code, result.stdout_bytes) == (1, text)
    assert "unreadable-article" in result.stderr


def test_fixes_that_need_a_look_are_asked_for(folder: Path) -> None:
    text = CLEAN.replace("## How to", "<!-- copydesk allow: uncited-sectio -- a draft -->\n\n## How to")
    path = write(folder / "a.md", text)
    assert copydesk("check", "--fix", "a.md").exit_code == 0
    assert path.read_text("utf-8") == text
    copydesk("check", "--fix", "--unsafe-fixes", "a.md")
    assert "uncited-sectio " not in path.read_text("utf-8")


def test_unsafe_fixes_alone_are_a_mistake(folder: Path) -> None:
    result = copydesk("check", "--unsafe-fixes", "a.md")
    assert result.exit_code == 2
    assert "--unsafe-fixes adds to --fix or --diff" in result.stderr


def test_what_is_left_alone_is_said(folder: Path) -> None:
    write(folder / "a.md", CLEAN.replace("published: 2026-11-20", "published: 12/31/2026"))
    result = copydesk("check", "--fix", "a.md")
    assert result.exit_code == 1
    assert "a.md:14: malformed-date left alone: it would bring a new error (dates-out-of-order)." in result.stderr


def test_only_what_is_selected_is_fixed(folder: Path) -> None:
    path = write(folder / "a.md", BARE)
    copydesk("check", "--fix", "--select", "references", "a.md")
    assert path.read_text("utf-8") == BARE


def test_a_file_that_may_not_be_written_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from lint.fixes import files

    def refuse(path: Path, old: bytes, new: bytes) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(files, "replace", refuse)
    path = write(folder / "a.md", BARE)
    result = copydesk("check", "--fix", "a.md")
    assert "a.md: not fixed: it cannot be written (permission denied).\n" in result.stderr
    assert "Fixed nothing.\n" in result.stderr
    assert "unlinked-citation" in result.stdout
    assert path.read_text("utf-8") == BARE
