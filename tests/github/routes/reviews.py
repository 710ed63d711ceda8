"""Reviews, and comments beside lines."""

from collections.abc import Iterable
from typing import Any, TypeVar

from tests.github import render, rules
from tests.github.call import Call, route
from tests.github.faults import Reply
from tests.github.store import Inline, Review

ROOT = "/repos/{owner}/{repo}/pulls/{pull_number}"
Said = TypeVar("Said", Inline, Review)
STATES = {"COMMENT": "COMMENTED", "APPROVE": "APPROVED", "REQUEST_CHANGES": "CHANGES_REQUESTED"}


@route("GET", f"{ROOT}/reviews", "pull_requests")
def list_reviews(call: Call) -> Reply:
    return call.page(render.review(one) for one in _shown(call, call.repository.reviews.values()))


@route("POST", f"{ROOT}/reviews", "pull_requests")
def create(call: Call) -> Reply:
    """All or nothing: one comment outside the diff refuses the review, and nothing says which."""
    pull, body = call.pull, call.body
    commit = rules.commit_of(pull, body.get("commit_id", pull.head))
    comments = body.get("comments", [])
    for comment in comments:
        rules.text(comment.get("body"))
        rules.in_diff(pull, comment, strings=True)
    said = rules.text(body["body"]) if body.get("body") else ""
    if not said and not comments:
        raise rules.RefusalError(422, "Unprocessable Entity", ("Review body can't be blank",))
    state = STATES[body["event"]]
    made = Review(
        next(call.store.ids),
        call.token.login,
        said,
        state,
        commit,
        pull.number,
        call.store.now(),
        call.store.shown_from(),
    )
    call.repository.reviews[made.id] = made
    pull.requested = [login for login in pull.requested if login != made.author]
    for comment in comments:
        _add(call, comment, commit, made.id)
    return Reply(200, render.review(made))


@route("GET", f"{ROOT}/comments", "pull_requests")
def list_inlines(call: Call) -> Reply:
    return call.page(render.inline(one) for one in _shown(call, call.repository.inlines.values()))


@route("POST", f"{ROOT}/comments", "pull_requests")
def create_inline(call: Call) -> Reply:
    """GitHub wraps a single comment in a review of its own."""
    pull = call.pull
    commit = rules.commit_of(pull, call.body["commit_id"])
    rules.text(call.body.get("body"))
    rules.in_diff(pull, call.body, strings=False)
    review = Review(next(call.store.ids), call.token.login, "", "COMMENTED", commit, pull.number, call.store.now())
    call.repository.reviews[review.id] = review
    return Reply(201, render.inline(_add(call, call.body, commit, review.id)))


@route("POST", f"{ROOT}/comments/{{comment_id}}/replies", "pull_requests")
def reply(call: Call) -> Reply:
    first = call.one(call.repository.inlines, "comment_id")
    if first.reply_to is not None:
        raise rules.RefusalError(404, "Not Found")
    asked = {"path": first.path, "line": first.line, "body": rules.text(call.body.get("body"))}
    made = _add(call, asked, first.commit, first.review)
    made.reply_to = first.id
    return Reply(201, render.inline(made))


def _add(call: Call, asked: dict[str, Any], commit: str, review: int) -> Inline:
    lines = call.pull.lines.get(asked["path"], {})
    made = Inline(
        next(call.store.ids),
        call.token.login,
        asked["body"],
        call.pull.number,
        call.store.now(),
        call.store.shown_from(),
        path=asked["path"],
        line=asked["line"],
        start=asked.get("start_line"),
        original_line=asked["line"] or 0,
        commit=commit,
        text=lines.get(asked["line"], ""),
        review=review,
    )
    call.repository.inlines[made.id] = made
    return made


def _shown(call: Call, entries: Iterable[Said]) -> list[Said]:
    return [one for one in entries if one.number == call.pull.number and one.shown_from <= call.store.requests]
