"""Labels: of the repository, and on an issue or a pull request."""

from tests.github import render, rules
from tests.github.call import Call, route
from tests.github.faults import Reply
from tests.github.store import Label

TALK = "issues|pull_requests"
ROOT = "/repos/{owner}/{repo}"


@route("GET", f"{ROOT}/labels", TALK)
def list_known(call: Call) -> Reply:
    return call.page(render.label(one) for one in call.repository.labels.values())


@route("POST", f"{ROOT}/labels", TALK)
def create(call: Call) -> Reply:
    made = Label(call.body["name"], call.body.get("color", "ededed"), call.body.get("description", ""))
    if made.name.lower() in call.repository.labels:
        raise rules.RefusalError(
            422, "Validation Failed", ({"resource": "Label", "code": "already_exists", "field": "name"},)
        )
    if len(made.description) > 100 or len(made.name) > 50:
        raise rules.RefusalError(
            422, "Validation Failed", ({"resource": "Label", "code": "invalid", "field": "description"},)
        )
    call.repository.labels[made.name.lower()] = made
    return Reply(201, render.label(made))


@route("POST", f"{ROOT}/issues/{{issue_number}}/labels", TALK)
def add(call: Call) -> Reply:
    """A label that the repository does not know yet is made on the way."""
    issue = call.one(call.repository.issues, "issue_number")
    for name in call.body["labels"]:
        known = call.repository.labels.setdefault(name.lower(), Label(name))
        if known.name not in issue.labels:
            issue.labels.append(known.name)
    return Reply(200, render.labels(call.repository, issue.labels))


@route("DELETE", f"{ROOT}/issues/{{issue_number}}/labels/{{name}}", TALK)
def remove(call: Call) -> Reply:
    issue = call.one(call.repository.issues, "issue_number")
    known = call.repository.labels.get(call.names["name"].lower())
    if known is None or known.name not in issue.labels:
        raise rules.RefusalError(404, "Label does not exist")
    issue.labels.remove(known.name)
    return Reply(200, render.labels(call.repository, issue.labels))
