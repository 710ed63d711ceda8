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
ACTION = ROOT / "action.yml"
SPEAKING = ROOT / ".github" / "workflows" / "copydesk-review.yml"
CHECKING = ROOT / ".github" / "workflows" / "copydesk.yml"
PINNED = re.compile(r"uses: (?:[\w-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+|\$/(?: #.*)?)")
RUN = re.compile(r"\n +run: (\|\n(?:(?: {8,}.*)?\n)+|.*)")

VERIFY = ROOT / ".github" / "workflows" / "verify.yml"

workflows = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
and_action = pytest.mark.parametrize("path", [*WORKFLOWS, ACTION], ids=lambda path: path.name)


def test_there_is_a_check_of_the_articles() -> None:
    assert "check.yml" in [path.name for path in WORKFLOWS]


@and_action
def test_it_fits_the_published_schema(path: Path) -> None:
    schema = "vendor.github-actions" if path == ACTION else "vendor.github-workflows"
    check = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(path)]
    done = subprocess.run(check, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_the_issue_form_fits_the_published_schema() -> None:
    form = ROOT / ".github" / "ISSUE_TEMPLATE" / "reader-feedback.yml"
    check = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-issue-forms", str(form)]
    done = subprocess.run(check, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


@and_action
def test_zizmor_finds_nothing(path: Path) -> None:
    zizmor = Path(sysconfig.get_path("scripts")) / "zizmor"
    done = subprocess.run([zizmor, "--offline", "--persona", "pedantic", path], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


@and_action
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


@and_action
def test_no_expression_is_pasted_into_a_shell(path: Path) -> None:
    assert [run for run in RUN.findall(path.read_text(encoding="utf-8")) if "${{" in run] == []


def test_the_check_of_a_pull_request_has_nothing_to_give_away() -> None:
    workflow = _read(CHECKING)
    assert set(workflow[True]) == {"pull_request", "pull_request_review"}  # YAML takes `on` for true
    assert [job["permissions"] for job in workflow["jobs"].values()] == [{"contents": "read"}]
    assert "secrets" not in CHECKING.read_text(encoding="utf-8")


def test_what_speaks_runs_nothing_of_the_pull_request() -> None:
    workflow = _read(SPEAKING)
    assert set(workflow[True]) == {"workflow_run", "issue_comment"}
    assert workflow[True]["workflow_run"]["workflows"] == [_read(CHECKING)["name"]]
    text = SPEAKING.read_text(encoding="utf-8")
    assert not re.search(r"\bref:|checkout|head_ref|refs/pull", text.replace("checked out", ""))
    assert [step["uses"] for job in workflow["jobs"].values() for step in job["steps"]] == ["$/"]


def test_the_action_checks_without_a_token_and_speaks_without_a_checkout_of_the_pull_request() -> None:
    steps = {step.get("name"): step for step in _read(ACTION)["runs"]["steps"]}
    checkouts = [step["with"] for step in steps.values() if "actions/checkout" in step.get("uses", "")]
    assert checkouts == [{"fetch-depth": 0, "persist-credentials": False}]  # no ref: GitHub's own default
    assert "GITHUB_TOKEN" not in steps["Check both sides"]["env"]
    assert set(steps["Speak"]["env"]) == {"PYTHONPATH", "GITHUB_TOKEN"}
    assert all('python" -P -m bot.cli' in steps[name]["run"] for name in ("Check both sides", "Speak"))


def test_the_triage_of_feedback_may_write_issues_and_nothing_else() -> None:
    workflow = _read(ROOT / ".github" / "workflows" / "feedback.yml")
    assert set(workflow[True]) == {"issues", "repository_dispatch"}
    assert [job["permissions"] for job in workflow["jobs"].values()] == [{"contents": "read", "issues": "write"}]
    assert [step["uses"] for job in workflow["jobs"].values() for step in job["steps"]] == ["$/"]


def test_the_action_installs_what_is_locked() -> None:
    assert "--require-hashes --requirement" in ACTION.read_text(encoding="utf-8")
    locked = set(re.findall(r"^([\w-]+==\S+)", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.MULTILINE))
    own = re.findall(r"^([\w-]+==\S+)", (ROOT / "requirements-bot.lock").read_text(encoding="utf-8"), re.MULTILINE)
    assert own
    assert set(own) <= locked


def test_the_page_shows_what_is_shipped() -> None:
    page = (ROOT / "docs" / "bot.md").read_text(encoding="utf-8")
    shown = [yaml.safe_load(block) for block in re.findall(r"```yaml\n(name: .*?)```", page, re.DOTALL)]
    for workflow, path in zip(shown, (CHECKING, SPEAKING), strict=True):
        shipped = _read(path)
        assert (workflow["name"], workflow[True]) == (shipped["name"], shipped[True])
        (job,), (other,) = workflow["jobs"].values(), shipped["jobs"].values()
        assert job["permissions"] == other["permissions"]


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
