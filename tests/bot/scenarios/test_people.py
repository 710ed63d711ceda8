"""What people say to the bot, and what their approvals are worth."""

import pytest

from tests.bot.scenarios.newsroom import CITED, UNCITED, Newsroom, article, section
from tests.github.harness import ME

PATH = "articles/walking.md"
FLAWED, SOUND = article("Walking", UNCITED), article("Walking", CITED)
BOTH = article("Walking", CITED, UNCITED)
LONGER = article("Walking", CITED, section("Hills", "hiking"))


def test_a_reply_in_a_thread_is_kept_when_the_finding_goes(newsroom: Newsroom) -> None:
    newsroom.push({PATH: FLAWED})
    newsroom.writes()
    (thread,) = newsroom.threads
    reply = newsroom.answer(thread, "nora-example", "I will look for a source.")
    newsroom.push({PATH: SOUND})
    newsroom.writes()
    assert thread.is_resolved
    assert reply.id in newsroom.repository.inlines


def test_a_dismissal_stays_on_later_pushes(newsroom: Newsroom) -> None:
    newsroom.push({PATH: FLAWED})
    newsroom.writes()
    newsroom.say("maria-example", "/copydesk dismiss uncited-section it is common knowledge")
    newsroom.writes()
    (thread,) = newsroom.threads
    assert thread.is_resolved
    assert "common knowledge" in newsroom.summary
    assert newsroom.check("Copydesk") != "failure"
    newsroom.push({PATH: BOTH})
    newsroom.writes()
    assert "common knowledge" in newsroom.summary
    assert len(newsroom.threads) == 1
    assert not newsroom.writes()


def test_a_dismissal_in_the_thread(newsroom: Newsroom) -> None:
    newsroom.push({PATH: FLAWED})
    newsroom.writes()
    (thread,) = newsroom.threads
    newsroom.answer(thread, "maria-example", "/copydesk dismiss uncited-section it is common knowledge")
    newsroom.writes()
    assert thread.is_resolved
    assert not newsroom.writes()


@pytest.mark.parametrize("login", ["stranger-example", "omar-example"])
def test_who_may_not_write_gets_one_answer(newsroom: Newsroom, login: str) -> None:
    newsroom.push({PATH: FLAWED})
    newsroom.writes()
    newsroom.say(login, "/copydesk dismiss uncited-section I say so")
    newsroom.writes()
    assert not newsroom.writes()
    (thread,) = newsroom.threads
    assert not thread.is_resolved
    answers = [one for one in newsroom.repository.comments.values() if one.author == ME]
    assert len(answers) == 2


def test_a_forged_summary_is_somebody_elses(newsroom: Newsroom) -> None:
    newsroom.push({PATH: FLAWED})
    newsroom.writes()
    forged = newsroom.say("stranger-example", newsroom.summary.replace("uncited-section", "nothing"))
    newsroom.push({PATH: SOUND})
    newsroom.writes()
    assert "uncited-section" not in forged.body
    assert len(newsroom.summaries) == 1


def approved(newsroom: Newsroom) -> None:
    newsroom.push({PATH: SOUND})
    newsroom.writes()
    newsroom.approve("maria-example")
    newsroom.approve("frida-example")
    newsroom.writes()
    assert newsroom.check("Editorial review") == "success"
    assert newsroom.pull.labels == ["ready to publish"]


def test_an_approval_does_not_survive_an_edit_of_substance(newsroom: Newsroom) -> None:
    approved(newsroom)
    newsroom.push({PATH: LONGER})
    newsroom.writes()
    assert newsroom.check("Editorial review") == "action_required"
    assert "ready to publish" not in newsroom.pull.labels
    assert sorted(newsroom.pull.requested) == ["frida-example", "maria-example"]


def test_an_approval_survives_a_corrected_word(newsroom: Newsroom) -> None:
    approved(newsroom)
    newsroom.push({PATH: SOUND.replace("the ache of", "the aches of")})
    newsroom.writes()
    assert newsroom.check("Editorial review") == "success"
    assert newsroom.pull.labels == ["ready to publish"]


def test_changes_that_are_asked_for_take_the_approval_back(newsroom: Newsroom) -> None:
    approved(newsroom)
    newsroom.approve("maria-example", "CHANGES_REQUESTED")
    newsroom.writes()
    assert newsroom.check("Editorial review") == "action_required"


def test_the_author_cannot_approve(newsroom: Newsroom) -> None:
    newsroom.push({PATH: SOUND})
    newsroom.approve("nora-example")
    newsroom.writes()
    assert newsroom.check("Editorial review") == "action_required"
