from pathlib import Path

import pytest

from lint.config import read_config
from lint.people import load
from tests.cli.run import copydesk, folder

__all__ = ["folder"]


def test_a_publication_is_set_up_and_its_settings_are_valid(folder: Path) -> None:
    result = copydesk("init")
    assert result.exit_code == 0
    assert [line.split() for line in result.output.splitlines()[:3]] == [
        ["wrote", "copydesk.toml"],
        ["wrote", "people.yaml"],
        ["wrote", "article-template.md"],
    ]
    assert read_config(folder / "copydesk.toml").include == ("articles",)
    assert (folder / "articles").is_dir()
    assert copydesk("check").exit_code == 0


def test_its_people_are_marked_as_examples(folder: Path) -> None:
    copydesk("init")
    people = load(folder / "people.yaml")
    assert len(people) == 3
    assert all(person.name.endswith(" Example") for person in people.values())
    assert "EXAMPLE" in (folder / "people.yaml").read_text()


def test_the_settings_that_are_commented_out_are_valid_too(folder: Path) -> None:
    copydesk("init")
    text = (folder / "copydesk.toml").read_text()
    examples = [
        line for line in text.splitlines() if line.startswith("# ") and (" = " in line or line.startswith("# ["))
    ]
    assert len(examples) >= 12
    for line in examples:
        text = text.replace(f"\n{line}", f"\n{line.removeprefix('# ')}")
    (folder / "copydesk.toml").write_text(text)
    found = read_config.__wrapped__(folder / "copydesk.toml")
    assert found.settings.fields["last_modified"] == "changed_on"
    assert found.overrides[0].paths == ("articles/news/**",)
    assert found.freshness["drugs"].reviewed == 365


def test_nothing_is_written_over_an_existing_file(folder: Path) -> None:
    (folder / "people.yaml").write_text("mine")
    result = copydesk("init")
    assert "kept   people.yaml (it was there already)" in result.output
    assert (folder / "people.yaml").read_text() == "mine"


def test_settings_in_pyproject_are_enough(folder: Path) -> None:
    (folder / "pyproject.toml").write_text("[tool.copydesk]\n")
    result = copydesk("init")
    assert "kept   pyproject.toml, whose [tool.copydesk] holds your settings" in result.output
    assert not (folder / "copydesk.toml").exists()


@pytest.mark.parametrize(
    ("sign", "articles", "preset"),
    [
        ("hugo.toml", "content", "hugo"),
        ("_config.yml", "_posts", "jekyll"),
        ("mkdocs.yml", "docs", "mkdocs"),
        ("eleventy.config.js", "content", "eleventy"),
        ("_quarto.yml", "posts", "quarto"),
    ],
)
def test_a_site_generator_is_recognised(sign: str, articles: str, preset: str, folder: Path) -> None:
    (folder / sign).touch()
    (folder / articles).mkdir()
    copydesk("init")
    found = read_config(folder / "copydesk.toml")
    assert (found.preset, found.include) == (preset, (articles,))


def test_another_folder_is_made(folder: Path) -> None:
    assert copydesk("init", "new/site").exit_code == 0
    assert (folder / "new" / "site" / "copydesk.toml").is_file()


def test_a_folder_that_cannot_be_made_is_one_line(folder: Path) -> None:
    (folder / "file").touch()
    result = copydesk("init", "file")
    assert result.exit_code == 2
    assert result.output == "copydesk: file/articles: this folder cannot be made (not a directory)\n"
