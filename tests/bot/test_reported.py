"""What readers reported is named where a pull request touches it."""

from typing import Any

import pytest

from bot.feedback.issues import Group, Voice, draft, facts
from bot.feedback.report import Kind
from bot.reported import Reported, reported
from bot.review import decide
from bot.state import OpenIssue, PullRequest
from tests.bot import cases
from tests.bot.cases import HEAD, PATH, TEXT, TODAY, material, state, subject

WORDS = "an hour on most days, in shoes that fit well"
CHANGED = TEXT.replace("in shoes that fit well", "in good shoes")
ELSEWHERE = TEXT.replace("title: Walking", "title: Walking well")


def issue(passage: str = WORDS, number: int = 12, path: str = PATH, kind: Kind = Kind.UNCLEAR) -> OpenIssue:
    """An issue as the worker writes it."""
    article = cases.article(TEXT, path)
    voice = Voice(TODAY, "What shoes?", passage, "en", "a")
    about = facts(article, passage, address="https://github.com/example/health", commit=HEAD)
    made = draft(Group(path, about.place.heading if about.place else "", kind, (voice,)), about)
    return OpenIssue(number, made.body, made.labels)


def pull(**other: Any) -> PullRequest:
    return PullRequest("example/health", 7, HEAD, "b" * 40, **other)


def found(before: str | None, after: str | None, *issues: OpenIssue, **other: Any) -> list[Reported]:
    return list(reported([subject(before, after)], issues, pull(**other)))


def test_a_touched_passage_is_found() -> None:
    assert CHANGED != TEXT
    [one] = found(TEXT, CHANGED, issue())
    assert (one.number, one.kind, one.path, one.correction) == (12, Kind.UNCLEAR, PATH, False)
    assert one.section


@pytest.mark.parametrize(
    ("before", "after", "passage"),
    [(TEXT, ELSEWHERE, WORDS), (CHANGED.replace("an hour", "a while"), TEXT, "Something that stands nowhere in it")],
)
def test_what_is_not_touched_is_not_named(before: str, after: str, passage: str) -> None:
    known = issue()
    other = OpenIssue(12, known.body.replace(f"> {WORDS}", f"> {passage}"), known.labels)
    quoted = [line for line in known.body.split("\n") if line.startswith("> ")]
    text = known.body.replace(quoted[0], f"> {passage}")
    assert found(before, after, OpenIssue(other.number, text, other.labels)) == []


def test_other_articles_and_other_issues_are_not_named() -> None:
    assert found(TEXT, CHANGED, issue(path="articles/other.md")) == []
    known = issue()
    assert found(TEXT, CHANGED, OpenIssue(13, "x" + known.body, known.labels)) == []
    assert found(None, CHANGED, known) == []


def test_a_report_on_the_whole_article_and_one_on_an_article_that_goes() -> None:
    assert [one.section for one in found(TEXT, ELSEWHERE, issue(passage=""))] == [""]
    assert [one.number for one in found(TEXT, None, issue())] == [12]


@pytest.mark.parametrize("words", ["Fixes #12", "closes: #12.", "This resolved #12"])
def test_a_pull_request_that_closes_the_issue_gets_a_correction(words: str) -> None:
    assert [one.correction for one in found(TEXT, CHANGED, issue(), body=words)] == [True]


@pytest.mark.parametrize("words", ["See #12", "Fixes #123", "prefixes #12"])
def test_other_words_close_nothing(words: str) -> None:
    assert [one.correction for one in found(TEXT, CHANGED, issue(), body=words)] == [False]


def test_a_correction_that_is_there_is_not_proposed() -> None:
    entry = f"corrections:\n  - date: {TODAY}\n    what: Shoes.\n    issue: 12\n"
    there = CHANGED.replace("title: Walking\n", f"title: Walking\n{entry}")
    assert there != CHANGED
    assert [one.correction for one in found(TEXT, there, issue(), body="Fixes #12")] == [False]


def test_the_summary_names_them() -> None:
    told = state(pull=pull(body="Fixes #12"), feedback=(issue(), issue(passage="", number=14, kind=Kind.OTHER)))
    plan = decide(material([subject(TEXT, CHANGED)]), told).plan
    text = "\n".join(str(getattr(step, "body", "")) for step in plan.steps)
    assert "### Readers reported these passages" in text
    assert "- #12: hard to understand, in [" in text
    assert "- #14: something else, in [" in text
    assert f"corrections:\n  - date: {TODAY}\n" in text
    assert "    issue: 12\n" in text
    assert "issue: 14" not in text
