from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

import pytest

from lint.finding import Severity
from lint.pages.options import Option, described, toml
from lint.rules.rule import Page, Rule


@dataclass(frozen=True, slots=True)
class Options:
    """Of every kind."""

    words: tuple[str, ...] = ("cures", "“heals”")
    """Words that say
    too much."""
    share: float = 0.5
    """How many."""
    count: int = 3
    warn_days: int = 90
    strict: bool = True
    mood: Literal["calm", "loud"] = "calm"
    grades: Mapping[str, int] = field(default_factory=lambda: {"a b": 1})
    since: date | None = None


def test_options_in_the_order_of_the_class() -> None:
    assert list(described(Rule("a", "claims", Severity.ERROR, Page("Wrong."), options=Options))) == [
        Option("words", "list", '["cures", "“heals”"]', "Words that say too much."),
        Option("share", "number", "0.5", "How many."),
        Option("count", "whole number", "3", ""),
        Option("warn_days", 'a length of time such as "2y", "6m" or "180d"', "90", ""),
        Option("strict", "true or false", "true", ""),
        Option("mood", '"calm", "loud"', '"calm"', ""),
        Option("grades", "table", '{ "a b" = 1 }', ""),
        Option("since", "a date such as 2027-01-01", "", ""),
    ]


def test_a_rule_without_options() -> None:
    assert list(described(Rule("a", "claims", Severity.ERROR, Page("Wrong.")))) == []


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (frozenset("ba"), '["a", "b"]'),
        ({}, "{}"),
        ((), "[]"),
        (date(2027, 1, 1), "2027-01-01"),
        ('a"b\\', '"a\\"b\\\\"'),
    ],
)
def test_values_as_toml(value: Any, text: str) -> None:
    assert toml(value) == text
