"""The pages as markdown: what ``docs/rules/`` holds."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from lint.finding import Severity
from lint.pages import FIXES, exception
from lint.pages.examples import blocks
from lint.pages.options import described
from lint.rules.rule import Rule

_LANGUAGES = {"yaml": "yaml", "toml": "toml", "bib": "bibtex", "json": "json"}
_LONGEST = 80
_STANDARDS = {
    "AMA": "AMA Manual of Style, 11th edition, and the citation style of the National Library of Medicine",
    "DISCERN": "the DISCERN instrument for judging health information",
    "HON": "the principles of the Health On the Net code of conduct (HONcode), by number",
    "JAMA": "the JAMA benchmarks: authorship, attribution, disclosure, currency",
    "NHS": "NHS England, Standard for creating health content",
    "PIF": "the Patient Information Forum's PIF TICK",
}


def files(rules: Iterable[Rule]) -> Iterator[tuple[str, str]]:
    """The name and the text of each file of the folder."""
    listed = tuple(rules)
    yield "README.md", index(listed)
    for rule in listed:
        yield f"{rule.name}.md", page(rule)


def index(rules: Iterable[Rule]) -> str:
    """All rules, in a table for each category."""
    parts = [
        "# The rules",
        "`copydesk rule NAME` shows a page in the terminal, `copydesk rule CATEGORY` the rules of a category.",
    ]
    for category, group in groupby(rules, key=lambda rule: rule.category):
        rows = ((f"[`{r.name}`]({r.name}.md)", str(r.severity), r.page.summary, r.standard) for r in group)
        parts += [f"## {category}", _table(("rule", "severity", "what is wrong", "standard"), rows)]
    parts += ["## Standards", _table(("name", "what it is"), _STANDARDS.items())]
    return _joined(parts)


def page(rule: Rule) -> str:
    """A rule's page."""
    facts = (f"[{rule.category}](README.md#{rule.category})", str(rule.severity), FIXES[rule.fix], rule.standard)
    parts = [
        f"# {rule.name}",
        rule.page.summary,
        _table(("category", "severity", "fix", "standard"), [facts]),
        *_section("Why", rule.page.why),
        *_section("What to do", rule.page.help),
        *_section("This is reported", *_example(rule.page.bad)),
        *_section("This is not", *_example(rule.page.good)),
        *_settings(rule),
    ]
    return _joined(parts)


def _settings(rule: Rule) -> Iterator[str]:
    yield "## Settings"
    options = list(described(rule))
    if options:
        rows = ((f"`{o.name}`", o.kind, f"`{o.default}`" if o.default else "", o.text) for o in options)
        yield _table(("option", "value", "unless set", "what it says"), rows)
    yield "In `copydesk.toml`, a severity changes how much the rule matters, and `off` switches it off:"
    severity = "warning" if rule.severity is Severity.ERROR else "error"
    own = "".join(f"{o.name} = {o.default}\n" for o in options if o.default and len(o.default) < _LONGEST)
    yield _fenced(f'[rules.{rule.name}]\nseverity = "{severity}"\n{own}', "toml")
    if comment := exception(rule):
        if "allow-file" in comment:
            yield "A comment in the article allows an exception; the reason is for the next editor:"
        else:
            yield "A comment above a block allows an exception there (`allow-file`: in the whole article):"
        yield _fenced(f"{comment}\n", "markdown")


def _section(title: str, *parts: str) -> Iterator[str]:
    if any(parts):
        yield f"## {title}"
        yield from parts


def _example(example: str) -> Iterator[str]:
    for label, text in blocks(example):
        if label:
            yield f"{label}:"
        yield _fenced(text, _LANGUAGES.get(label.rpartition(".")[2], "markdown"))


def _fenced(text: str, language: str) -> str:
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{text}{fence}"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = (head, ("---",) * len(head), *rows)
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines)


def _joined(parts: Iterable[str]) -> str:
    return "\n\n".join(parts) + "\n"
