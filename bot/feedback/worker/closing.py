"""Closes the loop: what became of an issue is what the receipts of its reports say."""

from datetime import datetime

from bot.feedback.desk import Desk
from bot.feedback.receipts import Ending, ending, plain
from bot.feedback.report import LABEL
from bot.feedback.store import Store
from bot.feedback.store.receipts import OpenGroup, end, open_groups, undecided
from bot.feedback.worker.versions import Versions
from bot.github.errors import RefusedError
from bot.github.issues import Issues

_MOST_ASKED = 20
"""Of those who said something on an issue, how many are looked up for write access."""


def settle(store: Store, issues: Issues, desk: Desk, at: datetime) -> int:
    """Moves the receipts of all groups whose issue is closed; how many moved. Raises `GitHubError`."""
    with store.begin() as connection:
        groups = open_groups(connection)
    if not groups:
        return 0
    still_open = {one.number for one in issues.labelled(LABEL, "open")}
    versions = Versions(desk.root, desk.config)
    try:
        return sum(_settle(store, issues, versions, one, at) for one in groups if one.issue not in still_open)
    finally:
        versions.close()


def _settle(store: Store, issues: Issues, versions: Versions, group: OpenGroup, at: datetime) -> int:
    try:
        issue = issues.read(group.issue)
    except RefusedError:
        return 0  # it was deleted, or moved elsewhere
    if issue.is_open:
        return 0
    why = _why(issues, group.issue) if issue.reason == "not_planned" else ""
    with store.begin() as connection:
        reports = undecided(connection, group.id)
    endings: dict[int, Ending] = {}
    for number, received in reports:
        now = versions.now(group.article)
        if found := ending(issue.reason, versions.at(group.article, received), now, at.date(), why):
            endings[number] = found
    with store.begin() as connection:
        end(connection, group.id, endings, at)
    return len(endings)


def _why(issues: Issues, number: int) -> str:
    """The last thing that somebody with write access said, as a reader may see it."""
    said = [(login, text) for login, text in issues.comments(number) if not login.endswith("[bot]")]
    may: dict[str, bool] = {}
    for login, text in reversed(said):
        if login not in may and len(may) < _MOST_ASKED:
            may[login] = issues.may_write(login)
        if may.get(login):
            return plain(text)
    return ""
