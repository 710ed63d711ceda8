"""Check runs; only apps may make them, and each app only changes its own."""

from typing import Any

from tests.github import render, rules
from tests.github.call import Call, route
from tests.github.faults import Reply
from tests.github.store import CheckRun

ROOT = "/repos/{owner}/{repo}"


@route("GET", f"{ROOT}/commits/{{ref}}/check-runs", "checks")
def list_of_commit(call: Call) -> Reply:
    """The newest of each name, as ``filter=latest`` has it."""
    runs = [
        run
        for run in call.repository.checks.values()
        if run.commit == call.names["ref"] and run.shown_from <= call.store.requests
    ]
    newest = {(run.app, run.name): run for run in runs}
    return call.page((render.check_run(run) for run in newest.values()), "check_runs")


@route("POST", f"{ROOT}/check-runs", "checks")
def create(call: Call) -> Reply:
    login = call.token.login
    if not login.endswith("[bot]"):
        raise rules.RefusalError(403, "You must authenticate via a GitHub App.")
    name, commit = call.body["name"], call.body["head_sha"]
    if not any(commit in pull.commits for pull in call.repository.pulls):
        raise rules.RefusalError(422, f"No commit found for SHA: {commit}")
    rules.output(call.body)
    made = CheckRun(next(call.store.ids), name, commit, login.removesuffix("[bot]"), shown_from=call.store.shown_from())
    call.repository.checks[made.id] = made
    return Reply(201, _change(made, call.body))


@route("GET", f"{ROOT}/check-runs/{{check_run_id}}", "checks")
def read(call: Call) -> Reply:
    return Reply(200, render.check_run(call.one(call.repository.checks, "check_run_id")))


@route("PATCH", f"{ROOT}/check-runs/{{check_run_id}}", "checks")
def update(call: Call) -> Reply:
    run = call.one(call.repository.checks, "check_run_id")
    if f"{run.app}[bot]" != call.token.login:
        raise rules.RefusalError(
            403, "Invalid app_id `1` - check run can only be modified by the GitHub App that created it."
        )
    return Reply(200, _change(run, call.body))


@route("GET", f"{ROOT}/check-runs/{{check_run_id}}/annotations", "checks")
def annotations(call: Call) -> Reply:
    return call.page(call.one(call.repository.checks, "check_run_id").annotations)


def _change(run: CheckRun, body: dict[str, Any]) -> dict[str, Any]:
    """Annotations are added to those before; the rest is replaced."""
    shown = rules.output(body)
    run.conclusion = body.get("conclusion", run.conclusion)
    run.status = "completed" if run.conclusion else body.get("status", run.status)
    run.external_id = body.get("external_id", run.external_id)
    run.title, run.summary = shown.get("title", run.title), shown.get("summary", run.summary)
    run.annotations += shown.get("annotations", [])
    return render.check_run(run)
