"""The generated parts of the README: the rules by category, and two findings as a writer sees them."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from pathlib import Path

from lint.catalogue import catalogue
from lint.formatters import Presentation, formatter
from lint.pages.parts import filled
from lint.run import Request, run

ROOT = Path(__file__).parents[2]
DRAFT = "articles/draft-sciatica-stretches.md"


def readme(page: str) -> str:
    """The page with its parts made anew."""
    return filled(page, {"rules": _rules, "finding": _finding})


def _rules() -> Iterator[str]:
    yield "| category | rules |\n|---|---|"
    for category, rules in groupby(catalogue().values(), key=lambda rule: rule.category):
        names = ", ".join(f"[{rule.name}](docs/rules/{rule.name}.md)" for rule in rules)
        yield f"| {category} | {names} |"


def _finding() -> Iterator[str]:
    """What the check prints of the draft; neither rule asks for the day."""
    text = (ROOT / DRAFT).read_bytes()
    request = Request(date.min, stdin=(str(ROOT / DRAFT), text), select=("uncited-statistic", "dangling-citation"))
    shown = "\n".join(formatter("full").lines(run(request).report, Presentation()))
    yield "```console"
    yield shown.replace(str(ROOT) + "/", "").strip()
    yield "```"
