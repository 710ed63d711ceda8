"""Which passages the index takes for alike."""

from random import Random

from lint.passages.facts import of_texts
from lint.passages.index import LIKELIEST, STOCK, Index, Near

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def passage(random: Random, words: int = 60) -> str:
    return " ".join("".join(random.choices(LETTERS, k=6)) for _ in range(words))


def test_a_passage_in_two_texts_is_found_from_both() -> None:
    random = Random(1)
    copied = passage(random)
    first, second = [passage(random), copied], [copied, passage(random), passage(random)]
    index = Index({"a": of_texts(first), "b": of_texts(second), "c": of_texts([passage(random)])})
    assert list(index.near("a")) == [Near(1, "b", 0)]
    assert list(index.near("b")) == [Near(0, "a", 1)]
    assert list(index.near("c")) == []


def test_the_same_passage_twice_in_one_text_is_not_its_matter() -> None:
    copied = passage(Random(1))
    assert list(Index({"a": of_texts([copied, copied])}).near("a")) == []


def test_a_few_words_are_not_enough() -> None:
    random = Random(1)
    phrase = passage(random, 8)
    texts = {name: of_texts([f"{passage(random)} {phrase} {passage(random)}"]) for name in "ab"}
    assert list(Index(texts).near("a")) == []


def test_a_phrase_that_stands_everywhere_costs_nothing() -> None:
    random = Random(1)
    phrase = passage(random, 20)
    texts = {str(number): of_texts([f"{phrase} {passage(random)}"]) for number in range(STOCK + 10)}
    assert list(Index(texts).near("0")) == []


def test_a_passage_is_compared_with_the_likeliest_alone() -> None:
    random = Random(1)
    copied, rest = passage(random), passage(random, 30)
    texts = {str(number): of_texts([f"{copied} {passage(random, 30)}"]) for number in range(STOCK - 5)}
    found = list(Index(texts | {"a": of_texts([f"{copied} {rest}"]), "b": of_texts([f"{copied} {rest}"])}).near("a"))
    assert len(found) == LIKELIEST
    assert found[0] == Near(0, "b", 0)


def test_many_texts_are_looked_at_in_parts(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr("lint.passages.index._PART", 10)
    test_a_passage_in_two_texts_is_found_from_both()
