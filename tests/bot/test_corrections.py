"""Entries for front matter: where they are written, and that they say nothing else."""

from datetime import date
from pathlib import Path

import pytest

from bot.case import Suggestion
from bot.corrections import Correction, corrections
from bot.diff import File, Lines
from bot.feedback.report import Kind
from bot.reported import Reported
from bot.suggestions import proposals
from lint.run import Request, opened
from tests.publication import write

TODAY = date(2026, 5, 26)
PATH = "articles/walking.md"
FRONT = """\
---
title: Walking
authors:
  - name: Nora Example
last_modified: 2026-05-26
topics: [back-pain]
---

Walk.
"""
FIRST = "corrections:\n  - date: 2025-01-01\n    what: Shoes.\n    issue: 3\n"
ROWS = """  - date: 2026-05-26
    what: "A passage of the section “Why” was made clearer after a reader's report."
    issue: 12"""


def wanted(*numbers: int) -> Correction:
    [found] = corrections([Reported(number, Kind.UNCLEAR, PATH, "Why", True) for number in numbers], TODAY)
    return found


def proposed(
    folder: Path, text: str, *touched: Lines, numbers: tuple[int, ...] = (12,), settings: str = ""
) -> Suggestion | None:
    write(folder, {"copydesk.toml": settings or 'include = ["articles"]\n', PATH: text})
    [(source, parsed)] = opened(Request(TODAY, (str(folder / PATH),)), lambda sources, _: sources)
    file = File(PATH, "modified", PATH, touched)
    found = dict(proposals([wanted(*numbers)], {PATH: (source, parsed)}, [file]))
    source.project.close()
    return found.get(wanted(*numbers).key)


@pytest.mark.parametrize(
    ("touched", "line", "above", "below"),
    [
        (Lines(1, 9), 5, "last_modified: 2026-05-26\n", ""),
        (Lines(5, 5), 5, "last_modified: 2026-05-26\n", ""),
        (Lines(6, 6), 6, "", "\ntopics: [back-pain]"),
        (Lines(4, 4), 4, "  - name: Nora Example\n", ""),
        (Lines(3, 3), 3, "", "\nauthors:"),
    ],
    ids=["all", "date", "last", "end of a list", "begin of a list"],
)
def test_the_entry_stands_beside_a_touched_line(
    tmp_path: Path, touched: Lines, line: int, above: str, below: str
) -> None:
    assert proposed(tmp_path, FRONT, touched) == Suggestion(line, line, f"{above}corrections:\n{ROWS}{below}")


def test_an_entry_joins_those_that_are_there(tmp_path: Path) -> None:
    text = FRONT.replace("topics", f"{FIRST}topics")
    assert proposed(tmp_path, text, Lines(5, 5)) is None
    assert proposed(tmp_path, text, Lines(9, 9)) == Suggestion(9, 9, f"    issue: 3\n{ROWS}")
    flat = text.replace("\n  - date: 2025", "\n- date: 2025").replace("\n    what: S", "\n  what: S")
    flat = flat.replace("\n    issue", "\n  issue")
    outdented = "\n".join(row[2:] for row in ROWS.split("\n"))
    assert proposed(tmp_path, flat, Lines(10, 10)) == Suggestion(10, 10, f"{outdented}\ntopics: [back-pain]")


def test_several_reports_of_an_article_are_one_suggestion(tmp_path: Path) -> None:
    found = proposed(tmp_path, FRONT, Lines(5, 5), numbers=(12, 14))
    assert found is not None
    assert found.text == f"last_modified: 2026-05-26\ncorrections:\n{ROWS}\n{ROWS.replace('12', '14')}"


@pytest.mark.parametrize(
    ("text", "touched"),
    [
        (FRONT, Lines(8, 9)),
        (FRONT.replace("\n", "\r\n"), Lines(1, 9)),
        (FRONT.replace("topics", "corrections: []\ntopics"), Lines(1, 9)),
        (FRONT.replace("topics", "corrections:\n  date: x\ntopics"), Lines(1, 9)),
        (FRONT.replace("topics: [back-pain]", 'note: "a\n\nb: c"'), Lines(7, 7)),
        (FRONT.replace("topics", "corrections:\ntopics"), Lines(4, 4)),
        (FRONT.replace("\n---\n\n", "\n\n"), Lines(1, 9)),
        ("# Walking\n", Lines(1, 1)),
        ("", Lines(1, 1)),
    ],
    ids=[
        "body",
        "CRLF",
        "flow",
        "no list",
        "in a string",
        "empty and elsewhere",
        "no end",
        "no front matter",
        "nothing",
    ],
)
def test_where_it_does_not_fit_nothing_is_suggested(tmp_path: Path, text: str, touched: Lines) -> None:
    assert proposed(tmp_path, text, touched) is None


@pytest.mark.parametrize("allowed", ["true", "false"])
def test_a_publication_may_forbid_it(tmp_path: Path, allowed: str) -> None:
    own = '{"$ref": "article.schema.json", "properties": {"front_matter": {"properties": {"corrections": %s}}}}'
    write(tmp_path, {"own.schema.json": own % allowed})
    settings = 'include = ["articles"]\nschema = "own.schema.json"\n'
    found = proposed(tmp_path, FRONT, Lines(5, 5), settings=settings)
    assert (found is not None) == (allowed == "true")


def test_what_settles_nothing_is_no_correction() -> None:
    assert list(corrections([Reported(12, Kind.UNCLEAR, PATH)], TODAY)) == []
    assert wanted(12).key == wanted(12).key != wanted(14).key
