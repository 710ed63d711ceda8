"""Issues: making, changing, listing and searching them."""

import re

from tests.github import render, rules
from tests.github.call import Call, route
from tests.github.faults import Reply
from tests.github.store import Issue, Label

ROOT = "/repos/{owner}/{repo}/issues"
QUALIFIER = re.compile(r'(\w+):("[^"]*"|\S+)')


@route("GET", ROOT, "issues")
def list_issues(call: Call) -> Reply:
    """Pull requests are issues too, here as on GitHub."""
    state = call.query.get("state", "open")
    wanted = {name for name in call.query.get("labels", "").split(",") if name}
    return call.page(
        render.issue(call.repository, one)
        for one in reversed(call.repository.issues.values())
        if state in ("all", one.state) and wanted <= set(one.labels) and one.shown_from <= call.store.requests
    )


@route("POST", ROOT, "issues")
def create(call: Call) -> Reply:
    title = rules.text(call.body.get("title"), "title", 256)
    number = max(call.repository.issues, default=0) + 1
    made = Issue(number, title, call.token.login, call.store.now(), shown_from=call.store.shown_from())
    call.repository.issues[number] = made
    _change(call, made)
    return Reply(201, render.issue(call.repository, made))


@route("GET", f"{ROOT}/{{issue_number}}", "issues|pull_requests")
def read(call: Call) -> Reply:
    return Reply(200, render.issue(call.repository, call.one(call.repository.issues, "issue_number")))


@route("PATCH", f"{ROOT}/{{issue_number}}", "issues")
def update(call: Call) -> Reply:
    one = call.one(call.repository.issues, "issue_number")
    one.title = call.body.get("title", one.title)
    _change(call, one)
    return Reply(200, render.issue(call.repository, one))


@route("GET", "/search/issues")
def search(call: Call) -> Reply:
    """Qualifiers ``repo``, ``is``, ``state``, ``label`` and ``in``; the other words all have to occur."""
    query = call.query["q"]
    wanted = [(name, value.strip('"')) for name, value in QUALIFIER.findall(query)]
    words = QUALIFIER.sub("", query).replace('"', "").lower().split()
    found = [
        render.issue(repository, one)
        for repository in call.store.repositories.values()
        if ("repo", repository.full_name) in wanted or "repo" not in dict(wanted)
        for one in repository.issues.values()
        if one.shown_from <= call.store.requests
        and all(_fits(one, name, value) for name, value in wanted)
        and all(word in f"{one.title} {one.body}".lower() for word in words)
    ]
    reply = call.page(found, "items")
    assert isinstance(reply.body, dict)
    return reply._replace(body={**reply.body, "incomplete_results": False})


def _fits(one: Issue, name: str, value: str) -> bool:
    match name, value:
        case ("is" | "state", "open" | "closed"):
            return one.state == value
        case "is", "issue" | "pr":
            return (type(one) is Issue) == (value == "issue")
        case "label", _:
            return value in one.labels
        case _:
            return True


def _change(call: Call, one: Issue) -> None:
    body = call.body
    if body.get("body"):
        one.body = rules.text(body["body"])
    if body.get("assignees") is not None:
        if any(login not in call.repository.collaborators for login in body["assignees"]):
            raise rules.RefusalError(
                422, "Validation Failed", ({"resource": "Issue", "field": "assignees", "code": "invalid"},)
            )
        one.assignees = list(body["assignees"])
    if body.get("labels") is not None:
        one.labels = [call.repository.labels.setdefault(name.lower(), Label(name)).name for name in body["labels"]]
    one.state, one.reason = body.get("state", one.state), body.get("state_reason", one.reason)
    one.updated = call.store.now()
