"""``copydesk-bot feedback``: a maintainer's commands."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli import main
from bot.clock import now
from bot.feedback.report import Kind, Report
from bot.feedback.store import Store
from bot.feedback.store.intake import Incoming, accept, new_token


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/feedback.db"


def ask(url: str, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["feedback", arguments[0], "--store", url, *arguments[1:]])


@pytest.fixture
def filled(url: str, tmp_path: Path) -> str:
    (tmp_path / "a.md").write_text("# A\n\nText.\n")
    store = Store(url)
    comments = ("The dose of 400 mg is wrong", "hm \x1b[m", "buy cheap pills, click here")
    with store.begin() as connection:
        for comment in comments:
            kind = Kind.UNCLEAR if comment.startswith("hm") else Kind.INACCURATE
            report = Report("a.md", False, now(), kind, comment=comment, elapsed=20)
            accept(connection, [Incoming(report, new_token(), comment)])
    store.close()
    done = CliRunner().invoke(
        main, ["worker", "--once", "--store", url, "--repo", str(tmp_path)], env={"GITHUB_TOKEN": ""}
    )
    assert done.exit_code == 0, done.output
    return url


def test_reports_are_listed_with_their_queue(filled: str) -> None:
    lines = ask(filled, "list").stdout.splitlines()
    assert [line.split()[2] for line in lines] == ["issue", "waiting", "quarantine"]
    assert "\x1b" not in "".join(lines)
    found = json.loads(ask(filled, "list", "--queue", "issue", "--output-format", "json").stdout)
    assert [(one["id"], one["risks"]) for one in found] == [(1, ["dose"])]


def test_one_report_is_shown_whole(filled: str) -> None:
    shown = ask(filled, "show", "2")
    assert "unclear" in shown.stdout
    assert "\x1b" not in shown.stdout
    missing = ask(filled, "show", "9")
    assert missing.exit_code == 2
    assert "there is no report 9" in missing.stderr


def test_a_maintainer_decides(filled: str) -> None:
    assert ask(filled, "approve", "2").exit_code == 0
    assert ask(filled, "approve", "2").exit_code == 2
    assert ask(filled, "reject", "3", "--reason", "advertising").exit_code == 0
    assert ask(filled, "reject", "1", "--reason", "x").exit_code == 2
    found = json.loads(ask(filled, "list", "--output-format", "json").stdout)
    assert [one["queue"] for one in found] == ["issue", "issue", "counted"]


def test_all_is_exported_and_counted(filled: str) -> None:
    lines = ask(filled, "export").stdout.splitlines()
    assert [json.loads(line)["id"] for line in lines] == [1, 2, 3]
    stats = json.loads(ask(filled, "stats", "--output-format", "json").stdout)
    assert stats["articles"] == [{"article": "a.md", "yes": 0, "no": 3, "kinds": {"inaccurate": 2, "unclear": 1}}]
    assert "In the queues: 1 issue, 1 quarantine, 1 waiting" in ask(filled, "stats").stdout


def test_a_store_that_cannot_be_opened_is_a_users_mistake() -> None:
    wrong = ask("nonsense", "stats")
    assert wrong.exit_code == 2
    assert "sqlite:///feedback.db" in wrong.stderr


def test_a_worker_with_a_token_needs_to_know_the_repository(url: str, tmp_path: Path) -> None:
    arguments = ["worker", "--once", "--store", url, "--repo", str(tmp_path)]
    done = CliRunner().invoke(main, arguments, env={"GITHUB_TOKEN": "x", "GITHUB_REPOSITORY": ""})
    assert done.exit_code == 2
    assert "owner/name" in done.stderr
