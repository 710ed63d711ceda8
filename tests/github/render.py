"""What the fake knows, as the REST API writes it; what is left out, `openapi` fills in or nobody reads."""

from typing import Any

from tests.github.store import CheckRun, Comment, Inline, Issue, Label, Pull, Repository, Review, Run

Json = dict[str, Any]


def user(login: str) -> Json:
    return {"login": login, "type": "Bot" if login.endswith("[bot]") else "User"}


def repository(full_name: str) -> Json | None:
    """None for a fork that is gone."""
    owner, _, name = full_name.partition("/")
    return {"full_name": full_name, "name": name, "owner": user(owner)} if full_name else None


def label(one: Label) -> Json:
    return {"name": one.name, "color": one.color, "description": one.description}


def labels(of: Repository, names: list[str]) -> list[Json]:
    return [label(of.labels[name.lower()]) for name in names]


def comment(one: Comment) -> Json:
    return {
        "id": one.id,
        "user": user(one.author),
        "body": one.body,
        "created_at": one.created,
        "reactions": reactions(one),
    }


def reactions(one: Comment) -> Json:
    kinds = ("+1", "-1", "laugh", "confused", "heart", "hooray", "eyes", "rocket")
    given = [content for content, _ in one.reactions]
    return {"total_count": len(given), **{kind: given.count(kind) for kind in kinds}}


def inline(one: Inline) -> Json:
    reply = {} if one.reply_to is None else {"in_reply_to_id": one.reply_to}
    lines = {} if one.line is None else {"line": one.line, "start_line": one.start}
    return {
        **comment(one),
        **reply,
        **lines,
        "path": one.path,
        "original_line": one.original_line,
        "commit_id": one.commit,
        "side": "RIGHT",
        "pull_request_review_id": one.review or None,
    }


def review(one: Review) -> Json:
    return {
        "id": one.id,
        "user": user(one.author),
        "body": one.body,
        "state": one.state,
        "commit_id": one.commit,
        "submitted_at": one.submitted,
    }


def check_run(one: CheckRun) -> Json:
    return {
        "id": one.id,
        "name": one.name,
        "head_sha": one.commit,
        "external_id": one.external_id or None,
        "status": one.status,
        "conclusion": one.conclusion,
        "app": {"slug": one.app},
        "output": {"title": one.title, "summary": one.summary, "annotations_count": len(one.annotations)},
    }


def issue(of: Repository, one: Issue) -> Json:
    pull = {"pull_request": {}} if isinstance(one, Pull) else {}
    return {
        **pull,
        "number": one.number,
        "title": one.title,
        "body": one.body,
        "user": user(one.author),
        "state": one.state,
        "state_reason": one.reason,
        "labels": labels(of, one.labels),
        "assignees": [user(login) for login in one.assignees],
        "comments": sum(1 for comment in of.comments.values() if comment.number == one.number),
        "created_at": one.created,
        "updated_at": one.updated or one.created,
    }


def pull(of: Repository, one: Pull) -> Json:
    return {
        "number": one.number,
        "title": one.title,
        "body": one.body,
        "user": user(one.author),
        "state": one.state,
        "draft": one.is_draft,
        "labels": labels(of, one.labels),
        "requested_reviewers": [user(login) for login in one.requested],
        "head": {"sha": one.head, "ref": one.head_branch, "repo": repository(one.head_repository)},
        "base": {"sha": one.base, "ref": one.base_branch, "repo": repository(of.full_name)},
        "created_at": one.created,
    }


def run(one: Run) -> Json:
    return {
        "id": one.id,
        "head_sha": one.commit,
        "head_branch": one.branch,
        "head_repository": repository(one.repository),
        "event": one.event,
        "status": "completed",
        "conclusion": one.conclusion,
    }
