"""Likeness: rapidfuzz and the measure that stands in for it are the same."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance.Indel import normalized_similarity

from lint.verification.matching.likeness import likeness, plain_likeness


@given(st.text(max_size=80), st.text(max_size=80))
def test_both_measures_are_one(first: str, second: str) -> None:
    assert plain_likeness(first, second) == pytest.approx(normalized_similarity(first, second))


@given(st.text("abc ", max_size=200), st.text("abc ", max_size=200))
def test_both_measures_are_one_on_like_texts(first: str, second: str) -> None:
    assert likeness(first, second) == pytest.approx(plain_likeness(first, second))


WITHOUT = """
import sys
sys.modules["rapidfuzz"] = None
from lint.verification.matching.likeness import likeness
print(likeness("kitten", "sitting"), "rapidfuzz.distance" in sys.modules)
"""


def test_a_writer_needs_no_rapidfuzz() -> None:
    done = subprocess.run([sys.executable, "-c", WITHOUT], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [str(normalized_similarity("kitten", "sitting")), "False"]
