"""GitHub refuses, falls silent or is spoken to by two runs at once: nothing is lost, and nothing is said twice."""

from pathlib import Path

import pytest

from tests.bot.scenarios.newsroom import CITED, UNCITED, Newsroom, article
from tests.github import faults
from tests.github.harness import ME, READS, TOKEN
from tests.github.harness import WRITES as WRITES_ALL
from tests.github.store import Token

WALKING, SITTING = "articles/walking.md", "articles/sitting.md"
FLAWED: dict[str, str | None] = {WALKING: article("Walking", UNCITED), SITTING: article("Sitting", UNCITED)}
WRITES = r"(POST|PATCH|DELETE) /repos/.*"


def shown(newsroom: Newsroom) -> dict[str, object]:
    """All that people see of the bot."""
    return {
        "summary": newsroom.summary.partition(" -->")[2],
        "threads": sorted((one.path, one.line, one.body, one.is_resolved) for one in newsroom.threads),
        "checks": sorted(
            (run.name, run.conclusion, len(run.annotations)) for run in newsroom.repository.checks.values()
        ),
        "labels": sorted(newsroom.pull.labels),
        "requested": sorted(newsroom.pull.requested),
    }


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("passes", range(9))
def test_github_dies_in_the_middle_and_a_rerun_completes(newsroom: Newsroom, passes: int, after: bool) -> None:
    newsroom.push(FLAWED)
    newsroom.hub.faults.add(faults.down(WRITES, after=after, passes=passes))
    assert newsroom.run() != 0
    assert "GitHub did not take this" in newsroom.log
    newsroom.hub.faults.waiting.clear()
    newsroom.writes()
    rerun = shown(newsroom)
    assert not newsroom.writes()
    assert len(newsroom.threads) == len(newsroom.repository.checks) == 2
    assert rerun["labels"] == ["needs citation", "needs fact-check", "needs medical review"]
    assert rerun["requested"] == ["frida-example", "maria-example"]


def test_each_answer_is_lost_once(newsroom: Newsroom) -> None:
    newsroom.push(FLAWED)
    for passes in range(0, 40, 2):
        newsroom.hub.faults.add(faults.bad_gateway(WRITES, after=True, passes=passes))
    newsroom.writes()
    newsroom.hub.faults.waiting.clear()
    assert not newsroom.writes()
    assert len(newsroom.threads) == len(newsroom.repository.checks) == 2
    assert len(newsroom.repository.reviews) == 1


def test_listings_that_lag_bring_no_duplicates(newsroom: Newsroom) -> None:
    newsroom.hub.store.lag = 3
    newsroom.push(FLAWED)
    newsroom.writes()
    newsroom.run()
    assert len(newsroom.threads) == len(newsroom.repository.checks) == 2
    assert newsroom.summary


def test_an_older_run_leaves_the_newer_ones_words_alone(newsroom: Newsroom) -> None:
    newsroom.push(FLAWED)
    newer: list[str] = []

    def push() -> None:
        newsroom.push({SITTING: article("Sitting")})
        newsroom.writes()
        newer.append(newsroom.summary)

    reports = newsroom.reports()
    newsroom.hub.faults.add(faults.meanwhile(r"POST .*/issues/1/comments", newsroom.hub.unlocked(push)))
    assert newsroom.invoke(*newsroom.arguments(*reports)) == 0
    assert newsroom.summaries == newer
    assert not newsroom.writes()


def test_two_runs_on_one_commit_leave_one_summary(newsroom: Newsroom) -> None:
    newsroom.push(FLAWED)
    newsroom.hub.faults.add(
        faults.meanwhile(r"POST .*/issues/1/comments", newsroom.hub.unlocked(lambda: newsroom.writes()))
    )
    newsroom.run()
    assert newsroom.summary
    assert not newsroom.writes()


def test_a_line_that_github_refuses_goes_to_the_summary(newsroom: Newsroom) -> None:
    newsroom.push(FLAWED)
    lines = dict(newsroom.pull.lines)
    lines[SITTING] = {1: "---"}
    newsroom.pull.lines = lines
    newsroom.writes()
    assert [one.path for one in newsroom.threads] == [WALKING]
    assert SITTING in newsroom.summary.partition("### More new findings")[2]
    before = shown(newsroom)
    assert [seen.status for seen in newsroom.writes()] == [422]
    assert shown(newsroom) == before


def test_a_token_that_may_only_read_has_all_in_the_log(newsroom: Newsroom, tmp_path: Path) -> None:
    newsroom.push(FLAWED)
    newsroom.hub.store.tokens[TOKEN] = Token(ME, READS)
    assert newsroom.run() != 0
    assert "How to begin" in newsroom.log
    assert "The check run Copydesk" in newsroom.log
    assert not any(line.lstrip().startswith(("::", "##[")) for line in newsroom.log.splitlines())


def test_threads_that_may_not_be_resolved_stay_open_and_all_else_is_done(newsroom: Newsroom) -> None:
    newsroom.hub.store.tokens[TOKEN] = Token(ME, {**WRITES_ALL, "contents": "read"})
    newsroom.push(FLAWED)
    newsroom.writes()
    newsroom.push({WALKING: article("Walking", CITED), SITTING: article("Sitting", CITED)})
    newsroom.writes()
    assert not any(thread.is_resolved for thread in newsroom.threads)
    assert newsroom.check("Copydesk") == "success"


def test_a_refusal_and_then_silence_loses_nothing(newsroom: Newsroom) -> None:
    newsroom.push({WALKING: article("Walking", UNCITED)})
    newsroom.pull.lines = {}
    newsroom.hub.faults.add(faults.down(r"GET .*/issues/1/comments", passes=1))
    assert newsroom.run() == 1
    assert "The comment on line" in newsroom.log
    assert "The summary comment" in newsroom.log
    assert "The check run Editorial review" in newsroom.log
