"""`absolute-claim`: promises that medicine cannot keep."""

import time

import pytest

from lint.article import Article
from lint.rules.absolute_claim import check
from tests.rules.problems import places, problems, said


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Turmeric cures arthritis.", "cures"),
        ("When taken daily, turmeric cures arthritis.", "cures"),
        ("This diet will cure your back.", "will cure"),
        ("It is guaranteed to work.", "guaranteed to"),
        ("Relief is guaranteed.", "is guaranteed"),
        ("Surgery guarantees a full recovery.", "guarantees"),
        ("The pill is 100 % safe.", "100 % safe"),
        ("The pill is 100% effective.", "100% effective"),
        ("It is completely safe.", "completely safe"),
        ("It has no side effects.", "no side effects"),
        ("It works without any side effects.", "without any side effects"),
        ("A risk-free cure for all.", "risk-free"),
        ("This miracle cure is new.", "miracle cure"),
        ("It always works.", "always works"),
        ("It works for everyone.", "works for everyone"),
        ("It is *completely\nsafe* at home.", "completely\nsafe"),
    ],
)
def test_a_promise_is_told_at_its_words(text: str, words: str) -> None:
    assert places(check, text + "\n") == [words]


@pytest.mark.parametrize(
    "text",
    [
        "There is no cure for arthritis.",
        "Turmeric does not cure arthritis.",
        "Nothing cures every stiff back.",
        "Antibiotics can cure the infection.",
        "People have tried many cures for it.",
        "The 21st Century Cures Act became law.",
        "Rust's stability guarantees make it useful.",
        "The shop’s guarantees apply for a year.",
        "Things with fewer guarantees come first.",
        "These cures cost much.",
        "We give guarantees to nobody.",
        "Is there a diet that cures arthritis?",
        "The advertisement says “cures back pain”.",
        'Do not trust words such as "guaranteed to work".',
        "Beware of anyone who promises a miracle cure.",
        "Some sellers claim that turmeric cures arthritis.",
        "It is a myth that turmeric cures arthritis.",
        "Relief is not guaranteed.",
        "No drug is completely safe.",
        "It isn't always effective.",
        "Some people have no side effects.",
        "If you have no side effects, stay on the dose.",
        "No side effects were reported.",
        "Participants had no side effects.",
        "It is almost 100% effective.",
        "No medicine works for everyone.",
        "It had no serious side effects.",
        "All 100% of the rooms were safe.",
        "> Turmeric cures arthritis.",
        "```\nTurmeric cures arthritis.\n```",
        "## Myths about turmeric\n\nTurmeric cures arthritis.",
        "## Disclaimer\n\nWe try to be completely reliable, and you are guaranteed to find us here.",
    ],
)
def test_what_is_denied_hedged_asked_reported_or_quoted_is_not(text: str) -> None:
    assert said(check, text + "\n") == []


def test_headings_and_titles_are_read_too() -> None:
    text = '---\ntitle: "Turmeric cures arthritis"\n---\n\n## A miracle cure\n\nText.\n'
    assert places(check, text) == ["cures", "miracle cure"]


def test_the_second_of_two_is_told_at_its_own_place() -> None:
    text = "Nothing cures a stiff back. Turmeric cures arthritis.\n"
    (problem,) = said(check, text)
    assert problem.source == "cures"


@pytest.mark.parametrize(
    "piece", ["Tea cures x. ", "tea cures x ", "no tea cures x ", "“cures x", "100% ", "no ", ". "]
)
def test_a_megabyte_costs_little(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    paragraph = {"kind": "paragraph", "text": text, "citations": [], "claims": []}
    section = {"heading": None, "level": 2, "role": "claim", "paragraphs": [paragraph]}
    article = Article("article.md", text, {"title": None, "sections": [section], "references": []}, {})
    started = time.process_time()
    assert len(problems(check, article)) <= 10
    assert time.process_time() - started < 20
