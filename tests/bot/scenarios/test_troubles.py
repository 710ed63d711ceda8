"""GitHub refuses, falls silent or is spoken to by two runs at once: nothing is lost, and nothing is said twice."""

import pytest

from tests.bot.scenarios.newsroom import UNCITED, Newsroom, article
from tests.github import faults

WALKING = "articles/walking.md"
SITTING = "articles/sitting.md"
BOTH: dict[str, str | None] = {
    WALKING: article("Walking", UNCITED),
    SITTING: article("Sitting", UNCITED),
}


def shown(newsroom: Newsroom) -> dict[str, object]:
    """All that people see of the bot."""
    pull = newsroom.pull
    return {
        "summaries": [body.partition(" -->")[2] for body in newsroom.summaries],
        "threads": sorted((one.path, one.line, one.body, one.is_resolved) for one in newsroom.threads),
        "checks": {name: newsroom.check(name) for name in ("Copydesk", "Editorial review")},
        "runs": len(newsroom.repository.checks),
        "notes": [len(run.annotations) for run in newsroom.repository.checks.values()],
        "labels": sorted(pull.labels),
        "requested": sorted(pull.requested),
    }


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("passes", range(8))
def test_github_dies_in_the_middle_and_a_rerun_completes(newsroom: Newsroom, passes: int, after: bool) -> None:
    newsroom.push(BOTH)
    writes = r"(POST|PATCH|DELETE) /repos/.*"
    newsroom.hub.faults.add(faults.down(writes, after=after, passes=passes))
    assert newsroom.run() != 0
    newsroom.hub.faults.waiting.clear()
    assert newsroom.run() == 0, newsroom.log
    died = shown(newsroom)
    assert not newsroom.writes()
    assert died["runs"] == 2
    assert len(newsroom.summaries) == 1
    assert len(newsroom.threads) == 2
