"""Notices: disclaimers and ways to report a problem."""

import pytest

from lint.article.settings import Settings
from tests.article.reading import PROSE, article


def disclaimers(text: str, approved: dict[str, str] | None = None) -> list[str]:
    found: list[str] = article(text, Settings(disclaimers=approved or {})).document["disclaimers"]
    return found


@pytest.mark.parametrize(
    "text",
    [
        "This article does not provide medical advice.",
        "Nothing here is intended as medical advice, and it is not medical advice.",
        "It doesn’t constitute professional medical advice.",
        "It is not a substitute for professional medical advice.",
        "It is not intended to be a substitute for your doctor.",
        "This cannot replace medical care.",
        "This page is for informational purposes only.",
        "For general information and educational purposes only: this page.",
        "This article is *not* meant to be\nused as medical advice.",
        "---\ndisclaimer: medical-advice\n---\n",
        "---\ndisclaimer: [medical-advice]\n---\n",
    ],
)
def test_the_usual_wordings_count(text: str) -> None:
    assert disclaimers(text) == ["medical-advice"]


@pytest.mark.parametrize(
    "text", ["Ask a doctor for medical advice.", "Only a doctor can help.", "", "---\ndisclaimer: other\n---\n"]
)
def test_other_words_do_not(text: str) -> None:
    assert disclaimers(text) == []


APPROVED = {"short": "This is “no” advice.", "long": "Never act on this alone.\nAsk a doctor."}


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ('This is "no" ADVICE.', ["short"]),
        ("Never act on this alone.\n\nAsk a doctor.", ["long"]),
        ("This article does not provide medical advice.", []),
        ("---\ndisclaimer: long\n---\nThis is “no” advice.", ["short", "long"]),
        ("---\ndisclaimer: medical-advice\n---\n", []),
        ("This is advice.", []),
    ],
)
def test_with_approved_texts_only_those_count(text: str, ids: list[str]) -> None:
    assert disclaimers(text, APPROVED) == ids


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Was this article helpful?", True),
        ("The link “Was this Article Helpful” can be used.", True),
        ("Please report an error.", True),
        ("[Tell us what you think](/x)", True),
        ("## Was this page helpful?\n", True),
        (f"{PROSE}\n\n[A form](https://github.com/example/example/issues/new)", True),
        ("[Write](mailto:corrections@example.org)", True),
        ("[Write](/feedback/)", True),
        ("---\nfeedback: /feedback\n---\n", True),
        (PROSE, False),
        ("Doctors report a rise in cases. It was useful.", False),
        ("[A page](/recent)", False),
    ],
)
def test_a_way_to_report_a_problem(text: str, expected: bool) -> None:
    assert article(text).document["feedback_link"] is expected
