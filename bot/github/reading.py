"""What GitHub says of a pull request, as the facts that a plan is made of."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

from bot.github.wire import Wire
from bot.state import CheckRun, Comment, PullRequest, Review, State, Thread

THREADS = """
query($owner: String!, $name: String!, $number: Int!, $after: String) {
  viewer { login }
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      reviewThreads(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes { id path isResolved isOutdated comments(first: 1) { nodes { databaseId } } }
      }
    }
  }
}
"""
"""Only GraphQL knows which threads are resolved, and which account a token speaks for."""

MOST_PEOPLE = 1000
Json = dict[str, Any]


def read(wire: Wire, repository: str, number: int) -> State:
    """The whole state; raises `GitHubError`."""
    root = f"/repos/{repository}"
    answer = wire.send("GET", f"{root}/pulls/{number}")
    pull = pull_request(repository, answer)
    me, threads = _threads(wire, repository, number)
    return State(
        pull=pull,
        me=me,
        comments=tuple(_heard(wire, repository, number, me)),
        threads=threads,
        reviews=tuple(reviews(wire, repository, number)),
        check_runs=tuple(own_check_runs(wire, repository, pull.head_sha, me)),
        labels=frozenset(label["name"] for label in answer["labels"]),
        known_labels=frozenset(label["name"] for label in wire.pages(f"{root}/labels")),
        requested=frozenset(_login(user) for user in answer["requested_reviewers"]),
        assignable=_assignable(wire, root),
    )


def _assignable(wire: Wire, root: str) -> frozenset[str] | None:
    """Those who can be asked for a review; None in an organisation that is too large to list them."""
    found = [_login(user) for user in islice(wire.pages(f"{root}/assignees"), MOST_PEOPLE + 1)]
    return frozenset(found) if len(found) <= MOST_PEOPLE else None


def pull_request(repository: str, answer: Json) -> PullRequest:
    """A pull request as the REST API gives it."""
    head, base = answer["head"], answer["base"]
    return PullRequest(
        repository=repository,
        number=answer["number"],
        head_sha=head["sha"],
        base_sha=base["sha"],
        base_ref=base["ref"],
        head_ref=head["ref"],
        head_repository=(head["repo"] or {}).get("full_name", ""),
        author=_login(answer["user"]),
        title=answer["title"],
        is_draft=bool(answer.get("draft")),
        is_open=answer["state"] == "open",
    )


def comments(wire: Wire, repository: str, number: int) -> Iterator[Comment]:
    """The comments of the conversation, oldest first."""
    return (_comment(entry) for entry in wire.pages(f"/repos/{repository}/issues/{number}/comments"))


def inline_comments(wire: Wire, repository: str, number: int) -> Iterator[Comment]:
    """The comments of all threads, oldest first."""
    return (_comment(entry) for entry in wire.pages(f"/repos/{repository}/pulls/{number}/comments"))


def _heard(wire: Wire, repository: str, number: int, me: str) -> Iterator[Comment]:
    """The comments of the conversation, with whether the bot gave its sign; anyone may give the same one."""
    root = f"/repos/{repository}/issues"
    for entry in wire.pages(f"{root}/{number}/comments"):
        yield replace(_comment(entry), is_heard=_has_sign(wire, f"{root}/comments", entry, me))


def _has_sign(wire: Wire, root: str, entry: Json, me: str) -> bool:
    if not (entry.get("reactions") or {}).get("eyes"):
        return False
    signs = wire.pages(f"{root}/{entry['id']}/reactions?content=eyes")
    return any(_login(sign["user"]) == me for sign in signs)


def reviews(wire: Wire, repository: str, number: int) -> Iterator[Review]:
    """The reviews that were handed in, oldest first."""
    return (_review(entry) for entry in wire.pages(f"/repos/{repository}/pulls/{number}/reviews"))


def own_check_runs(wire: Wire, repository: str, commit: str, me: str) -> Iterator[CheckRun]:
    """The check runs of the account's own app on a commit, the newest of each name."""
    found: dict[str, Json] = {}
    for entry in wire.pages(f"/repos/{repository}/commits/{commit}/check-runs", "check_runs"):
        app = (entry.get("app") or {}).get("slug")
        if f"{app}[bot]" == me and entry["id"] > found.get(entry["name"], {"id": 0})["id"]:
            found[entry["name"]] = entry
    return (_check_run(entry) for entry in found.values())


def _threads(wire: Wire, repository: str, number: int) -> tuple[str, tuple[Thread, ...]]:
    """The bot's own account, and the threads with all their comments."""
    owner, _, name = repository.partition("/")
    nodes: list[Json] = []
    after = None
    while True:
        data = wire.query(THREADS, {"owner": owner, "name": name, "number": number, "after": after})
        found = data["repository"]["pullRequest"]["reviewThreads"]
        nodes += found["nodes"]
        after = found["pageInfo"]["endCursor"]
        if not found["pageInfo"]["hasNextPage"]:
            break
    me = data["viewer"]["login"]
    talks = _talks(wire, repository, number, me) if nodes else {}
    return me, tuple(_thread(node, talks) for node in nodes)


def _talks(wire: Wire, repository: str, number: int, me: str) -> dict[int, list[Comment]]:
    """The comments of each thread, by the id of its first one."""
    talks: dict[int, list[Comment]] = {}
    root = f"/repos/{repository}/pulls"
    for entry in wire.pages(f"{root}/{number}/comments"):
        said = replace(_comment(entry), is_heard=_has_sign(wire, f"{root}/comments", entry, me))
        talks.setdefault(entry.get("in_reply_to_id") or entry["id"], []).append(said)
    return talks


def _thread(node: Json, talks: dict[int, list[Comment]]) -> Thread:
    first = node["comments"]["nodes"]
    said = talks.get(first[0]["databaseId"], []) if first else []
    return Thread(node["id"], node["path"], tuple(said), node["isResolved"], node["isOutdated"])


def _comment(entry: Json) -> Comment:
    return Comment(entry["id"], _login(entry["user"]), entry.get("body") or "", entry["created_at"])


def _review(entry: Json) -> Review:
    return Review(
        author=_login(entry["user"]),
        state=entry["state"],
        commit=entry.get("commit_id") or "",
        submitted_at=entry.get("submitted_at") or "",
        body=entry.get("body") or "",
        id=entry["id"],
    )


def _check_run(entry: Json) -> CheckRun:
    output = entry["output"]
    return CheckRun(
        id=entry["id"],
        name=entry["name"],
        head_sha=entry["head_sha"],
        external_id=entry.get("external_id") or "",
        status=entry["status"],
        conclusion=entry.get("conclusion") or "",
        title=output.get("title") or "",
        summary=output.get("summary") or "",
        annotations=output.get("annotations_count") or 0,
    )


def _login(user: Json | None) -> str:
    """GitHub shows deleted accounts as "ghost"; the API gives null."""
    return str(user["login"]) if user else "ghost"
