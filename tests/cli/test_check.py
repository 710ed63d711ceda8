"""``copydesk check``: what it prints where, and how it exits."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from lint.cli import main
from lint.formatters import FORMATS
from lint.rules import RULES
from tests.cli.run import CLEAN, UNCITED, copydesk, reworded
from tests.cli.run import folder as folder
from tests.publication import write


def test_a_clean_article_exits_with_0(folder: Path) -> None:
    write(folder, {"walking.md": CLEAN})
    result = copydesk("check")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "No findings." in result.stderr
    assert "Checked 1 article, 2 claim sections (2 cited, 0 uncited)" in result.stderr


def test_an_error_exits_with_1_and_says_where(folder: Path) -> None:
    write(folder, {"walking.md": UNCITED})
    result = copydesk("check", "--select", "uncited-section")
    assert result.exit_code == 1
    assert result.stdout.startswith("walking.md:25:4: error uncited-section ")


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1), ("suggestion", 1), ("never", 0)])
def test_fail_on_sets_the_least_severity(folder: Path, fail_on: str, code: int) -> None:
    write(folder, {"walking.md": UNCITED})
    assert copydesk("check", "--select", "uncited-reference", "--fail-on", fail_on).exit_code == code


def test_exit_zero(folder: Path) -> None:
    write(folder, {"walking.md": UNCITED})
    result = copydesk("check", "--exit-zero")
    assert result.exit_code == 0
    assert "uncited-section" in result.stdout


def test_select_and_ignore_take_rules_and_categories(folder: Path) -> None:
    write(folder, {"walking.md": UNCITED})
    assert copydesk("check", "--ignore", "citations").stdout == ""
    only = copydesk("check", "--select", "citations", "--ignore", "uncited-section").stdout
    assert only.count("\n") == 1
    assert " uncited-reference " in only
    both = copydesk("check", "--select", "uncited-section,uncited-reference").stdout
    assert both.count("\n") == 2


def test_a_rule_that_is_off_runs_when_it_is_selected_by_name(folder: Path) -> None:
    write(folder, {"walking.md": UNCITED, "copydesk.toml": '[rules]\nuncited-section = "off"\n'})
    assert "uncited-section" not in copydesk("check").stdout
    assert "uncited-section" not in copydesk("check", "--select", "citations").stdout
    assert " error uncited-section " in copydesk("check", "--select", "uncited-section").stdout


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_rule_is_a_mistake(folder: Path, option: str) -> None:
    write(folder, {"walking.md": CLEAN})
    result = copydesk("check", option, "uncited-sections")
    assert result.exit_code == 2
    assert (
        result.stderr
        == f'copydesk: {option}: no rule or category "uncited-sections"; did you mean "uncited-section"?\n'
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("missing.md",), "missing.md: no such file or folder"),
        (("-", "walking.md"), "- reads standard input and stands alone: leave the other paths out"),
        (("--stdin-filename", "a.md"), "--stdin-filename names the text on standard input: give - as the path"),
        (("--config", "none.toml"), "none.toml"),
        (("-o", "no/such/folder/report.txt"), "no/such/folder/report.txt: cannot be written"),
        (("-o", "walking.md"), "walking.md: this is an article; name another file for the report"),
        (("--select", ","), "--select names no rule"),
        (("--select", "time", "--ignore", "time"), "--select and --ignore leave no rule to check"),
    ],
)
def test_mistakes_are_one_line_and_exit_with_2(folder: Path, arguments: tuple[str, ...], said: str) -> None:
    write(folder, {"walking.md": CLEAN})
    result = copydesk("check", *arguments, stdin=CLEAN)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stderr.startswith("copydesk: ")
    assert result.stderr.count("\n") == 1


def test_an_unknown_command_says_what_was_meant() -> None:
    result = copydesk("chekc")
    assert (result.exit_code, result.stderr) == (2, "copydesk: no command 'chekc'; did you mean 'check'?\n")


def test_standard_input_is_an_article_under_the_given_name(folder: Path) -> None:
    write(folder, {"copydesk.toml": '[rules]\nuncited-reference = "off"\n'})
    result = copydesk("check", "-", "--stdin-filename", "drafts/walking.md", stdin=UNCITED)
    assert result.exit_code == 1
    assert [line.split(":")[0] for line in result.stdout.splitlines()] == ["drafts/walking.md"]


def test_quiet_leaves_only_findings(folder: Path) -> None:
    write(folder, {"walking.md": UNCITED})
    result = copydesk("check", "--quiet")
    assert result.stderr == ""
    assert result.stdout.count("\n") == 2


def test_statistics_count_each_rule(folder: Path) -> None:
    write(folder, {"a.md": UNCITED, "b.md": UNCITED.replace("Walking and", "Running and")})
    stderr = copydesk("check", "--statistics", "--quiet", "--ignore", "copied-passage").stderr
    assert stderr.split() == ["2", "error", "uncited-section", "2", "warning", "uncited-reference"]


def test_show_files_lists_and_checks_nothing(folder: Path) -> None:
    write(folder, {"a.md": "\0", "b/c.markdown": "", "b/d.txt": "", ".hidden/e.md": ""})
    result = copydesk("check", "--show-files")
    assert (result.exit_code, result.stdout.splitlines()) == (0, ["a.md", "b/c.markdown"])


def test_full_shows_the_line_the_place_and_the_way_out(folder: Path) -> None:
    write(folder, {"walking.md": UNCITED})
    lines = copydesk("check", "--output-format", "full", "--select", "uncited-section").stdout.splitlines()
    assert lines[0] == "walking.md:25:4 error uncited-section"
    assert lines[2:4] == [" 25 | ## How to begin", "    |    ^^^^^^^^^^^^"]
    assert lines[4].startswith("  help: ")
    assert "  more: copydesk rule uncited-section" in lines
    assert any(line.startswith("Checked 1 article") for line in lines)


def test_colour_only_when_asked_for_here(folder: Path) -> None:
    write(folder, {"walking.md": UNCITED})
    assert "\x1b[" not in copydesk("check").stdout
    assert "\x1b[31m" in copydesk("check", "--color", "always").stdout


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_goes_to_a_file_and_leaves_stdout_empty(folder: Path, name: str) -> None:
    write(folder, {"walking.md": UNCITED})
    result = copydesk("check", "--output-format", name, "-o", "report")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "uncited-section" in (folder / "report").read_text("utf-8")


def test_the_configuration_can_name_the_format_and_what_fails(folder: Path) -> None:
    write(folder, {"walking.md": UNCITED, "copydesk.toml": 'output_format = "json"\nfail_on = "never"\n'})
    result = copydesk("check")
    assert result.exit_code == 0
    assert {finding["rule"] for finding in json.loads(result.stdout)["findings"]} == {
        "uncited-section",
        "uncited-reference",
    }


def test_a_fault_of_ours_exits_with_3_after_all_else_was_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    def broken(article: object, context: object) -> None:
        raise ValueError("boom")

    monkeypatch.setitem(RULES, "thin-section", replace(RULES["thin-section"], check=broken))
    write(folder, {"walking.md": UNCITED})
    result = copydesk("check")
    assert result.exit_code == 3
    assert "uncited-section" in result.stdout
    assert "our fault: walking.md: thin-section: ValueError: boom" in result.stderr


def test_unreadable_articles_are_findings_and_the_others_are_checked(folder: Path) -> None:
    write(folder, {"good.md": UNCITED, "yaml.md": '---\ntitle: "open\n---\n'})
    (folder / "latin.md").write_bytes(b"caf\xe9\n")
    result = copydesk("check", "--select", "unreadable-article,uncited-section")
    found = [line.split(":")[0] + line.partition("error")[2].split()[0] for line in result.stdout.splitlines()]
    assert sorted(found) == ["good.mduncited-section", "latin.mdunreadable-article", "yaml.mdunreadable-article"]
    assert "Not checked: the text in 2 articles: it cannot be read." in result.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_said(folder: Path) -> None:
    write(folder, {"good.md": CLEAN, "closed.md": CLEAN})
    (folder / "closed.md").chmod(0)
    result = copydesk("check")
    assert result.exit_code == 0
    assert "Not checked: the file in closed.md: there is no permission to read it." in result.stderr


def test_a_file_that_was_named_must_not_pass_unread(folder: Path) -> None:
    write(folder, {"good.md": CLEAN})
    (folder / "gone.md").symlink_to("nowhere.md")
    assert copydesk("check").exit_code == 0
    result = copydesk("check", "gone.md")
    assert result.exit_code == 1
    assert "gone.md:1:1: error unreadable-article This file cannot be read: it is a link" in result.stdout


def test_nothing_checked_is_not_called_clean(folder: Path) -> None:
    result = copydesk("check")
    assert result.exit_code == 0
    assert "No articles were checked." in result.stderr
    assert "No findings" not in result.stderr


def test_faults_are_said_even_when_quiet(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    monkeypatch.setitem(RULES, "thin-section", replace(RULES["thin-section"], check=lambda *_: 1 / 0))
    write(folder, {"walking.md": CLEAN})
    result = copydesk("check", "--quiet")
    assert result.exit_code == 3
    assert "our fault: walking.md: thin-section: ZeroDivisionError" in result.stderr


def test_a_full_disk_is_one_line(folder: Path) -> None:
    write(folder, {"walking.md": UNCITED})
    command = [sys.executable, "-m", "lint.cli", "check", "walking.md"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True)
    assert "Traceback" not in done.stderr
    assert done.returncode in (2, 120)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(shell: str) -> None:
    result = copydesk("completion", shell)
    assert result.exit_code == 0
    assert "_COPYDESK_COMPLETE" in result.stdout


@pytest.mark.parametrize(
    ("settings", "asked", "said"),
    [
        ("", ["a.md"], True),
        ("", ["-", "--stdin-filename", "a.md"], True),
        ("", ["b"], True),
        ("", ["a.md", "b"], False),
        ("", ["."], False),
        ("", [], False),
        ("", ["a.md", "--select", "time"], False),
        ('exclude = ["b/"]\n', ["a.md"], False),
        ('include = ["gone"]\n', ["a.md"], False),
        ('[rules]\nrepeated-title = "off"\ncopied-passage = "off"\n', ["a.md"], False),
        (None, ["a.md"], False),
    ],
)
def test_articles_that_were_not_named_are_not_compared(
    settings: str | None, asked: list[str], said: bool, folder: Path
) -> None:
    write(folder, {"a.md": CLEAN, "b/c.md": reworded(CLEAN, "x")})
    if settings is not None:
        write(folder, {"copydesk.toml": settings})
    stderr = " ".join(copydesk("check", *asked, stdin=CLEAN).stderr.split())
    assert ("titles and passages against other articles in" in stderr) == said


@pytest.mark.parametrize(
    ("typed", "begun", "completed"),
    [
        ("rule", "missing-reviewer", ["missing-reviewer"]),
        ("rule", "originali", ["originality"]),
        ("check --select", "unlinked-c", ["unlinked-citation"]),
        ("check --ignore", "review,unlinked-c", ["review,unlinked-citation"]),
        ("baseline create --select", "our-aud", ["our-audience"]),
        ("rule", "no-such", []),
    ],
)
def test_names_are_completed(typed: str, begun: str, completed: list[str], folder: Path) -> None:
    rule = {"name": "our-audience", "message": "Say for whom it is written."}
    asks = {"properties": {"front_matter": {"required": ["audience"], "x-rule": {"required": rule}}}}
    write(folder, {"copydesk.toml": 'schema = "ours.json"\n', "ours.json": json.dumps(asks)})
    shell = ShellComplete(main, {}, "copydesk", "_COPYDESK_COMPLETE")
    assert [one.value for one in shell.get_completions(typed.split(), begun)] == completed


def test_names_are_completed_where_the_settings_are_broken(folder: Path) -> None:
    write(folder, {"copydesk.toml": "schema = 3\n"})
    shell = ShellComplete(main, {}, "copydesk", "_COPYDESK_COMPLETE")
    assert [one.value for one in shell.get_completions(["rule"], "stale-a")] == ["stale-article"]


@pytest.mark.parametrize("command", ["check", "verify", "inspect", "evidence", "baseline create"])
def test_the_shell_completes_paths(command: str) -> None:
    shell = ShellComplete(main, {}, "copydesk", "_COPYDESK_COMPLETE")
    assert [one.type for one in shell.get_completions(command.split(), "art")] == ["file"]
