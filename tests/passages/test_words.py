"""Words and shingles."""

import subprocess
import sys

from lint.passages.words import shingles, words

SAID = words("Warm water settles (2) the Stomach.")


def test_words_are_letters_in_lower_case() -> None:
    assert SAID == ["warm", "water", "settles", "the", "stomach"]
    assert words("Don’t re-use 5 ＡＢＣ") == ["don", "t", "re", "use", "abc"]


def test_a_shingle_for_each_run_of_three_words() -> None:
    assert len(shingles(SAID)) == 3
    assert shingles(SAID[:2]) == []
    assert shingles(SAID)[1:] == shingles(SAID[1:])
    assert len(set(shingles([*"abcabd"]))) == 4
    assert shingles([*"abc"]) != shingles([*"cba"])


def test_shingles_are_the_same_in_every_process() -> None:
    command = f"from lint.passages.words import shingles; print(shingles({SAID}))"
    said = subprocess.run([sys.executable, "-c", command], check=True, capture_output=True, text=True).stdout
    assert said.strip() == str(shingles(SAID))
