"""Who may do what in a repository."""

from tests.github import render, rules
from tests.github.call import Call, route
from tests.github.faults import Reply

LEGACY = {"triage": "read", "maintain": "write"}
"""What the old field says where the role is one that it does not know."""


@route("GET", "/repos/{owner}/{repo}/assignees")
def assignees(call: Call) -> Reply:
    return call.page(render.user(login) for login in call.repository.collaborators)


@route("GET", "/repos/{owner}/{repo}/collaborators/{username}/permission")
def permission(call: Call) -> Reply:
    """Of a public repository everyone is a reader."""
    login = call.names["username"]
    if login.endswith("[bot]") and login not in call.repository.collaborators:
        raise rules.RefusalError(404, f"{login} is not a user")
    role = call.repository.collaborators.get(login, "read")
    return Reply(200, {"permission": LEGACY.get(role, role), "role_name": role, "user": render.user(login)})


@route("GET", "/user")
def myself(call: Call) -> Reply:
    if call.token.login.endswith("[bot]"):
        raise rules.RefusalError(403, "Resource not accessible by integration")
    return Reply(200, render.user(call.token.login))
