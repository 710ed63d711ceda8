"""The circuit breaker says so, in one issue a day."""

from datetime import datetime, timedelta

from bot.feedback.report import LABEL
from bot.feedback.store import Store
from bot.feedback.store.notices import claim, held, made
from bot.github.issues import Issues
from bot.markers import marker


def notify(store: Store, issues: Issues, at: datetime, lease: timedelta) -> None:
    """Makes the day's notice where issues were held back, or brings it up to date. Raises `GitHubError`."""
    day = at.date()
    sign = marker("notice", day.isoformat())
    with store.begin() as connection:
        notice = held(connection, day)
        is_ours = notice is not None and notice.issue is None and claim(connection, day, at, lease)
    if notice is None:
        return
    text = _text(sign, notice.held)
    if notice.issue is not None:
        if issues.read(notice.issue).body != text:
            issues.update(notice.issue, body=text)
    elif is_ours:
        title = f"Reader feedback: the limit of new issues is reached ({day.isoformat()})"
        number = issues.find(sign, LABEL) or issues.create(title, text, (LABEL,), ())
        with store.begin() as connection:
            made(connection, day, number)


def _text(sign: str, count: int) -> str:
    waits = "1 report waits" if count == 1 else f"{count:,} reports wait"
    return (
        f"{sign}\n\nMore readers reported problems today than issues are made in a day. {waits} in the queue: none is "
        "lost, and none becomes an issue by itself.\n\n"
        "- [ ] Look at them: `copydesk-bot feedback list --queue waiting`, or on the maintainer's page.\n"
        "- [ ] Make issues of those that are right: `copydesk-bot feedback approve NUMBER`.\n"
        "- [ ] If this is an everyday number, raise `daily` under `[feedback]` in copydesk.toml."
    )
