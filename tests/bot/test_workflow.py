"""Who must approve, who has, and whom to ask."""

from dataclasses import replace
from datetime import date

import pytest

from bot.case import Case
from bot.diff import Lines
from bot.markers import Memory
from bot.state import State
from bot.workflow import Owed, Requests, requests
from lint.context import Person
from tests.bot.cases import (
    CHECKER,
    DOCTOR,
    EARLIER,
    HEAD,
    PATH,
    PEOPLE,
    TEXT,
    approval,
    approved,
    desk,
    found,
    material,
    state,
    subject,
)


def owed(told: State | None = None, **other):  # type: ignore[no-untyped-def]
    subjects = other.pop("subjects", [subject()])
    return Case(material(subjects, **other), told or state()).standing.owed


def test_a_changed_article_owes_what_its_topics_and_the_people_file_ask() -> None:
    assert [(one.path, one.role, one.able) for one in owed()] == [
        (PATH, "medical", (DOCTOR,)),
        (PATH, "fact-checker", (CHECKER,)),
    ]
    assert [one.role for one in owed(settings=desk(topics={"Back-Pain": ("fact-checker",)}))] == ["fact-checker"]
    assert owed(settings=desk(people=None)) == ()


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        ({"status": "renamed", "was": "articles/old.md"}, TEXT, TEXT),
        ({}, TEXT, None),
        ({"is_regular": False}, None, TEXT),
    ],
)
def test_what_only_moved_or_went_owes_nothing(file, before, after) -> None:  # type: ignore[no-untyped-def]
    assert owed(subjects=[subject(before, after, **file)]) == ()


def test_approvals_of_the_text_as_it_is_count() -> None:
    told = approved("Maria-Example", "frida-example")
    assert owed(state(reviews=told["reviews"]), texts=told["texts"]) == ()


@pytest.mark.parametrize(
    ("then", "counts"),
    [
        (TEXT, True),
        (TEXT.replace("keep the muscles", "keeps the muscle"), True),  # a correction
        (TEXT.replace("last_modified: 2026-05-26", "last_modified: 2026-05-25"), True),  # no words of the body
        (TEXT.replace("**", "_"), True),
        (TEXT.replace("ten minutes", "10 minutes"), False),  # a figure is never a correction
        (TEXT.replace("Begin with", "Do not begin with"), False),
        (TEXT.replace("and add a minute or two each week until you walk for half\nan hour", ""), False),
        (TEXT.replace("2024;1:1-2", "2025;1:1-2"), False),
    ],
)
def test_an_approval_of_an_earlier_text_counts_until_the_substance_changes(then: str, counts: bool) -> None:
    told = approved("maria-example", "frida-example", text=then, commit=EARLIER)
    debts = owed(state(reviews=told["reviews"]), texts=told["texts"])
    assert (debts == ()) is counts
    assert all("approved an earlier text: its substance has changed since" in one.why for one in debts)


def test_the_words_that_are_a_correction_are_the_publications_to_settle() -> None:
    then = TEXT.replace("strong", "strong and supple")
    told = approved("maria-example", "frida-example", text=then, commit=EARLIER)
    settings = replace(desk(), minimum_words={PATH: 2})
    assert len(owed(state(reviews=told["reviews"]), texts=told["texts"], settings=settings)) == 2


def test_an_approval_is_lost_with_its_commit_and_says_so() -> None:
    debts = owed(state(reviews=(approval("maria-example", EARLIER),)))
    assert "that commit cannot be read any more" in debts[0].why
    debts = owed(state(reviews=(approval("maria-example", EARLIER),)), texts={(EARLIER, PATH): None})
    assert "was not there yet" in debts[0].why


def test_an_approval_survives_a_rename() -> None:
    moved = subject(TEXT, TEXT.replace("keep", "keeps"), status="renamed", was="articles/old.md")
    told = state(reviews=(approval("maria-example", EARLIER), approval("frida-example", EARLIER)))
    texts = {(EARLIER, PATH): None, (EARLIER, "articles/old.md"): TEXT}
    assert owed(told, subjects=[moved], texts=texts) == ()


def test_the_last_word_of_a_person_counts() -> None:
    yes, no = approval("maria-example"), approval("maria-example", verdict="CHANGES_REQUESTED", number=2)
    told = approved("maria-example")
    debts = owed(state(reviews=(yes, no)), texts=told["texts"])
    assert debts[0].why == "Maria Example asks for changes"
    assert owed(state(reviews=(no, approval("maria-example", number=3))), texts=told["texts"])[0].role == "fact-checker"
    dismissed = approval("maria-example", verdict="DISMISSED")
    assert len(owed(state(reviews=(dismissed,)), texts=told["texts"])) == 2
    remark = approval("maria-example", verdict="COMMENTED", number=4)
    assert len(owed(state(reviews=(yes, remark)), texts=told["texts"])) == 1


@pytest.mark.parametrize(
    "person",
    [
        DOCTOR._replace(github=""),
        DOCTOR._replace(roles=("author",)),
        DOCTOR._replace(topics=("migraine",)),
        DOCTOR._replace(expires=date(2026, 5, 25)),
        DOCTOR._replace(github="nora-example"),  # who opened the pull request
        DOCTOR._replace(name="Dr. Nora Example, MD"),  # who wrote the article
    ],
)
def test_who_may_not_approve_is_not_asked_and_does_not_count(person: Person) -> None:
    people = {**PEOPLE, DOCTOR.name.casefold(): person}
    told = approved(person.github or "maria-example")
    debts = owed(state(reviews=told["reviews"]), texts=told["texts"], settings=desk(people=people))
    assert debts[0].role == "medical"
    assert debts[0].able == ()
    assert "add somebody with the role medical for back-pain" in debts[0].why


def test_dropping_a_topic_does_not_drop_its_reviewer() -> None:
    settings = desk(roles=(), topics={"back-pain": ("medical",)})
    changed = subject(TEXT, TEXT.replace("topics: [back-pain]\n", ""))
    assert [one.role for one in owed(subjects=[changed], settings=settings)] == ["medical"]


def asked(debts: list[Owed], told: State, memory: Memory | None = None, again: bool = False) -> Requests:
    return requests(debts, told, memory or Memory(), again)


BOTH = Person("Bo Example", roles=("medical", "fact-checker"), github="bo")
DEBTS = [Owed("a.md", "medical", (DOCTOR, BOTH)), Owed("a.md", "fact-checker", (CHECKER, BOTH))]


def test_the_fewest_people_are_asked() -> None:
    assert asked(DEBTS, state()).ask == ("bo",)
    assert asked([DEBTS[0]], state()).ask == ("maria-example",)
    assert asked([DEBTS[0]], state(requested=frozenset({"bo"}))).ask == ()


def test_who_cannot_be_asked_is_not() -> None:
    assert asked(DEBTS, state(assignable=frozenset({"Maria-Example"}))).ask == ("maria-example",)


def test_requests_change_by_difference_and_only_ours_are_taken_back() -> None:
    first = asked(DEBTS, state())
    memory = Memory(asked=first.asked)
    assert asked(DEBTS, state(requested=frozenset({"bo"})), memory) == Requests(asked=("bo#0",))
    settled = asked([], state(requested=frozenset({"bo", "somebody"})), memory)
    assert settled.withdraw == ("bo",)


def test_whom_somebody_took_off_is_not_asked_again_unless_told_to() -> None:
    memory = Memory(asked=("bo#0",))
    assert asked(DEBTS, state(), memory).ask == ("maria-example", "frida-example")
    assert asked(DEBTS, state(), memory, again=True).ask == ("bo",)


def test_who_approved_an_earlier_text_is_asked_once_more() -> None:
    told = state(reviews=(approval("maria-example", EARLIER),))
    again = asked([DEBTS[0]], told, Memory(asked=("maria-example#0",)))
    assert again.ask == ("maria-example",)
    assert again.asked == ("maria-example#0", "maria-example#1")
    now = state(reviews=(approval("maria-example", HEAD, "COMMENTED"),))
    assert asked([DEBTS[0]], now, Memory(asked=("maria-example#0",))).ask == ()


def test_a_draft_asks_nobody_until_told() -> None:
    from bot.answers import wants_requests
    from tests.bot.cases import comment

    draft = state(pull=replace(state().pull, is_draft=True))
    assert not wants_requests(Case(material([subject()]), draft))
    told = replace(draft, comments=(comment("/copydesk request-review"),))
    assert wants_requests(Case(material([subject()]), told))
    assert not wants_requests(Case(material([subject()], settings=desk(request_reviews=False)), state()))


def test_a_changed_finding_blocks_only_where_it_grew() -> None:
    from bot.findings import Changed, Comparison
    from lint.finding import Severity

    light, grave = found(severity=Severity.WARNING), found()
    grown = Case(material([subject()], comparison=Comparison(changed=(Changed(light, grave),))), state())
    assert grown.blocking == (grave,)
    other = Case(
        material([subject()], comparison=Comparison(changed=(Changed(grave, replace(grave, message="x")),))), state()
    )
    assert other.blocking == ()
    never = Case(material([subject(touched=(Lines(1, 2),))], [grave], fail_on=None), state())
    assert never.blocking == ()
