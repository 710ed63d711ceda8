"""A pull request that touches what readers reported, on GitHub."""

from datetime import date

from bot.feedback.desk import Desk
from bot.feedback.issues import Group, Voice, draft
from bot.feedback.report import Kind
from tests.bot.scenarios.newsroom import CITED, WHEN, Newsroom, article
from tests.github.harness import ME
from tests.github.store import Issue, Label

PATH = "articles/walking.md"
TEXT = article("Walking", CITED)


def report(newsroom: Newsroom, passage: str) -> Issue:
    """An issue of ours, on an article that is on main."""
    newsroom.git("checkout", "--quiet", "main")
    newsroom.commit({PATH: TEXT})
    newsroom.git("checkout", "--quiet", "-B", "work")
    desk = Desk(newsroom.folder, "https://github.example/example/health", newsroom.git("rev-parse", "HEAD").strip())
    about = desk.facts(PATH, passage)
    assert about.place
    voice = Voice(date(2026, 5, 1), "Which stairs?", passage, "en", "a")
    made = draft(Group(PATH, about.place.heading, Kind.UNCLEAR, (voice,)), about)
    for label in made.labels:
        newsroom.repository.labels[label.casefold()] = Label(label)
    issue = Issue(12, made.title, ME, WHEN, made.body, labels=list(made.labels))
    newsroom.repository.issues[12] = issue
    return issue


def listings(newsroom: Newsroom) -> int:
    return sum(call.method == "GET" and "/issues?" in call.path for call in newsroom.hub.calls)


def test_the_summary_names_the_report(newsroom: Newsroom) -> None:
    report(newsroom, "Regular climbing keeps the back strong")
    newsroom.push({PATH: TEXT.replace("Regular climbing keeps", "Climbing stairs keeps")})
    newsroom.pull.body = "Fixes #12"
    newsroom.writes()
    assert "- #12: hard to understand" in newsroom.summary
    assert "corrections:" in newsroom.summary
    assert listings(newsroom) == 1
    assert not newsroom.writes()


def test_nobody_is_asked_where_there_are_no_reports(newsroom: Newsroom) -> None:
    newsroom.push({PATH: TEXT})
    newsroom.writes()
    assert listings(newsroom) == 0
