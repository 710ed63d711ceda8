"""What the bot finds again, and what nobody can make it believe."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.markers import Memory, key_of, marker, remembered, remembering
from tests.bot.cases import HEAD, ME, comment

words = st.text(st.characters(codec="utf-8"), max_size=20)


@given(
    st.dictionaries(words, st.lists(words, max_size=3).map(tuple), max_size=4), st.lists(words, max_size=4).map(tuple)
)
def test_memory_survives(dismissed: dict[str, tuple[str, ...]], asked: tuple[str, ...]) -> None:
    memory = Memory(HEAD, dismissed, asked)
    written = remembering(memory)
    assert remembered(f"{written}\nText.") == memory
    assert "--" not in written.removeprefix("<!--").removesuffix("-->")


def test_a_marker_counts_at_the_start_of_our_own_texts_only() -> None:
    mark = marker("finding", "f" * 32)
    assert key_of(comment(f"{mark}\nText", ME), "finding", ME) == "f" * 32
    assert key_of(comment(f"{mark}\nText", "stranger"), "finding", ME) is None
    assert key_of(comment(f" {mark}", ME), "finding", ME) is None
    assert key_of(comment(mark, ME), "summary", ME) is None


@pytest.mark.parametrize("state", ["", "x", "AAAA", "eJyrVgIAAAD//w==", "eJyLjgUAARUAuQ==", "e30="])
def test_a_broken_memory_is_an_empty_one(state: str) -> None:
    assert remembered(f"<!-- copydesk:summary {HEAD} {state} -->") == Memory(HEAD)
    assert remembered("Text.") == Memory()


def test_a_bomb_is_not_unpacked() -> None:
    import zlib
    from base64 import b64encode

    bomb = b64encode(zlib.compress(b"[" * 50_000_000)).decode()
    assert remembered(f"<!-- copydesk:summary {HEAD} {bomb} -->") == Memory(HEAD)
