"""A pull request that touches what readers reported, on GitHub."""

from datetime import date

from bot.feedback.desk import Desk
from bot.feedback.issues import Group, Voice, draft
from bot.feedback.report import Kind
from tests.bot.scenarios.newsroom import CITED, TODAY, WHEN, Newsroom, article
from tests.github.harness import ME
from tests.github.store import Issue, Label

PATH = "articles/walking.md"
TEXT = article("Walking", CITED)


DATED = TEXT.replace("last_modified: 2026-05-26", "last_modified: 2026-05-20")
OLD, NEW = "Regular climbing keeps", "Climbing stairs keeps"


def report(newsroom: Newsroom, passage: str, text: str = TEXT) -> Issue:
    """An issue of ours, on an article that is on main."""
    newsroom.git("checkout", "--quiet", "main")
    newsroom.commit({PATH: text})
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
    newsroom.push({PATH: TEXT.replace(OLD, NEW)})
    newsroom.pull.body = "Fixes #12"
    newsroom.writes()
    assert "- #12: hard to understand" in newsroom.summary
    assert "corrections:" in newsroom.summary
    assert listings(newsroom) == 1
    assert not newsroom.writes()


def test_a_correction_is_one_click_where_the_front_matter_is_touched(newsroom: Newsroom) -> None:
    report(newsroom, "Regular climbing keeps the back strong", DATED)
    newsroom.push({PATH: TEXT.replace(OLD, NEW)})
    newsroom.pull.body = "Fixes #12"
    newsroom.writes()
    [said] = [one for one in newsroom.repository.inlines.values() if "reported (#12)" in one.body]
    rows = TEXT.replace(OLD, NEW).split("\n")
    assert rows[said.line - 1] == "last_modified: 2026-05-26"
    rows[said.line - 1] = said.body.partition("```suggestion\n")[2].partition("\n```")[0]
    text = "\n".join(rows)
    assert f"last_modified: 2026-05-26\ncorrections:\n  - date: {TODAY}\n    what: " in text
    assert "corrections:" not in newsroom.summary
    assert not newsroom.writes()
    newsroom.push({PATH: text})
    newsroom.writes()
    assert [one.is_resolved for one in newsroom.repository.inlines.values() if one is said] == [True]
    assert "corrections:" not in newsroom.summary


def test_nobody_is_asked_where_there_are_no_reports(newsroom: Newsroom) -> None:
    newsroom.push({PATH: TEXT})
    newsroom.writes()
    assert listings(newsroom) == 0
