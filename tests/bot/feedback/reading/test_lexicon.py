import json
from pathlib import Path

import pytest

from bot.feedback.reading.lexicon import LANGUAGES, SHARED, _entries, _rules, labels, said
from bot.feedback.reading.vocabulary import HARMLESS

REPORTS = Path(__file__).parents[4] / "bench/data/feedback.jsonl"


def test_every_class_that_a_rule_names_has_words_and_every_word_a_rule() -> None:
    named = {
        name
        for labels in _rules().values()
        for rules in labels.values()
        for one in rules
        for name in (one.first, *one.others, *one.without)
    }
    known = {name for language in LANGUAGES for name in _entries(language)}
    assert known - {HARMLESS} == named


def test_every_language_can_say_it_all() -> None:
    shared = set(_entries(SHARED))
    classes = [set(_entries(language)) - shared for language in LANGUAGES if language != SHARED]
    assert all(one == classes[0] for one in classes)


@pytest.mark.parametrize("topic", list(_rules()))
def test_a_glance_loses_no_label(topic: str) -> None:
    texts = [json.loads(line)["comment"] for line in REPORTS.read_text("utf-8").splitlines()]
    slow = [said(text).labels(topic) for text in texts]
    assert any(slow)
    assert [labels(topic, text) for text in texts] == slow
