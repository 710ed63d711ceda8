"""The index finds what a plain search finds."""

from hypothesis import given
from hypothesis import strategies as st

from bot.feedback.reading.parts import Parts

LETTERS = st.text("abé药", max_size=6)


@given(st.sets(LETTERS), st.text("abé药 ", max_size=40))
def test_held_is_what_stands_in_the_text(parts: set[str], text: str) -> None:
    assert sorted(Parts(parts).held(text)) == sorted(part for part in parts if part in text)
