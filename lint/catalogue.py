"""The catalogue: every rule there is, whoever declares it, in the order of the categories."""

from pathlib import Path

from lint.rules.rule import Rule

CATEGORIES = (
    "metadata",
    "time",
    "citations",
    "references",
    "sources",
    "claims",
    "verification",
    "structure",
    "originality",
    "readability",
    "housekeeping",
)


def catalogue(schema: Path | None = None) -> dict[str, Rule]:
    """The rules by name: our schema's and a publication's own, those that are modules, and the engine's."""
    from lint.rules import RULES
    from lint.rules.housekeeping import HOUSEKEEPING
    from lint.schema.rules import rules

    found = {**rules(schema or "article"), **RULES, **HOUSEKEEPING}
    return dict(sorted(found.items(), key=lambda item: _rank(item[1].category)))


def _rank(category: str) -> int:
    """A publication's own categories come last."""
    return CATEGORIES.index(category) if category in CATEGORIES else len(CATEGORIES)
