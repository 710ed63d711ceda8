"""copied-passage, over whole runs."""

from pathlib import Path

import pytest

from lint.finding import CopydeskError, Finding
from lint.run import Request, run
from tests.publication import TODAY, check, found, write
from tests.rules.asked import dated

PASSAGE = (
    "A short walk after each meal keeps the lower back moving, and most people who keep at it for six weeks say that"
    " they get out of bed with less trouble than before."
)
EDITED = PASSAGE.replace("short walk", "little stroll").replace("six weeks", "a month and a half")


def article(day: str, *passages: str) -> str:
    return dated(f"published: {day}", body="\n\n".join(passages) + "\n")


def said(root: Path, **options: str) -> list[Finding]:
    if options:
        settings = "".join(f"{name} = {value}\n" for name, value in options.items())
        write(root, {"copydesk.toml": f"[rules.copied-passage]\n{settings}"})
    return found(check(root, select=("copied-passage",)))


def test_the_later_article_is_found_and_both_places_are_shown(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": article("2026-03-01", PASSAGE), "b.md": article("2026-01-01", "Walk.", EDITED)})
    (one,) = said(tmp_path)
    assert one.path.endswith("a.md")
    assert one.start.line == 5
    assert one.message == (
        "This passage also stands in b.md, line 7: 16 words in a row are the same"
        " (“after each meal keeps the lower back moving, and most people who …”)."
    )


@pytest.mark.parametrize("day", ["2026-03-01", "soon"])
def test_of_two_that_do_not_say_the_path_decides(tmp_path: Path, day: str) -> None:
    write(tmp_path, {"b.md": article(day, PASSAGE), "a.md": article(day, PASSAGE)})
    (one,) = said(tmp_path)
    assert one.path.endswith("b.md")


def test_all_places_are_named_up_to_three(tmp_path: Path) -> None:
    write(tmp_path, {f"{name}.md": article("2026-01-01", PASSAGE) for name in "abcdef"})
    last = said(tmp_path, boilerplate="9")[-1]
    assert "also stands in a.md, line 5; b.md, line 5; c.md, line 5 and 2 more:" in last.message


def test_what_stands_in_many_articles_is_standing_text(tmp_path: Path) -> None:
    write(tmp_path, {f"{name}.md": article("2026-01-01", PASSAGE) for name in "abcd"})
    assert len(said(tmp_path)) == 3
    write(tmp_path, {"e.md": article("2026-01-01", PASSAGE)})
    assert not said(tmp_path)


@pytest.mark.parametrize(
    "passage",
    [
        "Walking eases the back of most people, and it costs nothing but a pair of good shoes and a little time.",
        "This page does not give medical advice. " + PASSAGE,
        "Please report a problem with this page to our editors. " + PASSAGE,
        "Example A, Sample B. " + PASSAGE.rstrip(".") + ". Journal of Examples. 2020 May;12(3):45-67.",
    ],
)
def test_what_may_stand_in_two_articles(tmp_path: Path, passage: str) -> None:
    other = PASSAGE if passage.startswith("Walking") else passage
    write(tmp_path, {"a.md": article("2026-01-01", other), "b.md": article("2026-01-01", passage)})
    assert not said(tmp_path)


def test_an_approved_text(tmp_path: Path) -> None:
    articles = {f"{name}.md": article("2026-01-01", f"{PASSAGE} Read on.") for name in "ab"}
    write(tmp_path / "without", articles)
    assert len(said(tmp_path / "without")) == 1
    settings = f'[disclaimers]\nours = "{PASSAGE}"\nother = "Another text."\n'
    write(tmp_path / "with", articles | {"copydesk.toml": settings})
    assert not said(tmp_path / "with")


@pytest.mark.parametrize("option", ["minimum_words", "shared", "run_words", "share"])
def test_the_limits_are_options(tmp_path: Path, option: str) -> None:
    write(tmp_path, {f"{name}.md": article("2026-01-01", PASSAGE) for name in "ab"})
    assert not said(tmp_path, **{option: "99"})


def test_source_texts(tmp_path: Path) -> None:
    write(tmp_path, {"site/a.md": article("2020-01-01", PASSAGE), "texts/book.txt": f"Chapter 1\n\n{PASSAGE}\n"})
    write(tmp_path, {"site/copydesk.toml": '[sources]\ntexts = ["../texts"]\n'})
    (one,) = said(tmp_path / "site")
    assert "also stands in ../texts/book.txt, line 3:" in one.message


def test_source_texts_of_the_command(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": article("2020-01-01", PASSAGE), "texts/b.txt": PASSAGE, "texts/c.docx": "PK"})
    request = Request(TODAY, (str(tmp_path / "a.md"),), select=("copied-passage",), sources=(tmp_path / "texts",))
    outcome = run(request)
    (one,) = found(outcome)
    assert "b.txt, line 1" in one.message
    assert any(what.what == "a source text" for what in outcome.report.coverage.unchecked)
    with pytest.raises(CopydeskError, match="no such folder of source texts"):
        run(request._replace(sources=(tmp_path / "nowhere",)))


def test_a_source_text_that_is_itself_checked_is_an_article(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": article("2026-03-01", PASSAGE), "b.md": article("2026-05-01", PASSAGE)})
    write(tmp_path, {"copydesk.toml": '[sources]\ntexts = ["."]\n'})
    assert [one.path.rpartition("/")[2] for one in said(tmp_path)] == ["b.md"]
