"""Config: the settings in force, and where each came from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from lint.article.settings import Settings
from lint.config.bot import BotSettings
from lint.context import Freshness, Sources
from lint.finding import Severity
from lint.patterns import Patterns
from lint.verification.settings import Settings as Verify

if TYPE_CHECKING:
    from lint.rules.rule import Rule

BASELINE = "copydesk-baseline.jsonl"
"""The baseline's name unless set."""

Level = Severity | Literal["off"]


@dataclass(frozen=True, slots=True)
class RuleSetting:
    """What a configuration says of one rule; None and absent options leave the default."""

    severity: Level | None = None
    error_from: date | None = None
    options: Mapping[str, Any] = field(default_factory=dict)

    def over(self, other: "RuleSetting") -> "RuleSetting":
        """This setting where it speaks, the other where it is silent."""
        severity = other.severity if self.severity is None else self.severity
        return RuleSetting(severity, self.error_from or other.error_from, {**other.options, **self.options})

    def level(self, rule: "Rule", today: date) -> Severity | None:
        """How much a finding of the rule matters today; None when the rule is off."""
        if self.error_from and today >= self.error_from:
            return Severity.ERROR
        level = rule.severity if self.severity is None else self.severity
        if level == "off":
            return None
        return min(level, Severity.WARNING) if self.error_from else level


class Override(NamedTuple):
    """Rule settings for the articles that the patterns match."""

    paths: tuple[str, ...]
    patterns: Patterns
    rules: Mapping[str, RuleSetting]


@dataclass(frozen=True, slots=True)
class Config:
    """The settings in force for the articles under ``root``; paths of articles are POSIX and relative to it."""

    root: Path
    source: Path | None = None
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    people: Path | None = None
    schema: Path | None = None
    baseline: Path | None = None
    """None: the file of the default name at the root, where there is one."""
    preset: str | None = None
    prints_title: bool = True
    fail_on: Severity | None = Severity.ERROR
    """None: findings never fail a check."""
    output_format: str | None = None
    """None: the fullest that suits where the report goes."""
    max_file_size: int = 2_000_000
    rules: Mapping[str, RuleSetting] = field(default_factory=dict)
    overrides: tuple[Override, ...] = ()
    settings: Settings = field(default_factory=Settings)
    freshness: Mapping[str, Freshness] = field(default_factory=lambda: {"": Freshness()})
    sources: Sources = field(default_factory=Sources)
    verify: Verify = field(default_factory=Verify)
    bot: BotSettings = field(default_factory=BotSettings)
    feedback: Mapping[str, Any] = field(default_factory=dict)
    """The ``[feedback]`` table as it was written: only the bot reads it."""
    origins: Mapping[tuple[str | int, ...], str] = field(default_factory=dict)
    """Where each setting that is no default came from: ``("rules", "stale-article")`` -> ``copydesk.toml:12``."""

    @property
    def baseline_file(self) -> Path:
        """Where the baseline is, or would be."""
        return self.baseline or self.root / BASELINE

    def rule(self, name: str, path: str) -> RuleSetting:
        """What the configuration says of a rule for an article; later overrides win."""
        setting = self.rules.get(name, RuleSetting())
        for override in self.overrides:
            if name in override.rules and override.patterns.match(path):
                setting = override.rules[name].over(setting)
        return setting

    def severity(self, rule: "Rule", path: str, today: date) -> Severity | None:
        """How much a finding of a rule matters in an article today; None when the rule is off."""
        return self.rule(rule.name, path).level(rule, today)

    def starts(self) -> list[date]:
        """The days from which rules are errors (``error_from``)."""
        tables = (self.rules, *(override.rules for override in self.overrides))
        return [setting.error_from for table in tables for setting in table.values() if setting.error_from]

    def options(self, path: str) -> Mapping[type, Any]:
        """The configured options for an article: instances by their ``Options`` class (for ``Context``)."""
        from lint.rules import RULES

        mentioned = {*self.rules, *(name for override in self.overrides for name in override.rules)}
        found: dict[type, Any] = {}
        for name in mentioned:
            rule = RULES.get(name)
            if rule and rule.options and (values := self.rule(name, path).options):
                found[rule.options] = rule.options(**values)
        return found
