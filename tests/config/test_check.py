"""What is said of settings is held against what jsonschema says of them by the published schema."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from lint.catalogue import catalogue
from lint.config.check import did_you_mean, mistakes
from lint.config.manual import schema
from lint.config.shape import LEVELS, shape

SHAPE = shape(catalogue())
SCHEMA = schema()
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FormatChecker())
LEAF: st.SearchStrategy[Any] = (
    st.sampled_from(
        [*LEVELS, "never", "json", "hugo", "2y", "0d", "2 MB", "2027-01-01", "2027-13-01", "20270101", "(", "x", ""]
    )
    | st.integers(-2, 3)
    | st.booleans()
    | st.floats(-1, 1)
)
OTHER_KEYS = (
    "only paths deny own modified topics severity error_from introduction stale-article overdue-review warn_days "
    "hard-to-read maximum_grade title nonsense"
)
KEY = st.sampled_from([*SCHEMA["properties"], *OTHER_KEYS.split()])
VALUE = st.recursive(
    LEAF, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEY, inner, max_size=3), max_leaves=8
)


def wrong(settings: dict[str, Any]) -> list[str]:
    """What is said, but for expressions, of which a schema knows nothing."""
    said = [mistake.message for mistake in mistakes(settings, SHAPE)]
    return [message for message in said if "must be a regular expression" not in message]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert set(SCHEMA["$defs"]["rules"]["properties"]) == set(catalogue())


@given(st.dictionaries(KEY, VALUE, max_size=4))
def test_both_find_the_same_settings_wrong(settings: dict[str, Any]) -> None:
    assert (not wrong(settings)) == VALIDATOR.is_valid(settings), settings


@given(st.sampled_from(sorted(SCHEMA["properties"])), VALUE)
def test_both_find_the_same_value_wrong(name: str, value: Any) -> None:
    assert (not wrong({name: value})) == VALIDATOR.is_valid({name: value}), value


@given(st.sampled_from(["stale-article", "overdue-review"]), VALUE)
def test_both_find_the_same_rule_wrong(name: str, value: Any) -> None:
    settings = {"rules": {name: value}, "overrides": [{"paths": ["a"], "rules": {name: value}}]}
    assert (not wrong(settings)) == VALIDATOR.is_valid(settings), value


@pytest.mark.parametrize(
    ("word", "hint"),
    [("inclde", '; did you mean "include"?'), ("FAIL-ON", '; did you mean "fail_on"?'), ("zzz", ""), ("", "")],
)
def test_did_you_mean(word: str, hint: str) -> None:
    assert did_you_mean(word, ["include", "exclude", "fail_on"]) == hint
