"""The pages as plain JSON values."""

from dataclasses import asdict
from typing import Any

from lint.pages.options import described
from lint.rules.rule import Rule


def record(rule: Rule) -> dict[str, Any]:
    """All that a rule's page says."""
    return {
        "name": rule.name,
        "category": rule.category,
        "severity": str(rule.severity),
        "fix": rule.fix or None,
        "standard": rule.standard or None,
        **asdict(rule.page),
        "options": [asdict(option) for option in described(rule)],
    }
