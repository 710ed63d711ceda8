from datetime import date
from pathlib import Path

import pytest

from lint.finding import Severity
from lint.rules import RULES
from tests.config.settings import config

BEFORE, AFTER = date(2026, 12, 31), date(2027, 1, 1)
RULE = RULES["stale-article"]


@pytest.mark.parametrize(
    ("setting", "before", "after"),
    [
        ("", Severity.ERROR, Severity.ERROR),
        ('stale-article = "off"', None, None),
        ('stale-article = "suggestion"', Severity.SUGGESTION, Severity.SUGGESTION),
        ("stale-article.error_from = 2027-01-01", Severity.WARNING, Severity.ERROR),
        ('stale-article = { severity = "error", error_from = "2027-01-01" }', Severity.WARNING, Severity.ERROR),
        ('stale-article = { severity = "suggestion", error_from = 2027-01-01 }', Severity.SUGGESTION, Severity.ERROR),
        ('stale-article = { severity = "off", error_from = 2027-01-01 }', None, Severity.ERROR),
    ],
)
def test_severity_by_day(setting: str, before: Severity | None, after: Severity | None, tmp_path: Path) -> None:
    found = config(tmp_path, f"[rules]\n{setting}\n")
    assert found.severity(RULE, "a.md", BEFORE) == before
    assert found.severity(RULE, "a.md", AFTER) == after


OVERRIDES = """
[rules.overdue-review]
severity = "warning"
warn_days = 30
[[overrides]]
paths = ["news/**", "*.news.md"]
rules = { stale-article = "off", overdue-review = { warn_days = 5 } }
[[overrides]]
paths = ["news/old/"]
rules.stale-article = "warning"
"""


@pytest.mark.parametrize(
    ("path", "severity"),
    [
        ("a.md", Severity.ERROR),
        ("news/a.md", None),
        ("x/a.news.md", None),
        ("news/old/a.md", Severity.WARNING),
        ("other/news/a.md", Severity.ERROR),
    ],
)
def test_later_overrides_win(path: str, severity: Severity | None, tmp_path: Path) -> None:
    assert config(tmp_path, OVERRIDES).severity(RULE, path, BEFORE) == severity


def test_options_are_instances_by_class_and_by_path(tmp_path: Path) -> None:
    found = config(tmp_path, OVERRIDES)
    kind = RULES["overdue-review"].options
    assert kind is not None
    assert found.options("a.md") == {kind: kind(warn_days=30)}
    assert found.options("news/a.md") == {kind: kind(warn_days=5)}
    assert found.severity(RULES["overdue-review"], "news/a.md", BEFORE) == Severity.WARNING
    assert config(tmp_path, "[rules]\noverdue-review = 'off'").options("a.md") == {}
