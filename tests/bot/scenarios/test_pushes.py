"""What reviewers see as a pull request grows."""

from tests.bot.scenarios.newsroom import CITED, UNCITED, Newsroom, article

PATH = "articles/walking.md"
FLAWED, SOUND = article("Walking", UNCITED), article("Walking", CITED)
BOTH = article("Walking", CITED, UNCITED)


def test_a_first_push(newsroom: Newsroom) -> None:
    newsroom.push({PATH: FLAWED})
    newsroom.writes()
    assert "uncited-section" in newsroom.summary
    (thread,) = newsroom.threads
    assert (thread.path, thread.line in newsroom.pull.lines[PATH]) == (PATH, True)
    assert newsroom.check("Copydesk") == "failure"
    assert newsroom.check("Editorial review") == "action_required"
    assert sorted(newsroom.pull.requested) == ["frida-example", "maria-example"]
    assert sorted(newsroom.pull.labels) == ["needs citation", "needs fact-check", "needs medical review"]


def test_a_second_run_on_the_same_commit_changes_nothing(newsroom: Newsroom) -> None:
    newsroom.push({PATH: FLAWED})
    newsroom.writes()
    assert not newsroom.writes()


def test_a_second_push_with_the_fix(newsroom: Newsroom) -> None:
    newsroom.push({PATH: FLAWED})
    newsroom.writes()
    newsroom.push({PATH: SOUND})
    newsroom.writes()
    (thread,) = newsroom.threads
    assert thread.is_resolved
    assert len(newsroom.summaries) == 1
    assert newsroom.check("Copydesk") == "success"
    assert "needs citation" not in newsroom.pull.labels


def test_a_push_that_leaves_the_finding(newsroom: Newsroom) -> None:
    newsroom.push({PATH: FLAWED})
    newsroom.writes()
    newsroom.push({PATH: BOTH})
    newsroom.writes()
    (thread,) = newsroom.threads
    assert not thread.is_resolved
    assert len(newsroom.summaries) == 1


def test_a_force_push(newsroom: Newsroom) -> None:
    newsroom.push({PATH: FLAWED})
    newsroom.writes()
    newsroom.push({PATH: BOTH}, "--amend")
    newsroom.writes()
    assert len(newsroom.threads) == len(newsroom.summaries) == 1
    assert newsroom.check("Copydesk") == "failure"


def test_a_rename_brings_no_findings(newsroom: Newsroom) -> None:
    newsroom.git("checkout", "--quiet", "main")
    newsroom.commit({PATH: FLAWED})
    newsroom.git("checkout", "--quiet", "-B", "work")
    newsroom.push({PATH: None, "articles/strolling.md": FLAWED})
    newsroom.writes()
    assert not newsroom.threads
    assert newsroom.check("Copydesk") in ("success", None)


def test_a_deletion(newsroom: Newsroom) -> None:
    newsroom.git("checkout", "--quiet", "main")
    newsroom.commit({PATH: FLAWED})
    newsroom.git("checkout", "--quiet", "-B", "work")
    newsroom.push({PATH: None})
    newsroom.writes()
    assert "removed" in newsroom.summary
    assert not newsroom.pull.requested


def test_a_clean_pull_request_hears_nothing(newsroom: Newsroom) -> None:
    newsroom.push({"notes.txt": "No article.\n"})
    assert not newsroom.writes()
    assert not newsroom.repository.comments


def test_many_articles_do_not_multiply_the_calls(newsroom: Newsroom) -> None:
    names = [f"articles/extra-{number}.md" for number in range(400)]
    newsroom.push({name: article(f"Walking {name[15:-3]}", UNCITED) for name in names})
    writes = newsroom.writes()
    assert len(newsroom.threads) == 20
    assert len(writes) < 20
    assert len(newsroom.summary) <= 65_536
