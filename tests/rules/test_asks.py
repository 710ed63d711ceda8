"""A rule asks nothing beyond the article and the configuration but what the table says that it asks."""

from collections import Counter
from functools import lru_cache
from typing import Any, cast

import pytest

from lint.article.parse import parse
from lint.article.parsed import Parsed
from lint.article.settings import Settings
from lint.context import Context
from lint.rules import RULES
from lint.rules.rule import Rule
from tests.corpora import TEXTS, TODAY

ASKED = ("today", "history", "people", "lock", "corpus")


class Guarded:
    """A context that notes what is asked of it, and refuses what may not be."""

    def __init__(self, allowed: tuple[str, ...]) -> None:
        self._context = Context(TODAY, people={})
        self._allowed = allowed
        self.asked: Counter[str] = Counter()

    def __getattr__(self, name: str) -> Any:
        if name in ASKED:
            assert name in self._allowed, f"it asks for {name}: say so in lint/rules/__init__.py"
            self.asked[name] += 1
        return getattr(self._context, name)


@lru_cache
def articles() -> list[Parsed]:
    return [one for path, text in TEXTS.items() if not (one := parse(path, text, Settings())).problems]


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_a_rule_asks_what_it_says(rule: Rule) -> None:
    context = Guarded(rule.asks)
    assert set(rule.asks) <= set(ASKED)
    assert rule.check
    for one in articles():
        list(rule.check(one.article, cast(Context, context)))
    assert bool(context.asked) is bool(rule.asks)
