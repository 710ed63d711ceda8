"""A rule: a named check with its page; what the table of rules is made of."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from inspect import cleandoc
from typing import NamedTuple

from lint.article import Article
from lint.context import Context
from lint.finding import Problem, Severity, Unknown

Check = Callable[[Article, Context], Iterator[Problem | Unknown]]


class Page(NamedTuple):
    """A rule's manual page.

    ``bad`` and ``good`` are examples: indented blocks, each an article, or another file where the line above it names
    one (``people.yaml:``, ``copydesk.toml:``, ``other.md:``) or an earlier state (``Committed 2026-01-05:``).
    """

    summary: str
    why: str = ""
    help: str = ""
    bad: str = ""
    good: str = ""

    @classmethod
    def parse(cls, docstring: str) -> "Page":
        """The page in a rule module's docstring: a summary line, then ``Why:``, ``Help:``, ``Bad:`` and ``Good:``."""
        summary, *parts = re.split(r"^(Why|Help|Bad|Good):", cleandoc(docstring), flags=re.MULTILINE)
        sections = {name.lower(): body.strip("\n") for name, body in zip(parts[::2], parts[1::2], strict=True)}
        folded = {name: " ".join(sections.get(name, "").split()) for name in ("why", "help")}
        return cls(" ".join(summary.split()), **folded, bad=sections.get("bad", ""), good=sections.get("good", ""))


@dataclass(frozen=True, slots=True)
class Rule:
    """A named check. ``check`` is None for a rule that the schema declares or the engine itself finds.

    ``asks``: what it wants to know beyond the article and the configuration, of ``today``, ``history``, ``people``,
    ``lock`` and ``corpus``. What a rule that asks nothing says of an article is kept with it in the cache.
    """

    name: str
    category: str
    severity: Severity
    page: Page
    standard: str = ""
    fix: str = ""
    check: Check | None = None
    options: type | None = None
    asks: tuple[str, ...] = ()
