"""What one rule says of an article that is given as text."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from lint.article import Article
from lint.article.parse import parse
from lint.article.settings import Settings
from lint.context import Context, Sources
from lint.finding import Fix, Problem
from lint.rules.rule import Check

TODAY = date(2026, 11, 22)
NOWHERE = Sources()


class Said(NamedTuple):
    """A problem: the source it points at, its message, and the article's text with its fix applied, if it has one."""

    source: str
    message: str
    fixed: str | None


def said(check: Check, text: str, *options: Any, sources: Sources = NOWHERE) -> list[Said]:
    """The problems that a rule yields, with the options it is given."""
    article = parse("article.md", text, Settings()).article
    return [_said(article, problem) for problem in problems(check, article, *options, sources=sources)]


def problems(check: Check, article: Article, *options: Any, sources: Sources = NOWHERE) -> list[Problem]:
    """The problems of an article that is there already."""
    context = Context(TODAY, sources=sources, rule_options={type(option): option for option in options})
    return [problem for problem in check(article, context) if isinstance(problem, Problem)]


def places(check: Check, text: str, *options: Any, sources: Sources = NOWHERE) -> list[str]:
    """The source under each problem."""
    return [problem.source for problem in said(check, text, *options, sources=sources)]


def listing(*entries: str) -> str:
    """A references section with these entries."""
    return "\n## References\n\n" + "".join(f"{n}. {entry}\n" for n, entry in enumerate(entries, start=1))


def works(count: int) -> str:
    """A references section of so many complete entries."""
    return listing(*(entry(n) for n in range(1, count + 1)))


def entry(number: int) -> str:
    """A complete entry, each of its own work."""
    topic = ("stretching", "walking", "rest", "heat", "cold", "sleep", "swimming", "posture")[number % 8]
    return f"Example A. The effects of {topic} {number}. *Journal*. 2020;1:1-2. <https://doi.org/10.1234/e.{number}>"


def _said(article: Article, problem: Problem) -> Said:
    start, end = problem.span or article.span(problem.at)
    return Said(article.text[start:end], problem.message, _fixed(article.text, problem.fix))


def _fixed(text: str, fix: Fix | None) -> str | None:
    if fix is None:
        return None
    edits: Iterable[Any] = sorted(fix.edits, key=lambda edit: edit.span, reverse=True)
    for (start, end), replacement in ((edit.span, edit.replacement) for edit in edits):
        text = text[:start] + replacement + text[end:]
    return text
