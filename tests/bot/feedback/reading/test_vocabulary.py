import pytest

from bot.feedback.reading.folding import folded, words
from bot.feedback.reading.rules import places, rule
from bot.feedback.reading.spelling import Spelling
from bot.feedback.reading.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("I don't", ["i", "dont"]),
        ("j'ai", ["j", "ai"]),
        ("Soooo bad", ["so", "bad"]),
        ("400mg", ["400", "mg"]),
        ("matar-me", ["matar", "me"]),
        ("我想死", ["我", "想", "死"]),
        ("الحياة", ["الحياه"]),
        ("Şimdi", ["simdi"]),
    ],
)
def test_a_text_is_cut_into_words(text: str, cut: list[str]) -> None:
    assert [word.text for word in words(folded(text))] == cut


def test_a_sentence_is_further_away() -> None:
    assert [word.at for word in words("a b. c")] == [0, 2, 8]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("suicidl", ["suicidal"]),
        ("siucidal", ["suicidal"]),
        ("suicidaly", ["suicidal"]),
        ("swolen", ["swollen"]),
        ("swallwed", ["swallow*"]),
        ("hollow", []),
        ("changing", []),
        ("die", []),
        ("waarde", []),
    ],
)
def test_a_slip_of_the_pen_is_seen_through(said: str, meant: list[str]) -> None:
    assert Spelling(["suicidal", "swollen", "swallow*", "hanging", "dies", "waardeloos"]).meant(said) == meant


@pytest.mark.parametrize(
    ("entry", "text", "found"),
    [
        ("pill*", "two pills", True),
        ("*statin", "simvastatin", True),
        ("take _ life", "take my life", True),
        ("take _ life", "take life", False),
        ("## pills", "20 pills", True),
        ("## pills", "2 pills", False),
        ("in #year", "in 2012", True),
        ("(my|his) (own )?life", "his own life", True),
        ("(my|his) (own )?life", "my life", True),
        ("(a|b (c|d))", "b d", True),
        ("(a|b (c|d))", "b", False),
        ("自杀", "我自杀", True),
        ("دواء", "والدواء", True),
    ],
)
def test_an_entry_is_found(entry: str, text: str, found: bool) -> None:
    assert ("x" in Vocabulary({"en": {"x": [entry]}}).find(folded(text)).get("en", {})) is found


def test_a_harmless_phrase_hides_its_words() -> None:
    vocabulary = Vocabulary({"en": {"die": ["suicid*", "suicide rate"], "harmless": ["suicide rate"]}})
    assert [place.end for place in vocabulary.find("suicide rate")["en"]["die"]] == [4]
    assert [place.end for place in vocabulary.find("suicide rates")["en"]["die"]] == [2]


@pytest.mark.parametrize(
    ("line", "text", "holds"),
    [
        ("took drug", "took a pill", True),
        ("took drug", "a pill he took", True),
        ("took drug ~2", "took at noon with milk a pill", False),
        ("took drug -past", "years ago he took a pill", False),
        ("took drug", "took it", False),
        ("took drug", "prendre a pill", False),
        ("took sort", "took a statin", True),
        ("took took", "took", False),
    ],
)
def test_a_rule_holds_where_its_classes_stand_together(line: str, text: str, holds: bool) -> None:
    entries = {"en": {"took": ["took"], "drug": ["pill"], "past": ["years ago"]}, "fr": {"took": ["prendre"]}}
    found = Vocabulary({**entries, "any": {"sort": ["*statin"]}}).find(text)
    assert any(places(rule(line), found)) is holds
