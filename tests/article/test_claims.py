"""Claims: the sentences that need a source, and where sentences end."""

import time

import pytest

from lint.article.claims import claims, sentences


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("About 80% of adults have back pain.", "number"),
        ("In a survey, 87 percent of patients were free of pain.", "number"),
        ("Adults with the disease made up 12 per cent.", "number"),
        ("It lowers the rate by some 30%, the risk by 19 %.", "number"),
        ("A 19% lower risk of dying was seen.", "number"),
        ("One in five older people has it.", "number"),
        ("It affects 1 out of every 1,000 births.", "number"),
        ("Some 1.5 million people live with it.", "number"),
        ("Women are twice as likely to have it.", "number"),
        ("They have 2.5 times the risk.", "number"),
        ("Studies show that rest helps.", "study"),
        ("Research has clearly shown that rest helps.", "study"),
        ("According to a recent study, rest helps.", "study"),
        ("It is clinically proven.", "study"),
        ("Walking lowers the risk of falls.", "treatment"),
        ("Ibuprofen is effective for back pain.", "treatment"),
        ("Heat relieves muscle pain.", "treatment"),
        ("Take 400 mg of ibuprofen.", "treatment"),
        ("Adults need 800 IU daily.", "treatment"),
    ],
)
def test_triggers(text: str, trigger: str) -> None:
    before, after = "Some words first. ", " And words after."
    (claim,) = claims(before + text + after)
    assert (claim.text, claim.trigger) == (text, trigger)
    assert (before + text + after)[claim.start : claim.end] == text


@pytest.mark.parametrize(
    "text",
    [
        "Rest helps many people.",
        "Use a gel with 70% alcohol.",
        "Fill 50% of your plate with greens.",
        "It is 100% cotton.",
        "Do studies show that rest helps?",
        "Ask your doctor whether 400 mg a day is safe for you.",
        "Talk to a health professional about the risk of falls; it may lower the risk of falls.",
        "The trial took two years.",
        "Read the research.",
        "Add 5 g of salt.",
        "Hold it for one in breath and two out.",
        "He was in his twenties.",
    ],
)
def test_other_sentences_claim_nothing(text: str) -> None:
    assert list(claims(text)) == []


def test_a_sentence_claims_once() -> None:
    assert len(list(claims("Studies show that 80% of adults get better, and 20% of adults do not."))) == 1


@pytest.mark.parametrize(
    "parts",
    [
        ["One sentence.", "Another one!", "A third?", "Yes."],
        ["Smith et al. found it.", "So did Dr. Jones."],
        ["Take 2.5 mg of it.", "Do so e.g. Mondays."],
        ["It is so.(1)", "And so.(2, 3)", "Yes."],
        ["It is so. (1)", "And so. [2]", "Yes."],
        ["It is so.¹", "And so.12", "Yes.[^1]", "End."],
        ["“It is so.”", "“Yes.”"],
        ["It rose to 30.", "Then it fell."],
        ["In the U.S. Army it is so.", "Yes."],
        ["no capital. here"],
    ],
)
def test_sentences(parts: list[str]) -> None:
    text = " ".join(parts)
    assert [text[start:end] for start, end in sentences(text)] == parts


def test_letters_that_grow_in_lower_case_move_nothing() -> None:
    text = "İİİ. Studies show that rest helps."
    (claim,) = claims(text)
    assert text[claim.start : claim.end] == "Studies show that rest helps."


@pytest.mark.parametrize(
    "unit",
    [
        "80% of adults. ",
        "80% ",
        "people ",
        "1 in 2 ",
        ". 1",
        "!11111",
        "(1) ",
        "studies has ",
        "mg 1 ",
        "risk a ",
        "take ",
        "prevent a ",
        "a. ",
    ],
)
def test_hostile_text_takes_bounded_time(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    start = time.process_time()
    list(claims(text))
    list(sentences(text))
    assert time.process_time() - start < 20
