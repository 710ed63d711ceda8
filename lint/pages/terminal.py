"""The pages as text for a terminal."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from lint.formatters.visible import wrapped
from lint.pages import FIXES, exception
from lint.pages.examples import blocks
from lint.pages.options import described
from lint.rules.rule import Rule

INDENT = "    "


def lines(rule: Rule, width: int = 80) -> Iterator[str]:
    """A rule's page."""
    yield rule.name
    yield from wrapped(rule.page.summary, width, "  ", "  ")
    yield ""
    facts = {"category": rule.category, "severity": str(rule.severity), "fix": FIXES[rule.fix]}
    for name, value in (facts | ({"standard": rule.standard} if rule.standard else {})).items():
        yield f"  {name + ':':<10}{value}"
    yield from _section("Why", wrapped(rule.page.why, width, "  ", "  "))
    yield from _section("What to do", wrapped(rule.page.help, width, "  ", "  "))
    yield from _section("This is reported", _example(rule.page.bad))
    yield from _section("This is not", _example(rule.page.good))
    yield from _section("Options, in copydesk.toml", _options(rule, width))
    yield from _section("To allow an exception", filter(None, [exception(rule) and f"  {exception(rule)}"]))


def listing(rules: Iterable[Rule], width: int = 80) -> Iterator[str]:
    """The rules by category, each with what is wrong."""
    for category, group in groupby(rules, key=lambda rule: rule.category):
        yield category
        for rule in group:
            yield f"  {rule.name} ({rule.severity})"
            yield from wrapped(rule.page.summary, width, INDENT, INDENT)
        yield ""


def _section(title: str, body: Iterable[str]) -> Iterator[str]:
    found = list(body)
    if found:
        yield from ("", title, *found)


def _example(example: str) -> Iterator[str]:
    for number, (label, text) in enumerate(blocks(example)):
        if number:
            yield ""
        if label:
            yield f"  {label}:"
        yield from (f"{INDENT}{line}".rstrip() for line in text.splitlines())


def _options(rule: Rule, width: int) -> Iterator[str]:
    options = list(described(rule))
    if options:
        yield f"  [rules.{rule.name}]"
    for option in options:
        yield from wrapped(f"{option.name} = {option.default}", width, "  ", INDENT)
        yield from wrapped(f"{option.text} ({option.kind})", width, INDENT, INDENT)
