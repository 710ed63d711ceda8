"""Triggers: the words by which claims are known, and those that look alike."""

import pytest

from lint.article.claims import claims


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
        ("Back pain troubles two thirds of adults.", "number"),
        ("About three-quarters of the older people walk.", "number"),
        ("Almost half of all women have it.", "number"),
        ("With age the risk has doubled.", "number"),
        ("Smoking doubles the risk of it.", "number"),
        ("Exercise halves your chance of a fall.", "number"),
        ("Smokers are 3x more likely to have it.", "number"),
        ("It lowers blood pressure by 10 mmHg.", "number"),
        ("It reduced mean pain scores by about 30 percent.", "number"),
        ("There are several studies that suggest it.", "study"),
        ("Scientists at Example University discovered it.", "study"),
        ("Take two paracetamol tablets every six hours.", "treatment"),
        ("Zinc prevents the common cold.", "treatment"),
        ("Heat reduces pain.", "treatment"),
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
        "Aim for a heart rate of 70-85% of your maximum.",
        "Our success rate was 95% last year.",
        "Some patients had oxygen saturations (<90%) on the ward.",
        "He belongs to the top 1% of the population.",
        "It does not tell us which medicines might prevent disease.",
        "Nobody knows whether tea prevents cancer.",
        "We want to find out if it reduces the risk of falls.",
        "Testing reduces the risk of bugs.",
        "Reduce the salt by 10 percent.",
        "Divide it into two halves.",
        "Half of it is gone.",
        "Two thirds of the plate should be vegetables.",
        "Take two steps to the left every time.",
        "Scientists have not yet discovered it.",
        "The risk is theirs, and it doubled back.",
    ],
)
def test_other_sentences_claim_nothing(text: str) -> None:
    assert list(claims(text)) == []


def test_letters_that_grow_in_lower_case_move_nothing() -> None:
    text = "İİİ. Studies show that rest helps."
    (claim,) = claims(text)
    assert text[claim.start : claim.end] == "Studies show that rest helps."
