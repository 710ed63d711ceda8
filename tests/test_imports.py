"""Imports run one way, as ARCHITECTURE.md says: schemas <- lint <- bot; a rule knows only what it judges."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from lint.rules import RULES

ROOT = Path(__file__).parent.parent
OURS = ("schemas", "lint", "bot")
IMPORTERS = {
    "mistune": ("lint.article.markdown",),
    "yaml": ("lint.article.front_matter",),
    "git": ("lint.history",),
    "jsonschema": ("schemas",),
    "referencing": ("schemas",),
    "github": ("bot.github",),
    "distributed": ("lint.work.cluster",),
    "watchfiles": ("lint.watch.changes",),
    "aiohttp": ("lint.verification.http.wire",),
    "yarl": ("lint.verification.http.wire",),
    "jwt": ("bot.github",),
    "click": ("lint.cli", "bot.cli"),
    "rapidfuzz": ("lint.verification.matching.likeness",),
    "sqlalchemy": ("bot.feedback.store",),
    "alembic": ("bot.feedback.store",),
    "starlette": ("bot.feedback.web",),
    "uvicorn": ("bot.feedback.web.serve",),
    "jinja2": ("bot.feedback.web.pages",),
    "prometheus_client": ("bot.feedback.web.metrics",),
}
"""Each third-party package, and where alone it is imported."""

FOR_RULES = ("lint.article", "lint.context", "lint.evidence", "lint.finding")
OUTSIDE = (
    "os",
    "io",
    "pathlib",
    "shutil",
    "subprocess",
    "time",
    "socket",
    "http",
    "urllib.request",
    "lint.article.parse",
)
"""What would let a rule see files, the clock or the network."""

TABLES = ("lint.rules", "lint.rules.rule", "lint.rules.housekeeping")


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


MODULES = {name_of(path): path for package in OURS for path in sorted((ROOT / package).rglob("*.py"))}


def imports(module: str) -> Iterator[str]:
    """Every module that a module imports, wherever in it; of ours, what is imported from a package is a module too."""
    for node in ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{module}: relative import"
            source = node.module or ""
            names = [f"{source}.{alias.name}" for alias in node.names]
            yield from (name if name in MODULES else source for name in names)


def within(name: str, *packages: str) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)


@pytest.mark.parametrize("module", MODULES)
def test_packages_import_one_way(module: str) -> None:
    package = module.partition(".")[0]
    above = OURS[OURS.index(package) + 1 :]
    assert not [name for name in imports(module) if within(name, *above)]


@pytest.mark.parametrize("module", ["lint.finding", "lint.text"])
def test_the_words_of_all_import_nothing_of_ours(module: str) -> None:
    assert not [name for name in imports(module) if within(name, *OURS)]


@pytest.mark.parametrize("module", [name for name in MODULES if name not in TABLES and within(name, "lint.rules")])
def test_a_rule_imports_only_what_it_judges(module: str) -> None:
    rules = {f"lint.rules.{name.replace('-', '_')}" for name in RULES}
    for name in imports(module):
        assert name not in rules, f"{module} imports the rule {name}: put what they share into a module of its own"
        is_standard = name.partition(".")[0] in sys.stdlib_module_names
        assert is_standard or within(name, "lint.rules", *FOR_RULES), f"{module} imports {name}"
        assert not within(name, *OUTSIDE), f"{module} imports {name}"


def test_only_the_commands_read_the_clock() -> None:
    readers = {
        module
        for module, path in MODULES.items()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
        and node.attr in ("today", "now", "utcnow")
        and isinstance(node.value, ast.Name)
        and node.value.id in ("date", "datetime")
    }
    assert readers
    assert not [module for module in readers if not within(module, "lint.cli", "bot.cli", "bot.clock")]


def test_only_what_runs_for_long_asks_the_clock_module() -> None:
    asking = [module for module in MODULES if "bot.clock" in set(imports(module))]
    running = ("bot.cli", "bot.feedback.web", "bot.feedback.worker.loop", "bot.webhook.worker")
    assert asking
    assert not [module for module in asking if not within(module, *running)]


@pytest.mark.parametrize("module", MODULES)
def test_each_third_party_package_has_one_importing_place(module: str) -> None:
    for name in imports(module):
        package = name.partition(".")[0]
        if package not in OURS and package not in sys.stdlib_module_names:
            assert within(module, *IMPORTERS[package]), f"{module} imports {package}"
