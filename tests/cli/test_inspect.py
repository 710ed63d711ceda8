import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import schemas
from lint.cli.inspect import command
from lint.finding import CopydeskError

ARTICLE = """\
---
title: "Schlaf 睡眠 👍"
lastmod: 2026-01-05
---

# Sleep

Adults who sleep well tend to have a calmer heart, as a study of 1,000 people found. (1)

## References

1. Example A. A title. *Journal*. 2020;1:1-2. <https://doi.org/10.1000/1>
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "articles").mkdir()
    (tmp_path / "copydesk.toml").write_text('preset = "hugo"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path / "articles")
    return tmp_path / "articles"


def run(*arguments: str, text: str | bytes | None = None) -> Result:
    return CliRunner().invoke(command, arguments, input=text)


def inspected(*arguments: str, text: str | bytes | None = None) -> dict[str, Any]:
    result = run(*arguments, text=text)
    assert (result.exit_code, result.stderr) == (0, "")
    document: dict[str, Any] = json.loads(result.stdout)
    return document


def test_the_document_of_a_file(folder: Path) -> None:
    (folder / "a.md").write_text(ARTICLE, encoding="utf-8")
    document = inspected("a.md")
    assert document["path"] == "articles/a.md"
    assert document["front_matter"] == {"title": "Schlaf 睡眠 👍", "last_modified": "2026-01-05"}
    assert [section["heading"] for section in document["sections"]] == ["Sleep", "References"]
    assert document["references"][0]["doi"] == "10.1000/1"


def test_the_document_of_standard_input() -> None:
    document = inspected("-", text=ARTICLE)
    assert (document["path"], document["title"]) == ("articles/stdin.md", "Schlaf 睡眠 👍")


def test_spans_are_lines_and_columns_by_json_pointer() -> None:
    both = inspected("-", "--spans", text=ARTICLE)
    assert both["document"] == inspected("-", text=ARTICLE)
    assert both["spans"]["/front_matter/title"] == {"start": {"line": 2, "column": 8}, "end": {"line": 2, "column": 21}}
    assert both["spans"]["/sections/0/heading"] == {"start": {"line": 6, "column": 3}, "end": {"line": 6, "column": 8}}
    assert both["spans"][""] == {"start": {"line": 1, "column": 1}, "end": {"line": 13, "column": 1}}


def test_each_span_is_a_place_in_the_document() -> None:
    both = inspected("-", "--spans", text=ARTICLE)
    for pointer in both["spans"]:
        value = both["document"]
        for part in filter(None, pointer.split("/")):
            value = value[int(part) if isinstance(value, list) else part]
    starts = [tuple(span["start"].values()) for span in both["spans"].values()]
    assert starts == sorted(starts)


def test_what_a_terminal_would_obey_is_escaped() -> None:
    result = run("-", text="# Sleep \u202e\u009b well 睡眠\n")
    assert '"heading": "Sleep \\u202e\\u009b well 睡眠"' in result.stdout


def test_a_bibliography_beside_the_article_is_read(folder: Path) -> None:
    entry = [{"id": "walk", "type": "article-journal", "title": "Walking", "DOI": "10.1000/2"}]
    (folder / "a.csl.json").write_text(json.dumps(entry), encoding="utf-8")
    (folder / "a.md").write_text("# Walking\n\nWalking is good for most people. [@walk]\n", encoding="utf-8")
    assert [reference["doi"] for reference in inspected("a.md")["references"]] == ["10.1000/2"]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("missing.md", None, "missing.md: no such file"),
        (".", None, ".: it cannot be opened (is a directory)"),
        ("-", b"caf\xe9", "standard input: The file is not UTF-8: line 1, column 4 holds the byte 0xE9"),
        ("-", b"\xff\xfea\0", "standard input: The file is UTF-16. Save it as UTF-8."),
    ],
)
def test_what_cannot_be_read_is_one_line(name: str, content: bytes | None, message: str) -> None:
    error = run(name, text=content).exception
    assert isinstance(error, CopydeskError)
    assert str(error).startswith(message)
    assert "\n" not in str(error)


def test_broken_front_matter_is_told_and_the_rest_is_shown() -> None:
    result = run("-", text="---\ntitle: [\n---\n\n# Sleep\n")
    assert result.exit_code == 1
    assert result.stderr.startswith("copydesk: standard input: ")
    assert json.loads(result.stdout)["sections"][0]["heading"] == "Sleep"


def test_the_schema_can_judge_what_is_shown() -> None:
    missing = {failure.keyword for failure in schemas.failures("article", inspected("-", text=ARTICLE))}
    assert "required" in missing


def test_it_runs_as_a_command(folder: Path) -> None:
    (folder / "a.md").write_text(ARTICLE, encoding="utf-8")
    environment = os.environ | {"PYTHONIOENCODING": "utf-8"}
    call = [sys.executable, "-m", "lint.cli", "inspect", "a.md"]
    shown = subprocess.run(call, capture_output=True, check=True, env=environment).stdout
    assert json.loads(shown)["title"] == "Schlaf 睡眠 👍"
