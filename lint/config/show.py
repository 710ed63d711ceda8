"""The settings in force as plain values, each with its origin: the file and line, the preset, or the default."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from lint.catalogue import catalogue
from lint.config.model import Config
from lint.config.options import named, plain
from lint.finding import Severity
from lint.rules.rule import Rule

DEFAULT = "default"
PLAIN = ("include", "exclude", "people", "schema", "baseline", "preset", "prints_title", "fail_on", "output_format")


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting in force, its value as JSON holds it."""

    name: str
    value: Any
    origin: str = DEFAULT


def settings(config: Config, path: str) -> Iterator[Setting]:
    """All settings, in the order of docs/configuration.md; the rules as they are for one article."""
    for name in (*PLAIN, "max_file_size"):
        value = _plain(getattr(config, name), config.root)
        yield Setting(name, "never" if name == "fail_on" and value is None else value, _origin(config, name))
    for name in ("minimum_words", "feedback_link"):
        yield Setting(name, getattr(config.settings, name), _origin(config, name))
    for table, values in (
        ("fields", config.settings.fields),
        ("roles", config.settings.roles),
        ("disclaimers", config.settings.disclaimers),
        ("sources", asdict(config.sources)),
        ("verify", asdict(config.verify) | {"max_age": f"{config.verify.max_age} days"}),
        ("bot", asdict(config.bot)),
        ("feedback", dict(config.feedback)),
    ):
        yield from (
            Setting(f"{table}.{key}", _plain(value), _origin(config, table, key)) for key, value in values.items()
        )
    yield from _freshness(config)
    for rule in catalogue(config.schema).values():
        yield from _rule(config, rule, path)


def _freshness(config: Config) -> Iterator[Setting]:
    for topic, ages in config.freshness.items():
        above = ("freshness", "topics", topic) if topic else ("freshness",)
        for name, days in ages._asdict().items():
            keys = (*above, name)
            yield Setting(".".join(keys), f"{days} days", _origin(config, *keys))


def _rule(config: Config, rule: Rule, path: str) -> Iterator[Setting]:
    """A rule's severity, its date and its options, the last two only where there are any."""
    setting, origin = config.rule(rule.name, path), _of_rule(config, rule.name, path)
    level = rule.severity if setting.severity is None else setting.severity
    yield Setting(f"rules.{rule.name}", _plain(level), origin)
    if setting.error_from:
        yield Setting(f"rules.{rule.name}.error_from", setting.error_from.isoformat(), origin)
    if rule.options is None:
        return
    for name, value in named(rule.options(**setting.options)).items():
        mentioned = origin if name in setting.options else DEFAULT
        yield Setting(f"rules.{rule.name}.{name}", _plain(value), mentioned)


def _of_rule(config: Config, name: str, path: str) -> str:
    """The last place that speaks of a rule for an article."""
    keys: tuple[str | int, ...] = ("rules", name)
    for at, override in enumerate(config.overrides):
        if name in override.rules and override.patterns.match(path):
            keys = ("overrides", at, "rules", name)
    return _origin(config, *keys)


def _origin(config: Config, *keys: str | int) -> str:
    if keys in config.origins:
        return config.origins[keys]
    if config.preset and (keys[0] == "fields" or keys == ("prints_title",)):
        return f"preset {config.preset}"
    return DEFAULT


def _plain(value: Any, root: Path | None = None) -> Any:
    """A value as JSON holds it; files as seen from the configuration's folder."""
    if isinstance(value, Severity):
        return str(value)
    if isinstance(value, Path):
        return value.relative_to(root).as_posix() if root and value.is_relative_to(root) else str(value)
    return plain(value)
