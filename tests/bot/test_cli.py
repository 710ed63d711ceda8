"""The commands as their users type them, without GitHub."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from bot.cli import main
from tests.bot.cases import TEXT
from tests.bot.repositories import Repository

CONFIG = 'include = ["articles"]\n'
PEOPLE = """\
- name: Nora Example
  credentials: MSc
  roles: [author]
- name: Maria Example
  credentials: MD
  roles: [medical]
  github: maria-example
- name: Frida Example
  roles: [fact-checker]
  github: frida-example
"""
PATH = "articles/walking.md"


def run(repository: Repository, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--repo", str(repository.folder), "--today", "2026-05-26"])


def planned(repository: Repository, *arguments: str) -> list[dict[str, Any]]:
    done = run(repository, "review", "--dry-run", "--base", "main", "--head", "work", *arguments)
    assert done.exit_code == 0, done.output
    calls: list[dict[str, Any]] = json.loads(done.stdout)
    return calls


def bodies(calls: list[dict[str, Any]]) -> str:
    return "\n".join(call["body"].get("body", "") for call in calls if call["body"])


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "r")
    made.commit({"copydesk.toml": CONFIG, "people.yaml": PEOPLE, PATH: TEXT})
    made.git("checkout", "--quiet", "-b", "work")
    return made


def test_a_dry_run_prints_the_exact_calls(repository: Repository) -> None:
    repository.commit({PATH: TEXT.replace("last_modified: 2026-05-26", "last_modified: May 26, 2026")})
    calls = planned(repository, "--repository", "example/health", "--pull", "7")
    paths = [(call["method"], call["path"]) for call in calls]
    assert paths[0] == ("POST", "/repos/example/health/pulls/7/reviews")
    assert ("POST", "/repos/example/health/issues/7/comments") in paths
    assert ("POST", "/repos/example/health/check-runs") in paths
    (remark,) = calls[0]["body"]["comments"]
    assert remark["path"] == PATH
    assert "```suggestion\nlast_modified: 2026-05-26\n```" in remark["body"]
    assert TEXT.split("\n")[remark["line"] - 1].startswith("last_modified")


def test_a_suggestion_that_would_change_more_is_none(repository: Repository) -> None:
    wide = TEXT.replace("published: 2026-05-20\n", "published: May 20, 2026\r\n")
    repository.commit({PATH: wide})
    assert "```suggestion" not in json.dumps(planned(repository))


def test_the_settings_and_people_are_those_of_the_base(repository: Repository) -> None:
    repository.commit(
        {
            "copydesk.toml": CONFIG + '[rules]\nuncited-section = "off"\nmalformed-date = "off"\n',
            "people.yaml": PEOPLE + "- name: Mallory Example\n  roles: [medical, fact-checker]\n  github: mallory\n",
            PATH: TEXT.replace("published: 2026-05-20", "published: May 20, 2026"),
        }
    )
    calls = planned(repository)
    text = bodies(calls)
    assert "`malformed-date`" in text
    assert "rules.malformed-date: error → off" in text
    assert "Mallory Example was added to the people file as medical, fact-checker" in text
    assert [call["body"]["reviewers"] for call in calls if "requested" in call["path"]] == [
        ["maria-example", "frida-example"]
    ]


def test_a_rename_alone_says_nothing(repository: Repository) -> None:
    repository.git("mv", PATH, "articles/strolling.md")
    repository.commit({})
    assert planned(repository) == []


def test_a_deletion_and_an_unreadable_article(repository: Repository) -> None:
    repository.commit({PATH: None, "articles/broken.md": b"\xff\xfe\x00", "articles/note.txt": "no article"})
    text = bodies(planned(repository))
    assert "(removed)" in text
    assert "articles/broken.md" in text
    assert "note.txt" not in text


def test_an_article_that_moves_to_where_nobody_checks_is_removed(repository: Repository) -> None:
    repository.git("mv", PATH, "walking.md")
    repository.commit({"articles/other.md": TEXT.replace("Walking", "Another")})
    assert f"`{PATH}` (removed)" in bodies(planned(repository))


def test_a_pull_request_that_empties_the_publication(repository: Repository) -> None:
    repository.commit({PATH: None, "README.md": "Moved."})
    text = bodies(planned(repository))
    assert "(removed)" in text
    assert "Settled by" not in text


def test_what_stands_in_the_way_of_the_settings_is_left_out(repository: Repository) -> None:
    repository.commit({"people.yaml": None})
    repository.commit({"people.yaml/a.md": "x", "copydesk.toml": None, PATH: TEXT.replace("strong", "well")})
    repository.commit({"copydesk.toml/b.md": "x"})
    text = bodies(planned(repository))
    assert "Maria Example" in text
    assert "Maria Example was taken out of the people file" in text


def test_articles_outside_of_what_is_included_are_none_of_ours(repository: Repository) -> None:
    repository.commit({"README.md": "# Hello\n\nStudies show that 90 percent are cured.\n", "a.py": "x = 1\n"})
    assert planned(repository) == []


def test_a_publication_below_the_root(tmp_path: Path) -> None:
    made = Repository(tmp_path / "r")
    made.commit({"site/copydesk.toml": CONFIG, "site/people.yaml": PEOPLE, f"site/{PATH}": TEXT, "README.md": "x"})
    made.git("checkout", "--quiet", "-b", "work")
    made.commit({f"site/{PATH}": TEXT.replace("published: 2026-05-20", "published: May 20, 2026")})
    calls = planned(made)
    assert [one["path"] for one in calls[0]["body"]["comments"]] == [f"site/{PATH}"]


def test_reports_of_the_check_are_taken(repository: Repository, tmp_path: Path) -> None:
    repository.commit({PATH: TEXT.replace("published: 2026-05-20", "published: May 20, 2026")})
    done = run(repository, "check", "--base", "main", "--head", "work", "-o", str(tmp_path / "out"))
    assert done.exit_code == 0, done.output
    reports = [tmp_path / "out" / name for name in ("head.json", "base.json")]
    given = planned(repository, "--report", str(reports[0]), "--base-report", str(reports[1]))
    assert given == planned(repository)
    without = planned(repository, "--report", str(reports[0]))
    assert len(bodies(without)) > len(bodies(given))  # every finding is new without a base


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["review", "--base", "main"], "--base and --head are for --dry-run"),
        (["review", "--dry-run", "--base", "nowhere"], "nowhere: the repository holds no such commit"),
        (["review", "--pull", "7"], "GITHUB_TOKEN is not set"),
        (["review", "--dry-run", "--base", "main", "--report", "none.json"], "none.json: the report cannot be read"),
        (["review", "--event", "none.json"], "none.json: the event cannot be read"),
        (["reviews"], "did you mean 'review'?"),
    ],
)
def test_mistakes_are_one_line(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    monkeypatch.delenv("GITHUB_TOKEN", raising=False)
    done = CliRunner().invoke(main, [*arguments, "--repo", str(repository.folder)])
    assert done.exit_code == 2
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_broken_settings_of_the_base_are_said(repository: Repository, tmp_path: Path) -> None:
    repository.git("checkout", "--quiet", "main")
    repository.commit({"copydesk.toml": "fail_on = 3\n"})
    repository.git("checkout", "--quiet", "-B", "work")
    repository.commit({PATH: TEXT + "\n"})
    done = run(repository, "check", "--base", "main", "--head", "work", "-o", str(tmp_path / "out"))
    assert done.exit_code == 2
    assert "copydesk.toml:1" in done.stderr


def test_what_was_cut_stands_in_the_log_of_the_job(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    flawed = TEXT.replace("published: 2026-05-20", "published: May 20, 2026")
    repository.commit({f"articles/{n}-{'x' * 80}.md": flawed.replace("Walking", f"Walking {n}") for n in range(150)})
    done = run(repository, "review", "--dry-run", "--base", "main", "--head", "work")
    assert done.exit_code == 0, done.output
    assert "The summary had no room for these lines:" in done.stderr
    assert page.read_text().startswith("```\nThe summary had no room")
    (summary,) = [call["body"]["body"] for call in json.loads(done.stdout) if call["path"].endswith("/comments")]
    assert len(summary) <= 65_536
