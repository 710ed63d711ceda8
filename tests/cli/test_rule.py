import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lint.catalogue import catalogue
from lint.cli import main
from lint.cli.rule import command
from lint.finding import CopydeskError


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, arguments)


def test_a_rule_is_explained_in_80_columns() -> None:
    result = run("overdue-review")
    assert result.exit_code == 0
    assert result.output.startswith("overdue-review\n  The article's review is longer ago than its topic allows")
    assert "warn_days = 90" in result.output
    assert max(map(len, result.output.splitlines())) <= 80


def test_several_rules_and_a_category() -> None:
    lines = run("thin-section", "dangling-citation", "claims").output.splitlines()
    unindented = [line for line in lines if line in {*catalogue(), "claims"}]
    assert unindented == ["thin-section", "dangling-citation", "claims"]
    assert "  absolute-claim (warning)" in lines


def test_all_rules_are_listed() -> None:
    lines = run("--all").output.splitlines()
    assert [line.split()[0] for line in lines if line.endswith(")") and line[2] != " "] == list(catalogue())


def test_json_of_one_of_a_category_and_of_all() -> None:
    assert json.loads(run("thin-section", "--json").output)["name"] == "thin-section"
    assert {rule["category"] for rule in json.loads(run("claims", "--json").output)} == {"claims"}
    assert [rule["name"] for rule in json.loads(run("--all", "--json").output)] == list(catalogue())
    both = json.loads(run("thin-section", "dangling-citation", "--json").output)
    assert [rule["name"] for rule in both] == ["thin-section", "dangling-citation"]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("overdue_reviews", '; did you mean "overdue-review"?'),
        ("citation", '; did you mean "citations"?'),
        ("xyz", "; `copydesk rule --all` lists them"),
    ],
)
def test_an_unknown_name_is_refused(name: str, hint: str) -> None:
    error = run("claims", name).exception
    assert isinstance(error, CopydeskError)
    assert str(error) == f'no rule or category "{name}"{hint}'


def test_mistakes_exit_with_2_and_one_line() -> None:
    result = CliRunner().invoke(main, ["rule"])
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "copydesk: name a rule or a category, or give --all to list all rules\n"


def test_a_publications_own_rules_are_explained(tmp_path: Path) -> None:
    required = {"name": "missing-audience", "category": "house-style", "summary": "No audience is named."}
    properties = {"audience": {"x-rule": {"required": required}}}
    schema = {"properties": {"front_matter": {"required": ["audience"], "properties": properties}}}
    (tmp_path / "our.schema.json").write_text(json.dumps(schema), encoding="utf-8")
    (tmp_path / "copydesk.toml").write_text('schema = "our.schema.json"\n', encoding="utf-8")
    assert "No audience is named." in run("missing-audience").stdout


def test_broken_settings_do_not_keep_a_rule_from_being_explained(tmp_path: Path) -> None:
    (tmp_path / "copydesk.toml").write_text('[rules]\nno-such-rule = "off"\n', encoding="utf-8")
    result = run("thin-section")
    assert result.exit_code == 0
    assert result.stdout.startswith("thin-section\n")
    assert result.stderr.startswith("copydesk: only the built-in rules are shown: ")
    assert "no-such-rule" in result.stderr


def test_only_what_is_needed_is_imported() -> None:
    script = (
        "import sys; from lint.cli.rule import command; command(['thin-section'], standalone_mode=False);"
        "print(sorted({'mistune', 'jsonschema', 'git', 'yaml'} & set(sys.modules)))"
    )
    shown = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert shown.splitlines()[-1] == "[]"
