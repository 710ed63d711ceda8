"""Pull requests, and whose review is asked for."""

from tests.github import render, rules
from tests.github.call import Call, route
from tests.github.faults import Reply

ROOT = "/repos/{owner}/{repo}/pulls"


@route("GET", ROOT, "pull_requests")
def list_pulls(call: Call) -> Reply:
    state, head = call.query.get("state", "open"), call.query.get("head")
    return call.page(
        render.pull(call.repository, one)
        for one in reversed(call.repository.pulls)
        if state in ("all", one.state) and head in (None, f"{one.head_repository.partition('/')[0]}:{one.head_branch}")
    )


@route("GET", f"{ROOT}/{{pull_number}}", "pull_requests")
def read(call: Call) -> Reply:
    return Reply(200, render.pull(call.repository, call.pull))


@route("POST", f"{ROOT}/{{pull_number}}/requested_reviewers", "pull_requests")
def ask(call: Call) -> Reply:
    pull, wanted = call.pull, call.body.get("reviewers", [])
    rules.reviewable(call.repository, pull, wanted)
    pull.requested += [login for login in wanted if login not in pull.requested]
    return Reply(201, _simple(call))


@route("DELETE", f"{ROOT}/{{pull_number}}/requested_reviewers", "pull_requests")
def take_back(call: Call) -> Reply:
    pull, wanted = call.pull, call.body["reviewers"]
    pull.requested = [login for login in pull.requested if login not in wanted]
    return Reply(200, _simple(call))


def _simple(call: Call) -> object:
    return render.pull(call.repository, call.pull)
