from pathlib import Path

import pytest

from lint.article.front_matter.read import parse
from tests.cli.run import copydesk, folder

__all__ = ["folder"]


def test_a_draft_lands_in_the_first_included_folder_and_says_what_it_owes(folder: Path) -> None:
    copydesk("init")
    result = copydesk("new", 'What  helps: "back" pain?')
    assert result.exit_code == 0
    assert result.output.startswith("Wrote articles/what-helps-back-pain.md\n")
    assert "(missing-reviewer)" in " ".join(result.output.split())
    assert max(map(len, result.output.splitlines())) <= 80
    text = (folder / "articles" / "what-helps-back-pain.md").read_text()
    values = parse(text).values
    assert values
    assert values["title"] == 'What helps: "back" pain?'
    assert not values.get("reviewed_by")
    assert not values.get("fact_checked_by")


def test_a_draft_has_only_findings_that_it_owes(folder: Path) -> None:
    copydesk("init")
    copydesk("new", "Back pain")
    result = copydesk("check", "--output-format", "concise", "--quiet")
    owed = {line.split()[2] for line in result.stdout.splitlines()}
    assert owed == {
        "missing-author",
        "missing-reviewer",
        "missing-fact-check",
        "missing-published",
        "missing-disclosure",
    }


def test_an_existing_article_is_kept(folder: Path) -> None:
    (folder / "mine.md").write_text("mine")
    result = copydesk("new", "Back pain", "-o", "mine.md")
    assert result.exit_code == 2
    assert result.output == "copydesk: mine.md: it is there already; give the draft another place with -o\n"
    assert (folder / "mine.md").read_text() == "mine"


def test_a_place_may_be_a_file_or_a_folder(folder: Path) -> None:
    (folder / "there").mkdir()
    assert copydesk("new", "Back pain", "-o", "there").exit_code == 0
    assert copydesk("new", "Back pain", "-o", "deep/er/file.md").exit_code == 0
    assert (folder / "there" / "back-pain.md").is_file()
    assert (folder / "deep" / "er" / "file.md").is_file()


def test_the_publications_own_template_and_names_count(folder: Path) -> None:
    (folder / ".git").mkdir()
    (folder / "article-template.md").write_text("---\ntitle: {{ title }}\nlast_modified: {{ today }}\n---\nOurs.\n")
    (folder / "copydesk.toml").write_text('preset = "docusaurus"\n')
    assert copydesk("new", "Back pain").exit_code == 0
    text = (folder / "back-pain.md").read_text()
    assert text.startswith('---\ntitle: "Back pain"\nlast_update:\n  date: 20')
    assert text.endswith("\n---\nOurs.\n")


def test_the_approved_disclaimer_is_in_the_draft(folder: Path) -> None:
    (folder / ".git").mkdir()
    (folder / "copydesk.toml").write_text('[disclaimers]\nours = "Ask your doctor, not us."\n')
    copydesk("new", "Back pain")
    text = (folder / "back-pain.md").read_text()
    assert "disclaimer: ours\n" in text
    assert "Ask your doctor, not us." in text


@pytest.mark.parametrize(
    ("title", "name"),
    [("Größe & Gewicht", "groe-gewicht"), ("健康", "article"), ("What's new?", "whats-new"), ("a" * 300, "a" * 80)],
)
def test_a_title_becomes_a_files_name(title: str, name: str, folder: Path) -> None:
    assert copydesk("new", title).exit_code == 0
    assert (folder / f"{name}.md").is_file()


def test_a_title_must_have_words(folder: Path) -> None:
    result = copydesk("new", " \x7f ")
    assert result.exit_code == 2
    assert result.output.startswith("copydesk: an article needs a title")


def test_a_place_that_cannot_be_written_is_one_line(folder: Path) -> None:
    (folder / "file").touch()
    result = copydesk("new", "Back pain", "-o", "file/draft.md")
    assert result.exit_code == 2
    assert "file/draft.md: the draft cannot be written" in result.output


def test_a_template_that_is_no_text_is_one_line(folder: Path) -> None:
    (folder / "article-template.md").write_bytes(b"\xff")
    result = copydesk("new", "Back pain")
    assert result.exit_code == 2
    assert "article-template.md: The file is not UTF-8" in result.output
