"""The schema of copydesk.toml, made from the settings below and from the rules' own options."""

from collections.abc import Iterable, Mapping
from typing import Any

from lint.article.front_matter.fields import PRESETS
from lint.article.settings import ROLES
from lint.config import options
from lint.config.bot import LABELS
from lint.config.units import DURATION, SIZE
from lint.formatters import FORMATS
from lint.verification.settings import REGISTRIES

Json = dict[str, Any]

LEVELS = ("off", "suggestion", "warning", "error")


def shape(rules: Iterable[str]) -> Json:
    """The schema for a configuration that may name these rules."""
    table = _rules(sorted(rules))
    settings = _settings()
    settings["rules"] = table | {
        "description": "How much each rule matters: `off`, `suggestion`, `warning` or `error`, or a table with "
        "`severity`, `error_from` (a date until which the rule is a warning) and the rule's own options."
    }
    settings["overrides"] = _overrides(table)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The settings of Copydesk: copydesk.toml, or [tool.copydesk] in pyproject.toml",
        **_table(settings, "setting"),
    }


def _field_names() -> Iterable[str]:
    """The front matter keys that our article schema knows."""
    import schemas

    names: Mapping[str, Json] = schemas.load("article")["properties"]["front_matter"]["properties"]
    return names


def _settings() -> dict[str, Json]:
    return {
        "include": _texts(
            "The files and folders to check when the command names none. Wildcards as in .gitignore: `*` stands for "
            "a name, `**` for any number of folders. Everything below the configuration's folder unless set."
        ),
        "exclude": _texts("Patterns as in .gitignore: articles that are not checked unless they are named one by one."),
        "people": _text(
            "The file of authors, reviewers and fact-checkers. `people.yaml` beside the configuration unless set."
        ),
        "schema": _text("The publication's own article schema (JSON Schema), which may add requirements to ours."),
        "baseline": _text(
            "The file of the findings that are accepted. `copydesk-baseline.jsonl` beside the configuration unless set."
        ),
        "fail_on": _one_of(
            (*LEVELS[:0:-1], "never"), "The least severity that makes a check fail (exit code 1). `error` unless set."
        ),
        "output_format": _one_of(
            FORMATS, "The form of the report. `full` on a terminal and `concise` elsewhere unless set."
        ),
        "max_file_size": SIZE | {"description": "A larger article is not read. `2 MB` unless set."},
        "minimum_words": {
            "type": "integer",
            "minimum": 0,
            "description": "A section with fewer words of prose claims nothing, so it needs no source. 20 unless set.",
        },
        "preset": _one_of(
            PRESETS, "The site generator whose front matter names and habits count; `fields` adds to them."
        ),
        "prints_title": {
            "type": "boolean",
            "description": "Whether the site prints the front matter's title above the article, so that the same "
            "heading in the article would stand twice. True unless the preset says otherwise.",
        },
        "fields": _table({name: _text() for name in _field_names()}, "field")
        | {"description": 'Other names for front matter keys: `last_modified = "lastmod"`.'},
        "roles": _table(dict.fromkeys(ROLES, _ROLE), "role")
        | {
            "description": "Headings that give a section a role, as regular expressions without regard to case: "
            '`introduction = ["background"]` adds to ours, `introduction = { only = ["background"] }` replaces them.'
        },
        "disclaimers": {
            "type": "object",
            "additionalProperties": _text(),
            "description": "Approved texts by name. With any here, only these count as a disclaimer.",
        },
        "feedback_link": _text(
            "The address at which readers report a problem. `copydesk check --fix` adds a link to it where an article "
            "gives them no way."
        ),
        "freshness": _table({**_FRESHNESS, "topics": _TOPICS}, "setting")
        | {"description": "How old an article (`modified`, 2y) and its review (`reviewed`, 3y) may grow; by topic."},
        "sources": _table(
            {
                "deny": _texts("Domains and publishers that may not be cited."),
                "allow": _texts("Domains and publishers that may be cited whatever our own lists say."),
                "own": _texts("The publication's own domains: citing itself is no evidence."),
                "texts": _texts(
                    "Folders and files of source texts (plain text, markdown) that no article may copy; "
                    "`--sources` adds to them."
                ),
            },
            "setting",
        )
        | {"description": "Which sources the publication refuses, trusts and owns."},
        "verify": _table(
            {
                "mailto": {
                    **_text("The address at which the registries can reach you; they ask for one."),
                    "pattern": "^[^@\\s]+@[^@\\s]+$",
                    "title": "an address for mail, such as desk@example.org",
                },
                "max_age": DURATION | {"description": "How long an answer counts. `180d` unless set."},
                "registries": _table(dict.fromkeys(REGISTRIES, _URL), "registry")
                | {"description": "Other addresses of the registries: a mirror, a test."},
                "allow_private": {
                    "type": "boolean",
                    "description": "For tests alone: whether web addresses may lead into private networks.",
                },
            },
            "setting",
        )
        | {
            "description": "How `copydesk verify` asks the registries: `mailto` (an address at which they can reach "
            "you), `max_age` (how long an answer counts, 180d), `registries` (other addresses for them, by name)."
        },
        "bot": _table(_bot(), "setting")
        | {
            "description": "How the bot reviews pull requests: `inline` (the most comments beside lines, 20), "
            "`annotations` (the most of a check run, 50), `roles` (who must approve a changed article, "
            '`["medical", "fact-checker"]`), `topics` (other roles by topic), `request_reviews` (true), '
            "`always_report` (check runs even where there is nothing to say, false) and `labels` (their names on "
            "GitHub; an empty name for none). See [the bot](bot.md)."
        },
        "feedback": _table(_feedback(), "setting")
        | {
            "description": "How reader feedback is taken in: `origins` (the sites whose pages may send it), `help` "
            "(by language, what a reader in danger is shown first), `spam` (the score from which a report is "
            "suspected, 0.5), `sender_hour` (reports of one sender in an hour, 5), `corroboration` (readers that make "
            "an unspecific report an issue, 2), `daily` (new issues a day, 20), `accounts` (on GitHub, that speak "
            "for the publication besides the one at work), `contact_days` and `words_days` (when "
            "addresses and raw words are erased, 30 and 365). See [reader feedback](feedback.md)."
        },
    }


def _bot() -> dict[str, Json]:
    count: Json = {"type": "integer", "minimum": 0}
    roles: Json = {"type": "array", "items": {"type": "string", "minLength": 1}}
    return {
        "inline": count,
        "annotations": count,
        "roles": roles,
        "topics": {"type": "object", "additionalProperties": roles},
        "request_reviews": {"type": "boolean"},
        "always_report": {"type": "boolean"},
        "labels": _table({name: {"type": "string", "maxLength": 50} for name in LABELS}, "label"),
    }


def _feedback() -> dict[str, Json]:
    count: Json = {"type": "integer", "minimum": 1}
    return {
        "origins": {"type": "array", "items": {"type": "string", "pattern": "^https?://[^/?#]+/?$"}},
        "help": {"type": "object", "additionalProperties": {"type": "string", "minLength": 1}},
        "accounts": {"type": "array", "items": {"type": "string", "minLength": 1}},
        "spam": {"type": "number", "exclusiveMinimum": 0, "maximum": 1},
        **dict.fromkeys(("sender_hour", "corroboration", "daily", "contact_days", "words_days"), count),
    }


def _rules(names: Iterable[str]) -> Json:
    from lint.rules import RULES

    plain = _rule({})
    own = {name: RULES[name].options if name in RULES else None for name in names}
    return _table({name: _rule(options.shapes(kind)) if kind else plain for name, kind in own.items()}, "rule")


def _rule(own: dict[str, Json]) -> Json:
    table = _table({"severity": _one_of(LEVELS), "error_from": options.DATE, **own}, "option")
    return {"title": '"off", "suggestion", "warning", "error" or a table', "anyOf": [_one_of(LEVELS), table]}


def _overrides(rules: Json) -> Json:
    entry = _table({"paths": {**_texts(), "minItems": 1}, "rules": rules}, "setting")
    return {
        "type": "array",
        "items": {**entry, "required": ["paths"]},
        "description": "Rule settings for some articles: `paths` holds patterns as in .gitignore; later ones win.",
    }


def _table(properties: dict[str, Json], kind: str) -> Json:
    """A table whose keys are known; ``x-key`` is what a message calls one that is not."""
    return {"type": "object", "x-key": kind, "properties": properties, "additionalProperties": False}


def _text(description: str = "") -> Json:
    return _described({"type": "string", "minLength": 1}, description)


def _texts(description: str = "") -> Json:
    return _described({"type": "array", "items": {"type": "string"}}, description)


def _one_of(values: Iterable[str], description: str = "") -> Json:
    return _described({"type": "string", "enum": list(values)}, description)


def _described(schema: Json, description: str) -> Json:
    return {**schema, "description": description} if description else schema


_URL: Json = {
    "title": "an address such as https://registry.example.org",
    "type": "string",
    "pattern": "^https?://[^/\\s]",
}
_PATTERNS: Json = {"type": "array", "items": {"type": "string"}}
_ROLE: Json = {
    "title": "a list of texts in quotes, or { only = [a list] }",
    "anyOf": [_PATTERNS, {**_table({"only": _PATTERNS}, "setting"), "required": ["only"]}],
}
_FRESHNESS: dict[str, Json] = {"modified": DURATION, "reviewed": DURATION}
_TOPICS: Json = {"type": "object", "additionalProperties": _table(_FRESHNESS, "setting")}
