from bot.feedback.reading.lexicon import LANGUAGES, SHARED, _entries, _rules
from bot.feedback.reading.vocabulary import HARMLESS


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
