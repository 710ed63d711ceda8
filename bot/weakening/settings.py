"""What changes in copydesk.toml: every setting that is another, but for those that can only make the check stricter."""

import json
import tomllib
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from lint.catalogue import catalogue
from lint.config.shape import LEVELS
from lint.config.units import days
from lint.finding import CopydeskError

Keys = tuple[str, ...]
Table = Mapping[Keys, Any]

_FAIL_ON = ("suggestion", "warning", "error", "never")
_NEUTRAL = ("output_format", "feedback_link")


def settings(name: str, old: str | None, new: str | None) -> Iterator[str]:
    """Each setting that changed, as ``rules.stale-article: error → off``; the lowered severities first."""
    try:
        before, after = _table(name, old), _table(name, new)
    except (ValueError, RecursionError):
        yield "the settings cannot be read any more"
        return
    changed = [keys for keys in {**before, **after} if before.get(keys) != after.get(keys)]
    told = [
        (not _is_severity(keys), _line(keys, before, after))
        for keys in changed
        if not _is_stricter(keys, before, after)
    ]
    yield from (line for _, line in sorted(told))


def _table(name: str, text: str | None) -> Table:
    data: Any = tomllib.loads((text or "").removeprefix("\ufeff"))
    for key in ("tool", "copydesk") if name == "pyproject.toml" else ():
        data = data.get(key, {}) if isinstance(data, dict) else {}
    if not isinstance(data, dict):
        raise ValueError
    return dict(_flat(_named(data), ()))


def _named(data: Mapping[str, Any]) -> dict[str, Any]:
    """The settings with each override under the paths that it is for, and each rule as a table."""
    found = {key: value for key, value in data.items() if key != "overrides"}
    overrides = data.get("overrides")
    for entry in overrides if isinstance(overrides, list) else ():
        paths = entry.get("paths") if isinstance(entry, dict) else None
        name = ", ".join(map(str, paths)) if isinstance(paths, list) else "no paths"
        rules = entry.get("rules", {}) if isinstance(entry, dict) else {}
        found[f"overrides for {name}"] = {"rules": _rules(rules)}
    return found | {"rules": _rules(data.get("rules"))}


def _rules(rules: Any) -> dict[str, Any]:
    entries = rules.items() if isinstance(rules, dict) else ()
    return {name: entry if isinstance(entry, dict) else {"severity": entry} for name, entry in entries}


def _flat(value: Any, keys: Keys) -> Iterator[tuple[Keys, Any]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _flat(inner, (*keys, key))
    else:
        yield keys, value


def _is_severity(keys: Keys) -> bool:
    return len(keys) >= 3 and keys[-3] == "rules" and keys[-1] == "severity"


def _is_stricter(keys: Keys, before: Table, after: Table) -> bool:
    """Whether a change can only make the check say more, or has nothing to do with it."""
    if keys[0] in _NEUTRAL:
        return True
    old, new = before.get(keys), after.get(keys)
    try:
        if _is_severity(keys):
            return LEVELS.index(_level(after, keys)) >= LEVELS.index(_level(before, keys))
        compare = _STRICTER.get(".".join(keys), _STRICTER.get(keys[0]))
        return compare is not None and old is not None and new is not None and compare(old, new)
    except (ValueError, TypeError, AttributeError, CopydeskError):
        return False


def _level(table: Table, keys: Keys) -> str:
    """The severity in force: what an override does not say counts as everywhere, and that as it is by itself."""
    return str(table.get(keys) or table.get(keys[-3:]) or _default(keys[-2]))


def _default(rule: str) -> str:
    known = catalogue()
    return str(known[rule].severity) if rule in known else "error"


def _grew(old: list[str], new: list[str]) -> bool:
    return set(old) <= set(new)


_STRICTER: Mapping[str, Callable[[Any, Any], bool]] = {
    "fail_on": lambda old, new: _FAIL_ON.index(new) <= _FAIL_ON.index(old),
    "include": _grew,
    "exclude": lambda old, new: _grew(new, old),
    "minimum_words": lambda old, new: bool(new <= old),
    "freshness": lambda old, new: days(new) <= days(old),
    "sources.deny": _grew,
    "sources.own": _grew,
    "sources.allow": lambda old, new: _grew(new, old),
    "bot.roles": _grew,
}
"""By setting: whether a change from one value to another is stricter."""


def _line(keys: Keys, before: Table, after: Table) -> str:
    if _is_severity(keys):
        return f"{'.'.join(keys[:-1])}: {_level(before, keys)} → {_level(after, keys)}"
    return f"{'.'.join(keys)}: {_said(before.get(keys))} → {_said(after.get(keys))}"


def _said(value: Any) -> str:
    if value is None:
        return "unset"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
