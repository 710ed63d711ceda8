"""What the bot says before it acts, what it suggests, what it is loud about, and what it answers."""

import json
from pathlib import Path

import pytest

from tests.bot.scenarios.newsroom import CITED, CONFIG, PEOPLE, UNCITED, Newsroom, article, section
from tests.github.harness import ME, READS, TOKEN
from tests.github.store import Label, Token

PATH = "articles/walking.md"
UNLINKED = article("Walking", section("Stairs", "climbing", " (1)"))


def test_a_dry_run_prints_the_exact_calls(newsroom: Newsroom) -> None:
    newsroom.push({PATH: article("Walking", UNCITED)})
    assert newsroom.process("--dry-run") == 0
    printed = json.loads(newsroom.log)
    assert not newsroom.hub.writes
    made = [{"method": seen.method, "path": seen.path, "body": seen.body} for seen in newsroom.writes()]
    assert printed == made


def test_a_dry_run_needs_no_github(newsroom: Newsroom) -> None:
    newsroom.push({PATH: article("Walking", UNCITED)})
    options = ("--repo", str(newsroom.folder), "--base", "main", "--head", "work", "--today", "2026-05-26")
    assert newsroom.invoke("review", "--dry-run", *options) == 0
    assert not newsroom.hub.calls
    assert any(call["path"].endswith("/reviews") for call in json.loads(newsroom.log))


def test_a_fix_is_suggested(newsroom: Newsroom) -> None:
    newsroom.push({PATH: UNLINKED})
    newsroom.writes()
    (thread,) = [one for one in newsroom.threads if "unlinked-citation" in one.body]
    _, _, rest = thread.body.partition("```suggestion\n")
    suggested = rest.partition("\n```")[0].split("\n")
    lines = UNLINKED.split("\n")
    first = thread.start or thread.line
    assert first is not None and thread.line is not None
    lines[first - 1 : thread.line] = suggested
    newsroom.push({PATH: "\n".join(lines)})
    newsroom.writes()
    assert thread.is_resolved
    assert newsroom.check("Copydesk") == "success"


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"copydesk.toml": f'ignore = ["uncited-section"]\n{CONFIG}'}, "uncited-section"),
        ({"people.yaml": PEOPLE.replace("  github: maria-example\n", "")}, "Maria Example"),
        ({"copydesk.toml": CONFIG.replace("does not provide", "provides no")}, "disclaimer"),
        (
            {PATH: article("Walking", "<!-- copydesk allow: uncited-section -- known -->\n\n", UNCITED)},
            "uncited-section",
        ),
    ],
    ids=["setting", "person", "disclaimer", "suppression"],
)
def test_what_weakens_the_checks_is_loud(newsroom: Newsroom, files: dict[str, str | None], words: str) -> None:
    newsroom.push(files)
    newsroom.writes()
    assert words in newsroom.summary.partition("### This weakens the checks")[2].partition("###")[0]


def test_commands_are_answered_once(newsroom: Newsroom) -> None:
    newsroom.push({PATH: article("Walking", UNCITED)})
    newsroom.writes()
    for words in ("explain uncited-section", "explain uncited", "recheck", "publish", "dismiss uncited-section"):
        newsroom.say("maria-example", f"/copydesk {words}")
    newsroom.writes()
    said = [one.body for one in newsroom.repository.comments.values() if one.author == ME][1:]
    assert len(said) == 4
    assert not newsroom.writes()
    heard = [one for one in newsroom.repository.comments.values() if one.author != ME]
    assert all(("eyes", ME) in one.reactions for one in heard)


def test_reviews_of_a_draft_are_asked_for_when_somebody_says_so(newsroom: Newsroom) -> None:
    newsroom.push({PATH: article("Walking", CITED)})
    newsroom.pull.is_draft = True
    newsroom.writes()
    assert not newsroom.pull.requested
    newsroom.say("nora-example", "/copydesk request-review")
    newsroom.writes()
    assert sorted(newsroom.pull.requested) == ["frida-example", "maria-example"]


def test_somebody_who_was_taken_off_is_not_asked_again(newsroom: Newsroom) -> None:
    newsroom.push({PATH: article("Walking", CITED)})
    newsroom.writes()
    newsroom.pull.requested.remove("maria-example")
    newsroom.push({PATH: article("Walking", CITED, section("Hills", "hiking"))})
    newsroom.writes()
    assert newsroom.pull.requested == ["frida-example"]


def test_labels_of_others_stay(newsroom: Newsroom) -> None:
    newsroom.push({PATH: article("Walking", UNCITED)})
    newsroom.repository.labels["urgent"] = Label("urgent")
    newsroom.pull.labels.append("urgent")
    newsroom.writes()
    newsroom.push({PATH: article("Walking", CITED)})
    newsroom.writes()
    assert "urgent" in newsroom.pull.labels


def test_the_job_s_page_holds_what_was_not_said(
    newsroom: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    newsroom.push({PATH: article("Walking", UNCITED)})
    newsroom.hub.store.tokens[TOKEN] = Token(ME, READS)
    assert newsroom.run() == 1
    assert "How to begin" in page.read_text(encoding="utf-8")


def test_a_closed_pull_request_is_left_alone(newsroom: Newsroom) -> None:
    newsroom.push({PATH: article("Walking", UNCITED)})
    newsroom.pull.state = "closed"
    assert not newsroom.writes()
