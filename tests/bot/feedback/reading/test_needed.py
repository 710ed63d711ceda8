import re
import tomllib
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.feedback.reading.lexicon import _expression, folded
from bot.feedback.reading.needed import needed

NAMES = ("crisis", "adverse", "risk", "spam", "kinds")


def lines(name: str) -> list[str]:
    text = files("bot.feedback.reading").joinpath(f"phrases/{name}.toml").read_text(encoding="utf-8")
    return [line for label in tomllib.loads(text).values() for language in label.values() for line in language]


LINES = [line for name in NAMES for line in lines(name)]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("kill myself", {"myself"}),
        ("(kill|hang) (me|myself)", {"kill", "hang"}),
        ("end (my|this) life", {"life"}),
        ("no (reason )?to live", {"live"}),
        ("a|b", {"a", "b"}),
        ("911|police", {""}),
        ("(want|(wish|like)) (to)? die", {"want", "wish", "like"}),
        ("dos*", {"dos"}),
    ],
)
def test_the_rarest_part_is_needed(line: str, parts: set[str]) -> None:
    assert needed(line) == parts


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_no_match_lacks_what_it_needs(data: st.DataObject) -> None:
    """Whatever a phrase matches holds one of the strings that are looked for first."""
    line = data.draw(st.sampled_from(LINES))
    inner = _expression(line).removeprefix(r"(?<!\w)").removesuffix(r"(?!\w)")
    text = data.draw(st.from_regex(re.compile(inner), fullmatch=True))
    assert any(part in text for part in needed(folded(line).replace(" ...", " ")))
