"""Pull requests made up for tests: articles as text, findings as values, people as in a people file."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import Any

from bot.case import Material
from bot.diff import File, Lines
from bot.findings import Comparison, Found
from bot.state import Comment, PullRequest, Review, State, Thread
from bot.subjects import Subject
from bot.workflow import Desk
from lint.article import Article
from lint.article.parse import parse
from lint.article.settings import Settings
from lint.catalogue import catalogue
from lint.config.bot import BotSettings
from lint.context import Person
from lint.finding import Severity

HEAD, EARLIER, BASE = "a" * 40, "e" * 40, "b" * 40
TODAY = date(2026, 5, 26)
ME = "copydesk[bot]"
PATH = "articles/walking.md"

AUTHOR = Person("Nora Example", "MSc", ("author",), github="nora-example")
DOCTOR = Person("Maria Example", "MD", ("medical",), ("back-pain",), "maria-example")
CHECKER = Person("Frida Example", "", ("fact-checker",), github="frida-example")
PEOPLE = {person.name.casefold(): person for person in (AUTHOR, DOCTOR, CHECKER)}

TEXT = """\
---
title: Walking
authors:
  - name: Nora Example
reviewed_by:
  - name: Maria Example
    credentials: MD
    role: medical
    on: 2026-05-20
fact_checked_by:
  - name: Frida Example
    on: 2026-05-20
published: 2026-05-20
last_modified: 2026-05-26
topics: [back-pain]
disclosure: none
---

## Why walking helps

Regular walks keep the muscles of the back strong, and for many people they ease the ache that long hours at a desk
leave behind, as a review of several small studies of office workers found ([1](#ref-1)).

## How to begin

Begin with ten minutes a day at a pace that lets you talk, and add a minute or two each week until you walk for half
an hour on most days, in shoes that fit well and on ground that is even.

## References

1. <a id="ref-1"></a>Example A. Walking. *Journal of Examples*. 2024;1:1-2. <https://doi.org/10.5555/walking>
"""


def article(text: str = TEXT, path: str = PATH) -> Article:
    return parse(path, text, Settings()).article


def subject(
    before: str | None = None, after: str | None = TEXT, path: str = PATH, was: str = "", **file: Any
) -> Subject:
    """An article that was added, changed or removed; all its lines are new unless told otherwise."""
    status = "added" if before is None else "deleted" if after is None else "modified"
    lines = (Lines(1, (after or "").count("\n")),) if after else ()
    given = {"status": status, "before": "" if before is None else was or path, "touched": lines, **file}
    old = None if before is None else article(before, given["before"])
    return Subject(File(path, **given), old, None if after is None else article(after, path))


def found(rule: str = "uncited-section", line: int = 26, **other: Any) -> Found:
    """A finding; two of one rule on two lines of two paths have four fingerprints."""
    path = other.get("path", PATH)
    values = {
        "severity": Severity.ERROR,
        "message": "This section claims something, and no citation stands in it.",
        "help": "Cite a source.",
        "path": path,
        "pointer": "/sections/1",
        "start": (line, 1),
        "end": (line, 10),
        "fingerprint": sha256(f"{rule} {path} {line}".encode()).hexdigest()[:32],
        **other,
    }
    return Found(rule=rule, **values)


def desk(people: Mapping[str, Person] | None = PEOPLE, **settings: Any) -> Desk:
    return Desk(BotSettings(**settings), people, TODAY, {})


def material(
    subjects: Iterable[Subject] = (), new: Iterable[Found] = (), settings: Desk | None = None, **other: Any
) -> Material:
    listed = tuple(subjects)
    comparison = other.pop("comparison", Comparison(new=tuple(new)))
    files = other.pop("files", tuple(one.file for one in listed))
    rules = catalogue()
    return Material(HEAD, listed, comparison, settings or desk(), files=files, rules=rules, **other)


def state(**other: Any) -> State:
    pull = PullRequest("example/health", 7, HEAD, BASE, head_ref="walking", author="nora-example")
    return replace(State(pull, me=ME, writers=frozenset({"editor"})), **other)


def comment(body: str, author: str = "editor", number: int = 1, **other: Any) -> Comment:
    return Comment(number, author, body, f"2026-05-26T09:00:{number % 60:02}Z", **other)


def thread(fingerprint: str, *replies: Comment, number: int = 500, **other: Any) -> Thread:
    first = Comment(number, ME, f"<!-- copydesk:finding {fingerprint} -->\nSomething is wrong.", "2026-05-26T08:00:00Z")
    return Thread(f"T{number}", PATH, (first, *replies), **other)


def approval(login: str, commit: str = HEAD, verdict: str = "APPROVED", number: int = 1) -> Review:
    return Review(login, verdict, commit, f"2026-05-26T09:00:{number:02}Z", id=number)


def approved(*logins: str, text: str = TEXT, commit: str = HEAD) -> dict[str, Any]:
    """What a state and a material hold when people approved a text of the article."""
    return {"reviews": tuple(approval(login, commit) for login in logins), "texts": {(commit, PATH): text}}
