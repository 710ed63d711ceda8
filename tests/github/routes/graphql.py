"""The one thing that only GraphQL knows: which threads are resolved. Answers the bot's own queries, word by word."""

import re
from typing import Any

from tests.github import rules
from tests.github.call import Call, route
from tests.github.faults import Reply
from tests.github.store import Inline, Pull

Json = dict[str, Any]
SIZE = re.compile(r"reviewThreads\(first: (\d+)")


@route("POST", "/graphql", level="read")
def graphql(call: Call) -> Reply:
    query, variables = call.body["query"], call.body.get("variables", {})
    try:
        if "resolveReviewThread" in query:
            return Reply(200, {"data": _resolve(call, variables["thread"])})
        if "minimizeComment" in query:
            return Reply(200, {"data": _minimize(call, variables["comment"])})
        return Reply(200, {"data": _threads(call, query, variables)})
    except rules.RefusalError as refusal:
        kind = "NOT_FOUND" if refusal.status == 404 else "FORBIDDEN"
        return Reply(200, {"data": None, "errors": [{"type": kind, "message": refusal.message}]})


def _threads(call: Call, query: str, variables: Json) -> Json:
    rules.permitted(call.token, "pull_requests", "read")
    repository = call.store.repositories.get(f"{variables['owner']}/{variables['name']}")
    pull = repository.issues.get(variables["number"]) if repository else None
    if repository is None or not isinstance(pull, Pull):
        raise rules.RefusalError(404, "Could not resolve to a PullRequest.")
    found = SIZE.search(query)
    size, begin = int(found[1]) if found else 100, int(variables.get("after") or 0)
    firsts = [one for one in repository.inlines.values() if one.number == pull.number and one.reply_to is None]
    shown = firsts[begin : begin + size]
    more = begin + size < len(firsts)
    threads = {
        "pageInfo": {"hasNextPage": more, "endCursor": str(begin + len(shown)) if shown else None},
        "nodes": [_thread(one) for one in shown],
    }
    return {"viewer": {"login": call.token.login}, "repository": {"pullRequest": {"reviewThreads": threads}}}


def _thread(first: Inline) -> Json:
    return {
        "id": f"PRRT_{first.id}",
        "path": first.path,
        "isResolved": first.is_resolved,
        "isOutdated": first.line is None,
        "comments": {"nodes": [{"databaseId": first.id}]},
    }


def _resolve(call: Call, thread: str) -> Json:
    """GitHub asks for more here than for any other word on a pull request."""
    rules.permitted(call.token, "pull_requests", "write")
    rules.permitted(call.token, "contents", "write")
    for repository in call.store.repositories.values():
        first = repository.inlines.get(int(thread.removeprefix("PRRT_")))
        if first is not None:
            first.is_resolved = True
            return {"resolveReviewThread": {"thread": {"id": thread, "isResolved": True}}}
    raise rules.RefusalError(404, f"Could not resolve to a node with the global id of '{thread}'")


def _minimize(call: Call, comment: str) -> Json:
    rules.permitted(call.token, "issues|pull_requests", "write")
    for repository in call.store.repositories.values():
        for one in (*repository.comments.values(), *repository.inlines.values()):
            if comment == f"IC_{one.id}":
                one.is_minimized = True
                return {"minimizeComment": {"minimizedComment": {"isMinimized": True}}}
    raise rules.RefusalError(404, f"Could not resolve to a node with the global id of '{comment}'")
