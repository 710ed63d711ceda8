"""The pages as plain JSON values."""

from dataclasses import asdict
from typing import Any

from lint.pages.examples import blocks
from lint.pages.options import described
from lint.rules.rule import Rule


def record(rule: Rule) -> dict[str, Any]:
    """All that a rule's page says."""
    page = rule.page
    return {
        "name": rule.name,
        "category": rule.category,
        "severity": str(rule.severity),
        "fix": rule.fix or None,
        "standard": rule.standard or None,
        "summary": page.summary,
        "why": page.why,
        "help": page.help,
        "bad": _example(page.bad),
        "good": _example(page.good),
        "options": [asdict(option) for option in described(rule)],
    }


def _example(example: str) -> list[dict[str, str]]:
    """The files of an example; the article has no label."""
    return [{"label": label, "text": text} for label, text in blocks(example)]
