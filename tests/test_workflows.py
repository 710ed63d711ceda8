"""The workflows are valid, may do no more than they must, and run only code that is pinned."""

import re
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PINNED = re.compile(r"uses: [\w-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")

VERIFY = ROOT / ".github" / "workflows" / "verify.yml"

workflows = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)


def test_there_is_a_check_of_the_articles() -> None:
    assert "check.yml" in [path.name for path in WORKFLOWS]


@workflows
def test_it_fits_the_published_schema(path: Path) -> None:
    check = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(path)]
    done = subprocess.run(check, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


@workflows
def test_zizmor_finds_nothing(path: Path) -> None:
    zizmor = Path(sysconfig.get_path("scripts")) / "zizmor"
    done = subprocess.run([zizmor, "--offline", "--persona", "pedantic", path], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


@workflows
def test_actions_are_pinned_to_a_commit_and_say_their_version(path: Path) -> None:
    uses = re.findall(r"uses: .*", path.read_text(encoding="utf-8"))
    assert [line for line in uses if not PINNED.fullmatch(line)] == []


@workflows
def test_jobs_end_in_bounded_time_and_permissions_are_given_one_by_one(path: Path) -> None:
    workflow = _read(path)
    assert workflow["permissions"] == {}
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"] <= 60
        assert "permissions" in job


def test_the_check_may_only_read() -> None:
    jobs = _read(ROOT / ".github" / "workflows" / "check.yml")["jobs"].values()
    assert [job["permissions"] for job in jobs] == [{"contents": "read"}] * len(jobs)


def test_the_check_knows_the_whole_history_and_keeps_no_token() -> None:
    jobs = _read(ROOT / ".github" / "workflows" / "check.yml")["jobs"].values()
    checkouts = [step["with"] for job in jobs for step in job["steps"] if "actions/checkout" in step.get("uses", "")]
    assert checkouts == [{"fetch-depth": 0, "persist-credentials": False}] * len(jobs)


def _read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def test_a_pull_request_is_verified_with_leave_to_read_alone() -> None:
    jobs = _read(VERIFY)["jobs"]
    assert jobs["changed"]["permissions"] == {"contents": "read"}
    assert jobs["changed"]["if"] == "github.event_name == 'pull_request'"
    assert "--changed" in str(jobs["changed"]["steps"])
    assert "--refresh" not in str(jobs["changed"]["steps"])
    assert jobs["refresh"]["if"] == "github.event_name != 'pull_request'"
    assert set(jobs["refresh"]["permissions"]) == {"contents", "issues", "pull-requests"}


def test_nothing_that_others_wrote_is_put_into_a_command() -> None:
    steps = [step for job in _read(VERIFY)["jobs"].values() for step in job["steps"]]
    assert [step["name"] for step in steps if "${{" in step.get("run", "")] == []
    with_token = [step["name"] for step in steps if "GH_TOKEN" in step.get("env", {})]
    assert with_token == [
        "Open one pull request with the lock's difference",
        "Open an issue for each newly retracted source",
    ]


def test_the_refresh_says_what_the_commands_know() -> None:
    from lint.cli import evidence, verify

    options = {
        name: {option for parameter in command.params for option in parameter.opts}
        for name, command in (("verify", verify.command), ("evidence", evidence.command))
    }
    calls = re.findall(r"copydesk (verify|evidence)([^|>\n]*)", VERIFY.read_text(encoding="utf-8"))
    assert len(calls) == 3
    for name, rest in calls:
        assert set(re.findall(r"--[\w-]+", rest)) <= options[name]
