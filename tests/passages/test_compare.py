"""How much two passages share."""

import pytest

from lint.passages.compare import compare

OWN = "Warm water, taken slowly before the meal, settles the stomach of most people within an hour."


def test_the_same_words_whatever_the_signs_between_them() -> None:
    found = compare(OWN, OWN.upper().replace(",", " –\n"))
    assert (found.share, found.words, found.run) == (1.0, 15, OWN.rstrip("."))


def test_names_do_not_count_as_words_of_a_run() -> None:
    name = "He works at the National Institute for Occupational Safety and Health today."
    found = compare(name, f"Since May {name}")
    assert found.run == name.rstrip(".")
    assert found.words == 6


def test_the_shorter_passage_is_the_measure() -> None:
    long = f"{OWN} " + " ".join(f"word{'abcdefghij'[n % 10]}{'abcdefghij'[n // 10]}" for n in range(90))
    assert compare(long, OWN).share == compare(OWN, long).share == 1.0


def test_a_changed_word_ends_a_run() -> None:
    found = compare(OWN, OWN.replace("before", "after"))
    assert found.run == "the meal, settles the stomach of most people within an hour"
    assert 0.5 < found.share < 1


def test_figures_do_not_count() -> None:
    assert compare("Most people (1) sleep seven hours.", "Most people (23) sleep seven hours.").share == 1.0


@pytest.mark.parametrize("other", ["", "Two words", "Nothing here is the same at all."])
def test_nothing_shared(other: str) -> None:
    assert compare(OWN, other).shared == 0
    assert compare(other, OWN).run == ""


def test_letters_beyond_ascii() -> None:
    composed = "Fünf Übungen täglich lösen die Verspannung"
    assert compare(composed, composed.replace("ü", "u\u0308")).share == 1.0


def test_a_word_said_over_and_over() -> None:
    found = compare("well " * 5000, "well " * 4000)
    assert (found.shared, found.share) == (1, 1.0)
