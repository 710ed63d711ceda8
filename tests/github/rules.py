"""What GitHub refuses, and in which words."""

from typing import Any

from tests.github.store import Pull, Repository, Token

BODY_LIMIT = 65_536
CHECK_LIMIT = 65_535
ANNOTATIONS_LIMIT = 50
ROLES = ("read", "triage", "write", "maintain", "admin")


class RefusalError(Exception):
    """An answer that is no success."""

    def __init__(self, status: int, message: str, errors: tuple[Any, ...] = ()) -> None:
        super().__init__(message)
        self.status, self.message, self.errors = status, message, errors


def permitted(token: Token, needs: str, level: str) -> None:
    """``needs``: one of these permissions, separated by a bar."""
    order = {"": 0, "read": 1, "write": 2}
    if not any(order[token.permissions.get(name, "")] >= order[level] for name in needs.split("|")):
        raise RefusalError(403, "Resource not accessible by integration")


def text(body: Any, field: str = "body", limit: int = BODY_LIMIT) -> str:
    """A text that is there and not too long."""
    if not isinstance(body, str) or not body.strip():
        raise RefusalError(
            422, "Validation Failed", ({"resource": "IssueComment", "code": "missing_field", "field": field},)
        )
    if len(body) > limit:
        message = f"{field} is too long (maximum is {limit} characters)"
        raise RefusalError(
            422, "Validation Failed", ({"resource": "IssueComment", "code": "custom", "message": message},)
        )
    return body


def in_diff(pull: Pull, comment: dict[str, Any], strings: bool) -> None:
    """A comment stands on lines that the diff shows; ``strings``: the errors of a review name no comment."""
    lines = pull.lines.get(comment.get("path", ""))
    if lines is None:
        _unresolved("Path", "path", strings)
    assert lines is not None
    wanted = [comment["line"], *([comment["start_line"]] if comment.get("start_line") is not None else [])]
    if any(line not in lines for line in wanted) or wanted != sorted(wanted, reverse=True):
        _unresolved("Line", "line", strings)


def _unresolved(what: str, field: str, strings: bool) -> None:
    message = f"{what} could not be resolved"
    if strings:
        raise RefusalError(422, "Unprocessable Entity", (message,))
    entry = {"resource": "PullRequestReviewComment", "code": "custom", "field": f"pull_request_review_thread.{field}"}
    raise RefusalError(422, "Validation Failed", ({**entry, "message": f"{entry['field']} could not be resolved"},))


def commit_of(pull: Pull, commit: str) -> str:
    """The commit that a review is for: one of the pull request's own."""
    if commit not in pull.commits:
        raise RefusalError(422, "Unprocessable Entity", ("The commit_id is not part of the pull request",))
    return commit


def reviewable(repository: Repository, pull: Pull, logins: list[str]) -> None:
    """Only collaborators can be asked, and never the author; one who cannot refuses them all."""
    if any(login == pull.author for login in logins):
        raise RefusalError(422, "Review cannot be requested from pull request author.")
    if any(login not in repository.collaborators for login in logins):
        raise RefusalError(
            422, "Reviews may only be requested from collaborators. One or more of the users is not a collaborator."
        )


def output(body: dict[str, Any]) -> dict[str, Any]:
    """What a check run shows."""
    shown: dict[str, Any] = body.get("output") or {}
    for field in ("summary", "text"):
        if len(shown.get(field) or "") > CHECK_LIMIT:
            message = f"Only {CHECK_LIMIT} characters are allowed; {len(shown[field])} were supplied."
            raise RefusalError(422, f"Invalid request.\n\n{message}")
    if len(shown.get("annotations", ())) > ANNOTATIONS_LIMIT:
        raise RefusalError(422, f"Invalid request.\n\nNo more than {ANNOTATIONS_LIMIT} items are allowed.")
    return shown
