"""Claims: the sentences that need a source, and where sentences end."""

import time

import pytest

from lint.article.claims import claims, sentences


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
        "know the ",
        "researchers a ",
        "two thirds of ",
        "lowers a ",
        "take two ",
    ],
)
def test_hostile_text_takes_bounded_time(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    start = time.process_time()
    list(claims(text))
    list(sentences(text))
    assert time.process_time() - start < 20
