"""What one rule answers about an article, with whatever it may know: dates, people, history, other files."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from lint.article import Article
from lint.article.parse import parse
from lint.article.settings import Settings
from lint.context import Context
from lint.finding import Problem, Unknown
from lint.history import GitHistory
from lint.rules.rule import Check
from tests.publication import commit, write

TODAY = date(2026, 11, 22)
BODY = "Stretching eases stiffness in the lower back for many people.\n"


def dated(*lines: str, body: str = BODY) -> str:
    """An article with these lines in its front matter."""
    return "\n".join(["---", *lines, "---", "", body])


def signed(day: str, name: str = "Jane Example", role: str = "medical") -> str:
    """A review, as lines of front matter."""
    return f"reviewed_by:\n  - name: {name}\n    role: {role}\n    on: {day}"


def ask(
    check: Check, text: str, *options: Any, path: str = "article.md", today: date = TODAY, **facts: Any
) -> list[Problem | Unknown]:
    """All that the rule yields."""
    context = Context(today, rule_options={type(option): option for option in options}, **facts)
    return list(check(read(text, path), context))


def problems(check: Check, text: str, *options: Any, **facts: Any) -> list[Problem]:
    """The problems; a question without an answer fails the test."""
    found = ask(check, text, *options, **facts)
    assert not [what for what in found if isinstance(what, Unknown)]
    return [what for what in found if isinstance(what, Problem)]


def messages(check: Check, text: str, *options: Any, **facts: Any) -> list[str]:
    """What the problems say."""
    return [problem.message for problem in problems(check, text, *options, **facts)]


def sources(text: str, found: Sequence[Problem]) -> list[str]:
    """The source text under each problem."""
    article = read(text, "article.md")
    return [text[slice(*(problem.span or article.span(problem.at)))] for problem in found]


def fixed(text: str, problem: Problem) -> str:
    """The text with the problem's fix applied."""
    assert problem.fix
    for edit in sorted(problem.fix.edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text


def committed(root: Path, *states: tuple[str, str], path: str = "article.md") -> GitHistory:
    """The history of an article with these states, each a day and a text."""
    for day, text in states:
        write(root, {path: text})
        commit(root, day)
    return GitHistory(root, (path,), TODAY)


def read(text: str, path: str) -> Article:
    """The article that a text is."""
    return parse(path, text, Settings()).article
