"""altered-disclaimer."""

import time

import pytest

from lint.rules.altered_disclaimer import check
from tests.rules.asked import fixed, messages, problems

APPROVED = "This article is general information and does not replace the advice of a doctor."
FACTS = {"disclaimers": {"medical-advice": APPROVED}}


def article(disclaimer: str) -> str:
    return f"Stretching eases stiffness.\n\n{disclaimer}\n\nWarm muscles stretch best.\n"


def test_a_lost_word_is_put_back() -> None:
    text = article(APPROVED.replace("not ", ""))
    (problem,) = problems(check, text, **FACTS)
    assert problem.message == (
        "This is near the approved disclaimer “medical-advice”, but not the same. "
        "“not” is missing after “information and does”."
    )
    assert problem.fix and problem.fix.safe
    assert fixed(text, problem) == article(APPROVED)


@pytest.mark.parametrize(
    ("altered", "how"),
    [
        (APPROVED.replace("a doctor", "your doctor"), "It says “your” instead of “a”."),
        (APPROVED.replace("does not", "does usually not"), "“usually” was added."),
        (APPROVED.replace("doctor.", "doctor!"), "It says “doctor!” instead of “doctor.”."),
    ],
)
def test_the_message_shows_the_first_difference(altered: str, how: str) -> None:
    (message,) = messages(check, article(altered), **FACTS)
    assert message.endswith(f"the same. {how}")


@pytest.mark.parametrize(
    "same",
    [
        APPROVED,
        f"*{APPROVED}*",
        f"> {APPROVED}",
        APPROVED.replace(" and ", "\nand "),
        APPROVED.replace("a doctor", "[a doctor](https://example.org)"),
        f"{APPROVED} Call an ambulance in an emergency.",
    ],
)
def test_the_approved_text_in_any_dress(same: str) -> None:
    assert not problems(check, article(same), **FACTS)


def test_quotes_may_be_curly() -> None:
    facts = {"disclaimers": {"x": 'It isn\'t "medical advice" of any kind.'}}
    assert not problems(check, article("It isn’t “medical advice” of any kind."), **facts)


def test_another_text_is_no_disclaimer() -> None:
    assert not problems(check, article("This article is about the advice that doctors give on rest."), **FACTS)
    assert not problems(check, article(APPROVED.replace("not ", "")))


def test_each_paragraph_of_an_approved_text_counts() -> None:
    facts = {"disclaimers": {"long": f"{APPROVED}\n\nIn an emergency call the ambulance at once."}}
    (problem,) = problems(check, article("In an emergency call the ambulance soon."), **facts)
    assert problem.fix and problem.fix.edits[0].replacement == "In an emergency call the ambulance at once."


def test_many_paragraphs_take_little_time() -> None:
    text = "\n\n".join(f"{APPROVED.removesuffix('.')} in case {n} of many, many others." for n in range(2000))
    start = time.process_time()
    problems(check, text, **FACTS)
    assert time.process_time() - start < 20
