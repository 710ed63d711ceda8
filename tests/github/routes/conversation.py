"""Comments in the conversation of an issue or a pull request, and signs on them."""

from tests.github import render, rules
from tests.github.call import Call, route
from tests.github.faults import Reply
from tests.github.store import Comment

TALK = "issues|pull_requests"
ROOT = "/repos/{owner}/{repo}/issues"


@route("GET", f"{ROOT}/{{issue_number}}/comments", TALK)
def list_comments(call: Call) -> Reply:
    number = call.one(call.repository.issues, "issue_number").number
    entries = sorted(call.repository.comments.values(), key=lambda one: one.id)
    shown = [one for one in entries if one.number == number and one.shown_from <= call.store.requests]
    return call.page(render.comment(one) for one in shown)


@route("POST", f"{ROOT}/{{issue_number}}/comments", TALK)
def create(call: Call) -> Reply:
    number = call.one(call.repository.issues, "issue_number").number
    body = rules.text(call.body.get("body"))
    made = Comment(next(call.store.ids), call.token.login, body, number, call.store.now(), call.store.shown_from())
    call.repository.comments[made.id] = made
    return Reply(201, render.comment(made))


@route("GET", f"{ROOT}/comments/{{comment_id}}", TALK)
def read(call: Call) -> Reply:
    return Reply(200, render.comment(call.one(call.repository.comments, "comment_id")))


@route("PATCH", f"{ROOT}/comments/{{comment_id}}", TALK)
def update(call: Call) -> Reply:
    """An app may change its own comments only."""
    one = call.one(call.repository.comments, "comment_id")
    if one.author != call.token.login:
        raise rules.RefusalError(403, "Resource not accessible by integration")
    one.body = rules.text(call.body.get("body"))
    return Reply(200, render.comment(one))


@route("DELETE", f"{ROOT}/comments/{{comment_id}}", TALK)
def delete(call: Call) -> Reply:
    one = call.one(call.repository.comments, "comment_id")
    if one.author != call.token.login:
        raise rules.RefusalError(403, "Resource not accessible by integration")
    del call.repository.comments[one.id]
    return Reply(204)


@route("GET", f"{ROOT}/comments/{{comment_id}}/reactions", TALK)
def list_reactions(call: Call) -> Reply:
    return _reactions(call, call.one(call.repository.comments, "comment_id"))


@route("POST", f"{ROOT}/comments/{{comment_id}}/reactions", TALK)
def react(call: Call) -> Reply:
    return _react(call, call.one(call.repository.comments, "comment_id"))


@route("GET", "/repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions", "pull_requests")
def list_reactions_inline(call: Call) -> Reply:
    return _reactions(call, call.one(call.repository.inlines, "comment_id"))


@route("POST", "/repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions", "pull_requests")
def react_inline(call: Call) -> Reply:
    return _react(call, call.one(call.repository.inlines, "comment_id"))


def _reactions(call: Call, one: Comment) -> Reply:
    wanted = call.query.get("content")
    given = [(content, login) for content, login in one.reactions if wanted in (None, content)]
    return call.page({"content": content, "user": render.user(login)} for content, login in given)


def _react(call: Call, one: Comment) -> Reply:
    sign = (call.body["content"], call.token.login)
    is_new = sign not in one.reactions
    if is_new:
        one.reactions.append(sign)
    return Reply(201 if is_new else 200, {"content": sign[0], "user": render.user(sign[1])})
