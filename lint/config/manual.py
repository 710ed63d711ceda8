"""The reference of all settings: the published schema, and the tables of docs/configuration.md."""

import json
from collections.abc import Iterator
from typing import Any

from lint.catalogue import catalogue
from lint.config import options
from lint.config.check import words
from lint.config.shape import shape
from lint.pages.parts import filled
from lint.rules.rule import Rule

Json = dict[str, Any]


def schema() -> Json:
    """The schema of copydesk.toml as it is published: with what each rule and option is for, and nothing twice."""
    rules = catalogue()
    document = shape(rules)
    settings = document["properties"]
    table = {key: value for key, value in settings["rules"].items() if key != "description"}
    plain = next(entry for name, entry in table["properties"].items() if rules[name].options is None)
    table["properties"] = {name: _described(entry, rules[name]) for name, entry in table["properties"].items()}
    settings["rules"] = {"$ref": "#/$defs/rules", "description": settings["rules"]["description"]}
    settings["overrides"]["items"]["properties"]["rules"] = {"$ref": "#/$defs/rules"}
    return document | {"$defs": {"rule": plain, "rules": table}}


def manual(page: str) -> str:
    """The page with its tables made anew."""
    return filled(page, {"settings": _settings, "options": _options})


def _described(entry: Json, rule: Rule) -> Json:
    if rule.options is None:
        return {"$ref": "#/$defs/rule", "description": rule.page.summary}
    texts = options.descriptions(rule.options)
    level, table = entry["anyOf"]
    properties = {
        name: {**option, "description": texts[name]} if name in texts else option
        for name, option in table["properties"].items()
    }
    return {**entry, "description": rule.page.summary, "anyOf": [level, {**table, "properties": properties}]}


def _settings() -> Iterator[str]:
    yield "| setting | what it holds | what it does |\n| --- | --- | --- |"
    for name, entry in shape(())["properties"].items():
        yield _row(f"`{name}`", words(entry), entry["description"])


def _options() -> Iterator[str]:
    yield "| rule | option | unless set | what it does |\n| --- | --- | --- | --- |"
    for rule in catalogue().values():
        if rule.options is None:
            continue
        texts, values = options.descriptions(rule.options), options.defaults(rule.options)
        for name, value in values.items():
            yield _row(
                f"[{rule.name}](rules/{rule.name}.md)", f"`{name}`", f"`{json.dumps(value)}`", texts.get(name, "")
            )


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
