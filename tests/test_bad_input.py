"""Bad input, end to end: each is a finding or one line with its place, and the rest of the run goes on."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from click.testing import Result

from lint.formatters import FORMATS
from tests.cli.run import CLEAN, UNCITED, copydesk, folder
from tests.publication import write
from tests.watchdog import watchdog

__all__ = ["folder"]

BODY = "\n## Why walking helps\n"


def with_front(line: str) -> str:
    """The clean article with one more line of front matter, its line 17."""
    return CLEAN.replace("\n---\n", f"\n{line}\n---\n", 1)


def with_body(text: str) -> str:
    """The clean article with some text before its first heading, from line 19 on."""
    return CLEAN.replace(BODY, f"\n{text}\n{BODY}", 1)


def beside(folder: Path, name: str, content: str | bytes) -> Result:
    """The check of a file beside an article with an error: the error must be found whatever the file does to us."""
    (folder / "good.md").write_text(UNCITED, "utf-8")
    (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    with watchdog(20):
        result = copydesk("check", "--ignore", "repeated-title,copied-passage,unlinked-citation")
    assert isinstance(result.exception, SystemExit), result.exception
    assert "good.md:25:4: error uncited-section" in result.stdout
    assert result.exit_code == 1
    assert "Traceback" not in result.output
    return result


def about(result: Result, name: str) -> list[str]:
    """What was found in one file."""
    return [line.removeprefix(f"{name}:") for line in result.stdout.splitlines() if line.startswith(f"{name}:")]


LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "\n".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


def with_day(published: str) -> str:
    """The clean article with something else as the day of its publication, in its line 14."""
    return CLEAN.replace("published: 2026-11-20", f"published: {published}")


@pytest.mark.parametrize(
    ("content", "place", "said"),
    [
        (CLEAN.encode().replace(b"Walking", b"W\xe4lking", 1), "2:1", "The file is not UTF-8: line 2, column 9 holds"),
        (CLEAN.encode("utf-16"), "1:1", "The file is UTF-16. Save it as UTF-8."),
        (CLEAN.encode("utf-32"), "1:1", "The file is UTF-32. Save it as UTF-8."),
        (CLEAN.replace("strong", "str\0ng"), "22:1", "Line 22 holds a NUL character"),
        (CLEAN.replace("title: ", 'title: "'), "2:8", "Line 2 opens a quotation mark that is never closed."),
        (CLEAN.replace("published: ", "published "), "14:1", "Line 14 has no colon."),
        (CLEAN.replace("  - name: Alex", "\t- name: Alex"), "4:1", "Line 4 is indented with a tab."),
        (CLEAN.replace("advice\n---\n", "advice\n"), "1:1", ""),
        (with_front(LAUGHS), "22:24", "Line 22: there are more than 50,000 values up to here."),
        (with_front("title: Again"), "18:1", "`title` stands on line 2 and on line 18."),
        (with_front("subtitle: " + "[" * 1000 + "]" * 1000), "18:43", "Line 18 is nested more than 32 levels deep."),
        (with_front("subtitle: " + "{a: " * 1000 + "}" * 1000), "18:", "Line 18 is nested more than 32 levels deep."),
        (with_front("subtitle:\n  " + "- " * 1000), "19:", "Line 19 is nested more than 32 levels deep."),
        ("x" * 10_000_000, "1:1", "The file is larger than 2 MB, so it was not checked."),
    ],
    ids=range(14),
)
def test_what_cannot_be_read_is_one_finding(folder: Path, content: str | bytes, place: str, said: str) -> None:
    (found,) = about(beside(folder, "bad.md", content), "bad.md")
    assert found.startswith(place)
    assert f" error unreadable-article {said}" in found


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (with_day("20261120"), "14:12: error malformed-date “20261120” is not a date of the form 2026-05-26."),
        (with_day("2026"), "14:12: error malformed-date “2026” is not a date of the form 2026-05-26."),
        (with_day("12:30"), "14:12: error malformed-date “12:30” is not a date of the form 2026-05-26."),
        (with_day("[2026-11-20]"), "14:1: error missing-published "),
        ("", "1:1: error missing-front-matter "),
        ("\n\n \n", "1:1: error missing-front-matter "),
        ("---\n---\n", "1:1: error missing-title "),
    ],
)
def test_what_is_missing_or_of_another_kind_is_said_with_its_place(folder: Path, content: str, said: str) -> None:
    assert [line for line in about(beside(folder, "bad.md", content), "bad.md") if line.startswith(said)]


@pytest.mark.parametrize(
    "content",
    [
        CLEAN.encode("utf-8-sig"),
        CLEAN.replace("\n", "\r\n"),
        CLEAN.replace("\n", "\r"),
        with_body("> " * 1000 + "deep"),
        with_body("".join(f"{'  ' * depth}- deep\n" for depth in range(1000))),
        with_body("- " * 1000 + "deep"),
        with_body("1. " * 1000 + "deep"),
        with_body("> - " * 500 + "deep"),
        with_body("[" * 1000 + "deep" + "]" * 1000),
        with_body("[" * 1000 + "deep" + "](https://example.org)" * 1000),
        with_body("*" * 1000 + "deep" + "*" * 1000),
        with_body("<b>" * 1000 + "deep" + "</b>" * 1000),
        with_body("(" * 1000 + "deep" + ")" * 1000),
    ],
    ids=range(13),
)
def test_what_is_only_unusual_is_no_mistake(folder: Path, content: str | bytes) -> None:
    assert about(beside(folder, "odd.md", content), "odd.md") == []


def test_an_article_of_front_matter_alone_is_judged_by_it(folder: Path) -> None:
    found = about(beside(folder, "bare.md", CLEAN[: CLEAN.index(BODY)]), "bare.md")
    assert [line.split()[2] for line in found] == ["missing-feedback-link"]


def test_ten_megabytes_are_checked_where_they_are_allowed(folder: Path) -> None:
    (folder / "copydesk.toml").write_text('max_file_size = "20 MB"\n', "utf-8")
    words = "Regular walks keep the muscles of the back strong. "
    with watchdog(60):
        result = beside(folder, "huge.md", with_body(words * (10_000_000 // len(words))))
    assert about(result, "huge.md") == []


@pytest.mark.parametrize(
    "name", ["new\nline.md", "\U0001f600 emoji.md", "tab\t\x1b[31m.md", "-q.md", "a:1:2: error.md", " .md"]
)
def test_a_strange_name_is_shown_on_one_line(folder: Path, name: str) -> None:
    (folder / "good.md").write_text(UNCITED, "utf-8")
    result = beside(folder, name, UNCITED.replace("Walking", "Again"))
    lines = [line for line in result.stdout.splitlines() if "25:4: error uncited-section" in line]
    assert len(lines) == 2
    assert "\x1b" not in result.output


@pytest.mark.skipif(sys.platform == "darwin", reason="its file systems take only Unicode names")
@pytest.mark.parametrize("name", FORMATS)
def test_a_name_that_is_no_text_can_be_shown(folder: Path, name: str) -> None:
    Path(os.fsdecode(os.fsencode(folder) + b"/inv\xff.md")).write_text(UNCITED, "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "lint.cli", "check", "--today", "2026-11-22", "--output-format", name],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, b"Traceback" in done.stderr) == (1, False)
    shown = done.stdout.decode("utf-8")
    assert "uncited-section" in shown
    if name == "json":
        assert {finding["path"] for finding in json.loads(shown)["findings"]} == {"inv\udcff.md"}


def loop(path: Path) -> None:
    path.symlink_to(path.name)


def dangling(path: Path) -> None:
    path.symlink_to("nowhere.md")


def pipe(path: Path) -> None:
    os.mkfifo(path)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (loop, "it cannot be opened (too many levels of symbolic links)"),
        (dangling, "it is a link that leads nowhere"),
        (pipe, "it is not a regular file"),
    ],
)
def test_what_is_no_file_is_said_to_be_unchecked_and_where_it_is_named_a_finding(
    folder: Path, make: Callable[[Path], None], said: str
) -> None:
    (folder / "good.md").write_text(UNCITED, "utf-8")
    make(folder / "odd.md")
    for result in (copydesk("check"), copydesk("check", "good.md", "odd.md")):
        assert result.exit_code == 1
        assert about(result, "good.md")[0].startswith("25:4: error uncited-section")
    assert about(result, "odd.md") == [f"1:1: error unreadable-article This file cannot be read: {said}."]
    assert f"Not checked: the file in odd.md: {said}." in " ".join(copydesk("check").stderr.split())


def test_a_link_to_a_folder_is_said_to_be_unchecked(folder: Path) -> None:
    (folder / "good.md").write_text(UNCITED, "utf-8")
    (folder / "circle").symlink_to(".")
    result = copydesk("check")
    assert len(about(result, "good.md")) == 2
    said = "Not checked: a folder in circle: it is a link, and links to folders are not entered."
    assert said in " ".join(result.stderr.split())


def test_a_file_that_vanishes_during_the_run_is_said_to_be_unchecked(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from lint import sources

    found = sources.discover
    (folder / "good.md").write_text(UNCITED, "utf-8")
    (folder / "gone.md").write_text(UNCITED, "utf-8")

    def discover(*arguments: object) -> object:
        places = list(found(*arguments))  # type: ignore[arg-type]
        (folder / "gone.md").unlink(missing_ok=True)
        return places

    monkeypatch.setattr(sources, "discover", discover)
    result = copydesk("check")
    assert "good.md:25:4: error uncited-section" in result.stdout
    assert "Not checked: the file in gone.md: it vanished during the check." in " ".join(result.stderr.split())


@pytest.fixture
def open_folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder to work in that anybody can reach."""
    with TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        with monkeypatch.context() as patch:
            patch.chdir(name)
            yield Path(name)


def test_what_may_not_be_read_is_said_to_be_unchecked(open_folder: Path) -> None:
    write(open_folder, {"good.md": UNCITED, "closed.md": UNCITED, "closed/in.md": UNCITED})
    copydesk("check")  # imports what a check needs: as somebody else we may not be able to
    (open_folder / "closed.md").chmod(0)
    (open_folder / "closed").chmod(0)
    user = os.geteuid()
    try:
        if user == 0:
            os.seteuid(65534)
        result = copydesk("check")
    finally:
        os.seteuid(user)
        (open_folder / "closed").chmod(0o700)
    said = " ".join(result.stderr.split())
    assert result.exit_code == 1
    assert about(result, "good.md")[0].startswith("25:4: error uncited-section")
    assert "Not checked: a folder in closed: there is no permission to read it." in said
    assert "Not checked: the file in closed.md: there is no permission to read it." in said


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"copydesk.toml": 'people = "people.yaml"', "people.yaml": "- name: [\n"}, "people.yaml"),
        ({"copydesk.toml": "include = ["}, "copydesk.toml:1"),
        ({"copydesk.toml": "x" * 3_000_000}, "copydesk.toml"),
        ({"copydesk.toml": 'schema = "s.json"', "s.json": "[" * 100_000}, "s.json"),
        ({"copydesk.toml": "fail_on = 'never'\n" * 2}, "copydesk.toml:2"),
    ],
)
def test_settings_that_cannot_be_read_are_one_line(folder: Path, files: dict[str, str], said: str) -> None:
    for name, text in {**files, "good.md": UNCITED}.items():
        (folder / name).write_text(text, "utf-8")
    with watchdog(20):
        result = copydesk("check")
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("name", ["bad.bib", "bad.csl.json"])
@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe",
        b"[" * 100_000,
        b"{" * 100_000,
        b"\0",
        b'[{"id": "\\ud800", "title": "\\ud800"}]',
        b"@article{a, title={" * 9_999,
    ],
)
def test_a_bibliography_that_cannot_be_read(folder: Path, name: str, content: bytes) -> None:
    (folder / name).write_bytes(content)
    found = about(beside(folder, "bad.md", CLEAN.replace("([1](#ref-1))", "[@\ud7ff]")), "bad.md")
    assert all("Traceback" not in line for line in found)
