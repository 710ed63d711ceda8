"""The rules: one explicit table."""

from types import ModuleType

from lint.finding import Severity
from lint.rules import dangling_citation
from lint.rules.rule import Page, Rule

ERROR, WARNING, SUGGESTION = Severity.ERROR, Severity.WARNING, Severity.SUGGESTION


def _rule(module: ModuleType, category: str, severity: Severity, standard: str = "", fix: str = "") -> Rule:
    name = module.__name__.rpartition(".")[2].replace("_", "-")
    page = Page.parse(module.__doc__ or "")
    return Rule(name, category, severity, page, standard, fix, module.check, getattr(module, "Options", None))


_TABLE = (_rule(dangling_citation, "citations", ERROR, "AMA"),)

RULES: dict[str, Rule] = {rule.name: rule for rule in _TABLE}
"""The rules that are modules, by name, in the order of the table."""
