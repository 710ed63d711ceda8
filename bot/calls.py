"""A plan as the exact calls of GitHub's API, in JSON: what ``copydesk-bot review --dry-run`` prints."""

from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from bot.plan import (
    ANNOTATIONS_A_CALL,
    AddLabels,
    Annotation,
    CreateCheckRun,
    CreateComment,
    CreateLabel,
    CreateReview,
    Inline,
    Plan,
    React,
    RemoveLabel,
    RemoveReviewers,
    ReplyComment,
    RequestReviewers,
    ResolveThread,
    Step,
    UpdateCheckRun,
    UpdateComment,
)

Json = dict[str, Any]

RESOLVE = "mutation($thread: ID!) { resolveReviewThread(input: {threadId: $thread}) { thread { id isResolved } } }"
NEW = "{check_run}"
"""Stands in a path for the id that the call before gives."""


def calls(plan: Plan) -> list[Json]:
    """Each call as ``{"method", "path", "body"}``, in order; ``body`` is None where there is none."""
    return [call for step in plan.steps for call in calls_of(step, plan)]


def calls_of(step: Step, plan: Plan) -> Iterator[Json]:
    """The calls of one step of a plan, in order."""
    repository = f"/repos/{plan.repository}"
    issue, pull = f"{repository}/issues/{plan.number}", f"{repository}/pulls/{plan.number}"
    match step:
        case CreateComment(body):
            yield _call("POST", f"{issue}/comments", {"body": body})
        case UpdateComment(comment, body):
            yield _call("PATCH", f"{repository}/issues/comments/{comment}", {"body": body})
        case CreateReview(commit, comments, body):
            sent = [inline(comment) for comment in comments]
            yield _call(
                "POST", f"{pull}/reviews", {"commit_id": commit, "event": "COMMENT", "body": body, "comments": sent}
            )
        case ResolveThread(thread):
            yield _call("POST", "/graphql", {"query": RESOLVE, "variables": {"thread": thread}})
        case ReplyComment(comment, body):
            yield _call("POST", f"{pull}/comments/{comment}/replies", {"body": body})
        case React(comment, content, in_thread):
            kind = "pulls" if in_thread else "issues"
            yield _call("POST", f"{repository}/{kind}/comments/{comment}/reactions", {"content": content})
        case CreateCheckRun() | UpdateCheckRun():
            yield from _check_run(step, f"{repository}/check-runs")
        case CreateLabel(name, color, description):
            yield _call("POST", f"{repository}/labels", {"name": name, "color": color, "description": description})
        case AddLabels(names):
            yield _call("POST", f"{issue}/labels", {"labels": list(names)})
        case RemoveLabel(name):
            yield _call("DELETE", f"{issue}/labels/{quote(name, safe='')}")
        case RequestReviewers(logins):
            yield _call("POST", f"{pull}/requested_reviewers", {"reviewers": list(logins)})
        case RemoveReviewers(logins):
            yield _call("DELETE", f"{pull}/requested_reviewers", {"reviewers": list(logins)})


def inline(comment: Inline) -> Json:
    """A comment of a review as the API takes it."""
    several = {} if comment.start is None else {"start_line": comment.start, "start_side": "RIGHT"}
    return {"path": comment.path, "line": comment.line, "side": "RIGHT", **several, "body": comment.body}


def annotation(one: Annotation) -> Json:
    """An annotation as the API takes it."""
    return {
        "path": one.path,
        "start_line": one.start,
        "end_line": one.end,
        "annotation_level": one.level,
        "title": one.title,
        "message": one.message,
    }


def batches(annotations: Sequence[Annotation]) -> list[Sequence[Annotation]]:
    """The annotations for each call; one batch at least, though it may be empty."""
    starts = range(0, max(len(annotations), 1), ANNOTATIONS_A_CALL)
    return [annotations[start : start + ANNOTATIONS_A_CALL] for start in starts]


def _check_run(step: CreateCheckRun | UpdateCheckRun, path: str) -> Iterator[Json]:
    first, *others = batches(step.annotations)
    if isinstance(step, CreateCheckRun):
        own = {"name": step.name, "head_sha": step.commit, "external_id": step.external_id}
        yield _call("POST", path, {**own, **_result(step, first)})
        path = f"{path}/{NEW}"
    else:
        path = f"{path}/{step.check_run}"
        yield _call("PATCH", path, _result(step, first))
    for batch in others:
        yield _call("PATCH", path, _result(step, batch))


def _result(step: CreateCheckRun | UpdateCheckRun, batch: Sequence[Annotation]) -> Json:
    output: Json = {"title": step.title, "summary": step.summary}
    if batch:
        output["annotations"] = [annotation(one) for one in batch]
    return {"status": "completed", "conclusion": step.conclusion, "output": output}


def _call(method: str, path: str, body: Json | None = None) -> Json:
    return {"method": method, "path": path, "body": body}
