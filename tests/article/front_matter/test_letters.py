"""The letters after a name."""

import time

import pytest

from lint.article.front_matter.letters import name_and_credentials


@pytest.mark.parametrize(
    ("text", "name", "letters"),
    [
        ("Jane Doe, MD", "Jane Doe", "MD"),
        ("Jane Doe, MD, PhD", "Jane Doe", "MD, PhD"),
        ("Jane Doe, MD PhD", "Jane Doe", "MD PhD"),
        ("Jane Doe, M.D.", "Jane Doe", "M.D."),
        ("Jane Doe, BSc (Hons), RDN", "Jane Doe", "BSc (Hons), RDN"),
        ("Jane Doe, CNS-C", "Jane Doe", "CNS-C"),
        ("Doe, Jane", "Doe, Jane", ""),
        ("Jane Doe, John Roe", "Jane Doe, John Roe", ""),
        ("Example, Inc.", "Example, Inc.", ""),
        ("John Doe, Jr.", "John Doe, Jr.", ""),
        ("Jane Doe", "Jane Doe", ""),
        ("Jane Doe,", "Jane Doe,", ""),
    ],
)
def test_letters(text: str, name: str, letters: str) -> None:
    assert name_and_credentials(text) == (name, letters)


@pytest.mark.parametrize("text", ["A," + "A" * 1_000_000, "," * 1_000_000, "A, " + "A. " * 300_000])
def test_a_long_name_takes_no_time(text: str) -> None:
    start = time.process_time()
    assert name_and_credentials(text) == (text, "")
    assert time.process_time() - start < 20
