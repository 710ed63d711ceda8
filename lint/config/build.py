"""From the settings in a file to a ``Config``; every mistake is one line with its place."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from lint.article.front_matter.fields import PRESETS
from lint.article.settings import ROLES, Settings
from lint.catalogue import catalogue
from lint.config import options
from lint.config.bot import bot_settings
from lint.config.check import mistakes
from lint.config.lines import line_of
from lint.config.model import Config, Override, RuleSetting
from lint.config.shape import shape
from lint.config.toml import Toml, read
from lint.config.units import days, size
from lint.context import Freshness, Sources
from lint.finding import Severity
from lint.inputs import look
from lint.patterns import Patterns
from lint.verification.settings import Settings as Verify

Json = Mapping[str, Any]


def build(source: Path) -> Config:
    """The configuration in a file."""
    toml = read(source)
    schema = _existing(toml, source.parent, "schema")
    found = sorted(mistakes(toml.data, shape(catalogue(schema))), key=lambda it: line_of(toml.lines, it.path))
    if found:
        raise toml.error(found[0].path, found[0].message)
    people = _existing(toml, source.parent, "people", "people.yaml")
    return _config(toml, source, schema, people)


def _existing(toml: Toml, root: Path, key: str, default: str = "") -> Path | None:
    """The file that a setting names; the default one only counts where it stands."""
    name = toml.data.get(key, default)
    path = root / name if isinstance(name, str) and name else None
    if path:
        look(path)
    if path is None or path.is_file():
        return path
    if key not in toml.data:
        return None
    raise toml.error((key,), f'"{key}" names {name}, which does not exist')


def _config(toml: Toml, source: Path, schema: Path | None, people: Path | None) -> Config:
    data, defaults = toml.data, Config(source.parent)
    preset = PRESETS.get(data.get("preset", ""))
    return Config(
        root=source.parent,
        source=source,
        include=tuple(data.get("include", ())),
        exclude=tuple(data.get("exclude", ())),
        people=people,
        schema=schema,
        baseline=source.parent / data["baseline"] if "baseline" in data else None,
        preset=data.get("preset"),
        prints_title=data.get("prints_title", preset.prints_title if preset else defaults.prints_title),
        fail_on=_severity(data["fail_on"]) if "fail_on" in data else defaults.fail_on,
        output_format=data.get("output_format"),
        max_file_size=size(data.get("max_file_size", defaults.max_file_size)),
        rules=_rules(data.get("rules", {})),
        overrides=tuple(map(_override, data.get("overrides", ()))),
        settings=Settings(
            roles=_roles(data.get("roles", {})),
            disclaimers=data.get("disclaimers", {}),
            fields={**(preset.fields if preset else {}), **data.get("fields", {})},
            minimum_words=data.get("minimum_words", defaults.settings.minimum_words),
            own=tuple(data.get("sources", {}).get("own", ())),
            feedback_link=data.get("feedback_link", ""),
        ),
        freshness=_freshness(data.get("freshness", {})),
        sources=Sources(**{key: tuple(names) for key, names in data.get("sources", {}).items()}),
        verify=_verify(data.get("verify", {})),
        bot=bot_settings(data.get("bot", {})),
        feedback=data.get("feedback", {}),
        origins={keys: f"{toml.where}:{line}" for keys, line in toml.lines.items() if keys},
    )


def _severity(name: str) -> Severity | None:
    return None if name == "never" else Severity[name.upper()]


def _rules(table: Json) -> dict[str, RuleSetting]:
    return {
        name: _rule(name, entry if isinstance(entry, dict) else {"severity": entry}) for name, entry in table.items()
    }


def _rule(name: str, entry: Json) -> RuleSetting:
    from lint.rules import RULES

    own = RULES[name].options if name in RULES else None
    named = {key: value for key, value in entry.items() if key not in ("severity", "error_from")}
    level = entry.get("severity")
    return RuleSetting(
        severity=level if level in (None, "off") else Severity[level.upper()],
        error_from=date.fromisoformat(entry["error_from"]) if "error_from" in entry else None,
        options=options.values(own, named) if own else {},
    )


def _override(entry: Json) -> Override:
    return Override(tuple(entry["paths"]), Patterns(entry["paths"]), _rules(entry.get("rules", {})))


def _roles(table: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Our headings and the publication's; or, with ``only``, the publication's alone."""
    roles = dict(ROLES)
    for role, entry in table.items():
        roles[role] = tuple(entry["only"]) if isinstance(entry, dict) else (*roles[role], *entry)
    return roles


def _verify(table: Json) -> Verify:
    default = Verify()
    return Verify(
        mailto=table.get("mailto", default.mailto),
        registries=table.get("registries", default.registries),
        allow_private=table.get("allow_private", default.allow_private),
        max_age=days(table.get("max_age", default.max_age)),
    )


def _freshness(table: Json) -> dict[str, Freshness]:
    """What counts by topic; what a topic does not say is as for all others (``""``)."""
    general = _ages(table, Freshness())
    return {"": general, **{topic: _ages(entry, general) for topic, entry in table.get("topics", {}).items()}}


def _ages(table: Json, default: Freshness) -> Freshness:
    return Freshness(
        modified=days(table.get("modified", default.modified)), reviewed=days(table.get("reviewed", default.reviewed))
    )
