"""The rules and front matter keys that a configuration may speak of."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from lint.rules.rule import Rule


def known_rules(schema: Path | None = None) -> Mapping[str, Rule]:
    """The rules of our schema and of the publication's own, those that are modules, and the housekeeping ones."""
    from lint.rules import RULES
    from lint.rules.housekeeping import HOUSEKEEPING
    from lint.schema_rules import rules

    return {**rules(schema or "article"), **RULES, **HOUSEKEEPING}


def field_names() -> Iterable[str]:
    """The front matter keys that our schema knows."""
    import schemas

    names: Mapping[str, object] = schemas.load("article")["properties"]["front_matter"]["properties"]
    return names
