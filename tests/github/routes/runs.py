"""Workflow runs, and the zip files that they leave."""

from tests.github import render, rules
from tests.github.call import Call, route
from tests.github.faults import Reply

ROOT = "/repos/{owner}/{repo}/actions"


@route("GET", f"{ROOT}/runs/{{run_id}}", "actions")
def read(call: Call) -> Reply:
    return Reply(200, render.run(call.one(call.repository.runs, "run_id")))


@route("GET", f"{ROOT}/runs/{{run_id}}/artifacts", "actions")
def artifacts(call: Call) -> Reply:
    run = call.one(call.repository.runs, "run_id")
    left = enumerate(run.artifacts.items())
    return call.page(
        (
            {"id": run.id * 100 + index, "name": name, "size_in_bytes": len(content), "expired": False}
            for index, (name, content) in left
        ),
        "artifacts",
    )


@route("GET", f"{ROOT}/artifacts/{{artifact_id}}/{{archive_format}}", "actions")
def download(call: Call) -> Reply:
    """Leads to a store of its own, which must not see the token."""
    run, index = divmod(int(call.names["artifact_id"]), 100)
    if run not in call.repository.runs or index >= len(call.repository.runs[run].artifacts):
        raise rules.RefusalError(404, "Not Found")
    return Reply(302, None, {"Location": f"{call.origin}/_storage/{call.repository.full_name}/{run}/{index}"})


@route("GET", "/_storage/{owner}/{repo}/{run_id}/{index}", "metadata")
def storage(call: Call) -> Reply:
    run = call.one(call.repository.runs, "run_id")
    return Reply(200, list(run.artifacts.values())[int(call.names["index"])])
