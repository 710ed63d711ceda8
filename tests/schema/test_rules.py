"""What an article fails of the schema: which rule it is, where it stands, and in which words."""

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from lint.article import Article
from lint.article.front_matter import read as front_matter
from lint.article.settings import Settings
from lint.finding import CopydeskError, Severity
from lint.schema import rules as schema_rules

COMPLETE = """---
title: What helps against back pain
authors:
  - name: Jane Example
    credentials: MD
reviewed_by:
  - name: Robin Example
    role: medical
    on: 2026-05-26
fact_checked_by:
  - name: Sam Example
    on: 2026-05-25
published: 2026-05-24
last_modified: 2026-05-26
disclosure: none
---
Body
"""


class Said(NamedTuple):
    """A problem: its rule, the source under it, and its message."""

    rule: str
    source: str
    message: str


def article(text: str, **parts: Any) -> Article:
    data = front_matter.parse(text)
    document = {
        "front_matter": data.values,
        "title": None,
        "sections": [],
        "references": [],
        "disclaimers": ["x"],
        "feedback_link": True,
    }
    return Article("a.md", text, document | parts, {**data.spans}, data.keys)


def said(text: str, source: str | Path = "article", **parts: Any) -> list[Said]:
    made = article(text, **parts)
    return [
        Said(name, made.text[slice(*(problem.span or made.span(problem.at)))], problem.message)
        for name, problem in schema_rules.problems(made, source)
    ]


def names(text: str, source: str | Path = "article", **parts: Any) -> list[str]:
    return sorted(problem.rule for problem in said(text, source, **parts))


def without(key: str) -> str:
    """The complete article without a key and what is below it."""
    lines = COMPLETE.splitlines(keepends=True)
    at = next(number for number, line in enumerate(lines) if line.startswith(f"{key}:"))
    end = next(number for number in range(at + 1, len(lines)) if not lines[number].startswith(" "))
    return "".join(lines[:at] + lines[end:])


def section(role: str = "claim", *citations: str) -> dict[str, Any]:
    return {"heading": "Rest", "level": 2, "role": role, "citations": list(citations), "paragraphs": []}


def test_a_complete_article() -> None:
    assert said(COMPLETE, sections=[section("claim", "1")], references=[{}]) == []


@pytest.mark.parametrize(
    ("key", "rule"),
    [
        ("title", "missing-title"),
        ("authors", "missing-author"),
        ("reviewed_by", "missing-reviewer"),
        ("fact_checked_by", "missing-fact-check"),
        ("published", "missing-published"),
        ("last_modified", "missing-last-modified"),
        ("disclosure", "missing-disclosure"),
    ],
)
def test_a_missing_key_is_told_once_where_it_belongs(key: str, rule: str) -> None:
    (absent,) = said(without(key))
    assert (absent.rule, absent.source) == (rule, "---")
    assert f"`{key}`" in absent.message
    for nothing in ("", "null", '""', "[]", "  # later"):
        text = without(key).replace("---\n", f"---\n{key}: {nothing}\n", 1)
        (empty,) = said(text)
        assert (empty.rule, empty.source) == (rule, key)


def test_without_front_matter_only_that_is_told() -> None:
    (problem,) = said("# Back pain\n\nWords.\n")
    assert (problem.rule, problem.source) == ("missing-front-matter", "# Back pain")


def test_an_empty_front_matter_misses_its_keys() -> None:
    assert len(said("---\n---\n")) == 7


@pytest.mark.parametrize(
    ("key", "entry", "rule", "missing"),
    [
        ("reviewed_by", "Robin Example, MD", "missing-reviewer", "This review does not give `role` and `on`."),
        (
            "reviewed_by",
            "{name: Robin Example, role: medical, on: }",
            "missing-reviewer",
            "This review does not give `on`.",
        ),
        ("reviewed_by", "[{role: medical, on: 2026-05-26}]", "missing-reviewer", "This review does not give `name`."),
        ("fact_checked_by", "Sam Example", "missing-fact-check", "This fact-check does not give `on`."),
        ("authors", "[{credentials: MD}]", "missing-author", "This author has no `name`."),
    ],
)
def test_an_incomplete_entry_is_told_once(key: str, entry: str, rule: str, missing: str) -> None:
    text = without(key).replace("---\n", f"---\n{key}: {entry}\n", 1)
    (problem,) = said(text)
    assert (problem.rule, problem.message) == (rule, missing)


@pytest.mark.parametrize(
    "name",
    [
        "Team Example",
        "Example Staff",
        "admin",
        "Editorial Board",
        "The Editors",
        "Guest Author",
        "Health Desk",
        "Anonymous",
    ],
)
def test_an_anonymous_author(name: str) -> None:
    (problem,) = said(COMPLETE.replace("Jane Example", name))
    assert (problem.rule, problem.source) == ("anonymous-author", name)
    assert name in problem.message


@pytest.mark.parametrize(
    "name", ["Jane Example", "World Health Organization", "Christopher Guest", "Jane Steamer", "Ada Writer"]
)
def test_a_person_or_an_organisation(name: str) -> None:
    assert said(COMPLETE.replace("Jane Example", name)) == []


def test_a_team_beside_a_person() -> None:
    assert said(COMPLETE.replace("authors:\n", "authors:\n  - name: Example Team\n")) == []


@pytest.mark.parametrize(
    "place", ["2026-05-24", "Robin Example", "medical", "2026-05-25", "none", "What helps against back pain"]
)
def test_a_placeholder_is_told_once(place: str) -> None:
    (problem,) = said(COMPLETE.replace(place, "TBD"))
    assert (problem.rule, problem.source) == ("placeholder-value", "TBD")


def test_a_placeholder_in_the_reference_list_is_not_metadata() -> None:
    assert said(COMPLETE.replace("disclosure", "references: [{title: TBD}]\ndisclosure")) == []


@pytest.mark.parametrize(
    ("written", "fixed"),
    [
        ("May 24, 2026", "2026-05-24"),
        ('"24 May 2026"', "2026-05-24"),
        ("20260524", "2026-05-24"),
        ("2026-5-24", "2026-05-24"),
        ("05/24/2026", "2026-05-24"),
        ("05/06/2026", None),
        ("2026-02-30", None),
        ("soon", None),
        ("2026", None),
    ],
)
def test_a_malformed_date(written: str, fixed: str | None) -> None:
    made = article(COMPLETE.replace("2026-05-24", written))
    ((name, problem),) = schema_rules.problems(made)
    assert name == "malformed-date"
    assert problem.span is not None
    assert made.text[slice(*problem.span)] == written
    assert written.strip('"') in problem.message
    edits = [(made.text[slice(*edit.span)], edit.replacement) for edit in problem.fix.edits] if problem.fix else []
    assert edits == ([(written.strip('"'), fixed)] if fixed else [])
    assert problem.fix is None or problem.fix.safe


def test_a_time_after_a_date_is_no_mistake() -> None:
    assert said(COMPLETE.replace("2026-05-24", "2026-05-24T10:00:00Z")) == []


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("topcis: x", "topics"),
        ("nextReview: 2027-01-01", "next_review"),
        ("sources: x", "references"),
        ("weigth: 5", "weight"),
    ],
)
def test_an_unknown_key(line: str, meant: str) -> None:
    made = article(COMPLETE.replace("disclosure", f"{line}\ndisclosure"))
    key = line.partition(":")[0]
    ((name, problem),) = schema_rules.problems(made)
    assert (name, problem.at) == ("unknown-field", ("front_matter", key))
    assert problem.span is not None
    assert made.text[slice(*problem.span)] == key
    assert problem.message == f"Nobody reads `{key}`. Did you mean `{meant}`?"
    assert problem.fix is not None
    assert [edit.replacement for edit in problem.fix.edits] == [meant]


@pytest.mark.parametrize("key", ["last_modifed", "lastModified"])
def test_a_misspelled_key_beside_the_right_one(key: str) -> None:
    made = article(COMPLETE.replace("disclosure", f"{key}: 2026-05-26\ndisclosure"))
    ((name, problem),) = schema_rules.problems(made)
    assert (name, problem.fix) == ("unknown-field", None)
    assert problem.message == f"Nobody reads `{key}`. Did you mean `last_modified`, which is there already?"


@pytest.mark.parametrize("line", ["conflicts: x", "date: 2026-05-24", "updated: 2026-05-26", "author: Jane"])
def test_a_key_of_the_house_is_no_mistake(line: str) -> None:
    assert said(COMPLETE.replace("disclosure", f"{line}\ndisclosure")) == []


def test_a_key_that_is_close_to_none_is_a_suggestion() -> None:
    ((name, problem),) = schema_rules.problems(article(COMPLETE.replace("disclosure", "zzz: x\ndisclosure")))
    assert (name, problem.message, problem.severity) == ("unknown-field", "Nobody reads `zzz`.", Severity.SUGGESTION)


def test_a_misspelled_key_of_a_person() -> None:
    (problem,) = said(COMPLETE.replace("    role: medical", "    rloe: medical\n    role: medical"))
    assert problem == ("unknown-field", "rloe", "Nobody reads `rloe`. Did you mean `role`, which is there already?")


def test_a_publication_may_refuse_all_that_it_does_not_declare(tmp_path: Path) -> None:
    strict = {"additionalProperties": False, "x-rule": {"additionalProperties": "unknown-field"}}
    path = write(tmp_path, strict | {"properties": {"sponsor": True}})
    text = COMPLETE.replace("disclosure", "sponsor: a\nsponser: a\ntopcis: [a]\nzzz: x\nlayout: post\ndisclosure")
    assert said(text, path) == [
        ("unknown-field", "sponser", "Nobody reads `sponser`. Did you mean `sponsor`, which is there already?"),
        ("unknown-field", "topcis", "Nobody reads `topcis`. Did you mean `topics`?"),
        ("unknown-field", "zzz", "Nobody reads `zzz`."),
    ]


def test_the_first_heading_is_the_title_where_the_site_prints_no_other() -> None:
    made = article(without("title"), title="Back pain")
    assert [name for name, _ in schema_rules.problems(made)] == ["missing-title"]
    assert not list(schema_rules.problems(made, prints_title=False))
    assert [name for name, _ in schema_rules.problems(article(without("title")), prints_title=False)] == [
        "missing-title"
    ]


def test_keys_of_site_generators_are_known() -> None:
    assert said(COMPLETE.replace("disclosure", "tags: [a]\nlayout: post\nslug: a\ndisclosure")) == []


def test_a_value_of_another_form() -> None:
    (problem,) = said(COMPLETE.replace("credentials: MD", "email: true"))
    assert problem == ("invalid-document", "true", "`email` in entry 1 of `authors` is true, but must be text.")


@pytest.mark.parametrize(
    ("role", "citations", "rules"), [("claim", (), ["uncited-section"]), ("claim", ("1",), []), ("about", (), [])]
)
def test_an_uncited_section(role: str, citations: tuple[str, ...], rules: list[str]) -> None:
    assert names(COMPLETE, sections=[section("claim", "1"), section(role, *citations)], references=[{}]) == rules


def test_an_uncited_section_is_shown_by_its_heading() -> None:
    made = article(COMPLETE + "\n## Rest\n\nWords.\n", sections=[section()], references=[{}])
    start = made.text.index("## Rest")
    spans = {("sections", 0): (start, len(made.text)), ("sections", 0, "heading"): (start + 3, start + 7)}
    made.spans.update(spans)  # type: ignore[attr-defined]
    ((_, problem),) = schema_rules.problems(made)
    assert problem.span == spans["sections", 0, "heading"]
    assert problem.message == "“Rest” makes claims and cites no source."


@pytest.mark.parametrize(
    ("sections", "rules"),
    [
        ([section("claim", "1")], ["missing-references"]),
        ([section("about", "1")], ["missing-references"]),
        ([section("about")], []),
        ([], []),
    ],
)
def test_missing_references(sections: list[Any], rules: list[str]) -> None:
    assert names(COMPLETE, sections=sections) == rules
    assert names(COMPLETE, sections=sections, references=[{}]) == []


def test_missing_disclaimer_and_feedback_link() -> None:
    assert names(COMPLETE, disclaimers=[], feedback_link=False) == ["missing-disclaimer", "missing-feedback-link"]


def test_a_key_is_called_what_the_publication_calls_it() -> None:
    made = article(without("last_modified"))
    ((_, problem),) = schema_rules.problems(made, settings=Settings(fields={"last_modified": "lastmod"}))
    assert problem.message == "The front matter has no `lastmod`."


def test_the_template_of_a_front_matter() -> None:
    made = article("# 5 \\ signs\n\nWords.\n", title='5 \\ "signs"')
    ((_, problem),) = schema_rules.problems(made)
    assert problem.fix is not None
    assert not problem.fix.safe
    (edit,) = problem.fix.edits
    data = front_matter.parse(edit.replacement + made.text)
    assert data.values == {"title": '5 \\ "signs"', "authors": [{}]}
    assert "review" not in edit.replacement
    assert "checked" not in edit.replacement


# A publication's own schema


def write(folder: Path, front: dict[str, Any], **more: Any) -> Path:
    path = folder / "our.schema.json"
    path.write_text(json.dumps({"$ref": "article.schema.json", "properties": {"front_matter": front}} | more))
    return path


SPONSOR = {
    "required": ["sponsor"],
    "properties": {
        "sponsor": {
            "enum": ["none", "Example Foundation"],
            "x-rule": {
                "required": {
                    "name": "missing-sponsor",
                    "severity": "warning",
                    "message": "The article does not name its {key}.",
                    "help": "Write who paid, or `none`.",
                },
                "*": {"name": "unknown-sponsor", "message": "“{value}” is no sponsor of ours."},
            },
        }
    },
}


def test_a_publication_adds_a_rule_without_python(tmp_path: Path) -> None:
    path = write(tmp_path, SPONSOR)
    rule = schema_rules.rules(path)["missing-sponsor"]
    assert (rule.category, rule.severity, rule.page.help) == (
        "metadata",
        Severity.WARNING,
        "Write who paid, or `none`.",
    )
    assert rule.page.summary == "The article does not name its {key}."
    assert schema_rules.rules(path)["unknown-sponsor"].severity == Severity.ERROR
    assert schema_rules.rules(path).keys() - schema_rules.rules().keys() == {"missing-sponsor", "unknown-sponsor"}
    assert said(COMPLETE, path) == [("missing-sponsor", "---", "The article does not name its sponsor.")]
    named = COMPLETE.replace("disclosure", "sponsor: {}\ndisclosure")
    assert said(named.format("none"), path) == []
    assert said(named.format("Somebody"), path) == [
        ("unknown-sponsor", "Somebody", "“Somebody” is no sponsor of ours.")
    ]


def test_what_the_publication_does_not_annotate_is_an_invalid_document(tmp_path: Path) -> None:
    front = {
        "required": ["sponsor", "title"],
        "properties": {
            "weight": {"type": "integer", "description": "Where it stands."},
            "sponsor": {"pattern": "^[A-Z]", "description": "Who paid."},
        },
    }
    path = write(tmp_path, front)
    text = COMPLETE.replace("disclosure", "weight: far up\ndisclosure")
    found = [(name, problem.message, problem.help) for name, problem in schema_rules.problems(article(text), path)]
    assert sorted(found) == [
        ("invalid-document", "The front matter has no `sponsor`.", "Who paid."),
        (
            "invalid-document",
            "`weight` is text, but must be a whole number.",
            "Where it stands.",
        ),
    ]
    assert names(without("title"), path) == ["invalid-document", "missing-title"]


def test_an_annotation_beside_required(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        {"required": ["sponsor"], "x-rule": {"required": {"name": "missing-sponsor", "message": "No sponsor."}}},
    )
    assert said(COMPLETE, path) == [("missing-sponsor", "---", "No sponsor.")]


def test_a_condition(tmp_path: Path) -> None:
    rule = {"name": "missing-next-review", "message": "An article on {value} needs `next_review`."}
    front = {
        "if": {"properties": {"topics": {"contains": {"const": "drugs"}}}, "required": ["topics"]},
        "then": {"required": ["next_review"], "properties": {"next_review": {"x-rule": {"required": rule}}}},
    }
    path = write(tmp_path, front)
    assert said(COMPLETE, path) == []
    assert names(COMPLETE.replace("disclosure", "topics: [drugs]\ndisclosure"), path) == ["missing-next-review"]


def test_of_alternatives_the_nearest_is_told(tmp_path: Path) -> None:
    team = {"properties": {"kind": {"const": "team", "x-rule": {"const": "wrong-kind"}}}}
    orcid = {"required": ["orcid"], "properties": {"orcid": {"x-rule": {"required": "missing-orcid"}}}}
    path = write(tmp_path, {"anyOf": [team, {"properties": {"by": {"properties": {"who": orcid}}}}]})
    assert names(COMPLETE.replace("disclosure", "by: {who: {a: b}}\nkind: other\ndisclosure"), path) == [
        "missing-orcid"
    ]
    assert names(COMPLETE.replace("disclosure", "by: {who: {a: b}}\nkind: team\ndisclosure"), path) == []


def test_an_annotation_of_the_alternatives_themselves(tmp_path: Path) -> None:
    rule = {"name": "odd-sponsor", "message": "“{value}” is odd."}
    choice = {"anyOf": [{"const": "none"}, {"pattern": "^[A-Z]"}], "x-rule": {"anyOf": rule}}
    path = write(tmp_path, {"properties": {"sponsor": choice}})
    assert said(COMPLETE.replace("disclosure", "sponsor: x\ndisclosure"), path) == [("odd-sponsor", "x", "“x” is odd.")]


def test_alternatives_without_an_annotation(tmp_path: Path) -> None:
    path = write(tmp_path, {"properties": {"sponsor": {"oneOf": [{"type": "integer"}, {"maxLength": 2}]}}})
    (problem,) = said(COMPLETE.replace("disclosure", "sponsor: many\ndisclosure"), path)
    assert problem.rule == "invalid-document"
    assert problem.message in (
        "`sponsor` is text, but must be a whole number.",
        "`sponsor` must have at most 2 characters.",
    )


def test_a_message_may_hold_braces(tmp_path: Path) -> None:
    rule = {"name": "odd", "message": "{value} {} {other} { {key}"}
    path = write(tmp_path, {"properties": {"sponsor": {"const": "x", "x-rule": {"const": rule}}}})
    assert said(COMPLETE.replace("disclosure", "sponsor: y\ndisclosure"), path)[0].message == "y {} {other} { sponsor"


def test_a_key_that_needs_another(tmp_path: Path) -> None:
    path = write(
        tmp_path, {"dependentRequired": {"sponsor": ["grant", "title"]}, "properties": {"sponsor": {}, "grant": {}}}
    )
    text = COMPLETE.replace("disclosure", "sponsor: y\ndisclosure")
    assert said(text, path) == [("invalid-document", "---", "The front matter has no `grant`.")]


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ({"required": {"message": "x"}}, "needs a `name`"),
        ({"required": {"name": "Missing Sponsor"}}, "needs a `name`"),
        ({"required": 5}, "needs a `name`"),
        ({"required": {"name": "a", "severity": "fatal"}}, "severity of the rule a is 'fatal'"),
        ({"required": {"name": "a", "message": 5}}, "`message` of the rule a must be text"),
        ({"required": {"name": "a", "fix": "yes"}}, "`fix` of the rule a"),
        ({"required": {"name": "a", "bad": "text"}}, "`bad` of the rule a must be a list"),
        ("missing-sponsor", "`x-rule` must name keywords"),
    ],
)
def test_a_mistake_in_an_annotation_is_said_in_one_line(tmp_path: Path, rule: Any, words: str) -> None:
    path = write(tmp_path, {"properties": {"sponsor": {"x-rule": rule}}})
    with pytest.raises(CopydeskError) as raised:
        schema_rules.rules(path)
    assert str(raised.value).startswith(f"{path}: ")
    assert words in str(raised.value)


def test_a_schema_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CopydeskError, match="no such file"):
        schema_rules.rules(tmp_path / "none.json")
