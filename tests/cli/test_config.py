import json
from pathlib import Path

from lint.catalogue import catalogue
from lint.rules import RULES
from tests.cli.run import copydesk, folder

__all__ = ["folder"]

SETTINGS = """
include = ["articles"]
preset = "hugo"
fail_on = "never"
[fields]
last_modified = "changed"
[rules]
hard-to-read = "off"
overdue-review = { warn_days = 5, error_from = 2030-01-01 }
[disclaimers]
mine = "This article is for information and must not be read as the advice of a doctor, which it is not."
[[overrides]]
paths = ["articles/news/**"]
rules.hard-to-read = "error"
"""


def settings(*arguments: str) -> dict[str, tuple[object, str]]:
    result = copydesk("config", "--json", *arguments)
    assert result.exit_code == 0
    return {one["name"]: (one["value"], one["from"]) for one in json.loads(result.output)["settings"]}


def test_each_setting_says_where_it_came_from(folder: Path) -> None:
    (folder / "copydesk.toml").write_text(SETTINGS)
    found = settings()
    assert found["include"] == (["articles"], "copydesk.toml:2")
    assert found["fail_on"] == ("never", "copydesk.toml:4")
    assert found["fields.published"] == ("date", "preset hugo")
    assert found["fields.last_modified"] == ("changed", "copydesk.toml:6")
    assert found["prints_title"] == (True, "preset hugo")
    assert found["people"] == (None, "default")
    assert found["rules.hard-to-read"] == ("off", "copydesk.toml:8")
    assert found["rules.overdue-review"] == ("error", "copydesk.toml:9")
    assert found["rules.overdue-review.warn_days"] == (5, "copydesk.toml:9")
    assert found["rules.overdue-review.error_from"] == ("2030-01-01", "copydesk.toml:9")
    assert found["rules.hard-to-read.minimum_words"] == (100, "default")
    assert found["freshness.modified"] == ("730 days", "default")


def test_settings_are_those_of_the_article(folder: Path) -> None:
    (folder / "copydesk.toml").write_text(SETTINGS)
    (folder / "articles" / "news").mkdir(parents=True)
    (folder / "articles" / "news" / "a.md").touch()
    assert settings("articles/news/a.md")["rules.hard-to-read"] == ("error", "copydesk.toml:14")


def test_without_a_file_all_is_as_by_default(folder: Path) -> None:
    found = settings()
    assert {origin for _, origin in found.values()} == {"default"}
    assert {f"rules.{name}" for name in (*catalogue(), *RULES)} <= set(found)


def test_the_table_fits_80_columns(folder: Path) -> None:
    (folder / "copydesk.toml").write_text(SETTINGS)
    output = copydesk("config").output
    lines = output.splitlines()
    assert 'fail_on = "never"                                       copydesk.toml:4' in lines
    assert "people = (not set)                                      default" in lines
    assert max(map(len, lines[3:])) <= 80
    assert "which it is not." in output


def test_a_path_that_is_not_there_is_a_mistake(folder: Path) -> None:
    result = copydesk("config", "none.md")
    assert result.exit_code == 2
    assert result.output == "copydesk: none.md: no such file or folder\n"
