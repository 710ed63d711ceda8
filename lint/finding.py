"""The words everything else is said in: severity, span, pointer, problem, fix, finding, report."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from typing import Any, NamedTuple

Pointer = tuple[str | int, ...]
"""A place in the document: exactly jsonschema's ``absolute_path``. ``()`` is the whole document."""


class Severity(IntEnum):
    """How much a finding matters; the order is the order of weight."""

    SUGGESTION = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


class Span(NamedTuple):
    """Character offsets into the text of the file (``end`` is exclusive)."""

    start: int
    end: int


class Position(NamedTuple):
    """A place for people: line and column count from 1, columns in characters."""

    line: int
    column: int


class Edit(NamedTuple):
    """One replacement in the text of the file."""

    span: Span
    replacement: str


@dataclass(frozen=True, slots=True)
class Fix:
    """An edit that a rule offers; ``safe`` ones may be applied without a look.

    ``keys``: the references that get another key by it, each as (old, new).
    """

    title: str
    edits: tuple[Edit, ...] = ()
    safe: bool = False
    keys: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule yields: what is wrong, at a pointer.

    ``span`` narrows the pointer's own span where a part of it is to blame; ``help`` says what to write instead
    when the rule's own help line does not; ``severity`` only differs from the rule's own to weaken it.
    """

    at: Pointer
    message: str
    help: str = ""
    fix: Fix | None = None
    span: Span | None = None
    severity: Severity | None = None
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unknown:
    """What a rule yields, or a source of facts answers, when a question could not be answered, and why."""

    why: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What people see. ``start``, ``end`` and ``source_line`` are derived from ``span`` by the engine."""

    rule: str
    severity: Severity
    message: str
    path: str
    span: Span
    pointer: Pointer
    fingerprint: str
    start: Position
    end: Position
    source_line: str = ""
    help: str = ""
    url: str = ""
    fix: Fix | None = None
    suppressed_by: str | None = None
    """The reason given for the suppression (may be empty); None when the finding is not suppressed."""
    accepted: date | None = None
    """The day on which the baseline accepted it, for the reason in ``suppressed_by``; None for all others."""


@dataclass(frozen=True, slots=True)
class Unchecked:
    """Something that could not be checked in these articles, and why."""

    what: str
    why: str
    paths: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """A mistake of ours: a rule that failed on an article. Never hides the findings of the others."""

    path: str
    rule: str
    error: str


@dataclass(frozen=True, slots=True)
class Gone:
    """An entry of the baseline whose finding is no longer there."""

    path: str
    rule: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Held:
    """What became of the entries of the baseline: how many accept a finding, and which accept none any more."""

    accepted: int = 0
    gone: tuple[Gone, ...] = ()


@dataclass(frozen=True, slots=True)
class Since:
    """What a check of changes was narrowed to.

    ``ref``: what was compared with; ``commit``: the merge base. ``articles``: how many there are, changed or not.
    ``older``: how many findings in the articles that were checked are not shown, for they were there before.
    """

    ref: str
    commit: str
    articles: int
    older: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was looked at. Clean must never mean unchecked.

    ``cited`` and ``uncited`` count claim sections; ``exempt`` the sections of prose that need no source: by their role,
    their length, or an ``allow: uncited-section``; ``short`` those of them that are only too short to claim anything.
    """

    articles: int = 0
    cited: int = 0
    uncited: int = 0
    exempt: int = 0
    short: int = 0
    claims: int = 0
    citations: int = 0
    references: int = 0
    unchecked: tuple[Unchecked, ...] = ()
    baseline: Held | None = None
    """None where no baseline counts."""
    changed: Since | None = None
    """None where all articles were checked."""

    @property
    def claim_sections(self) -> int:
        return self.cited + self.uncited


@dataclass(frozen=True, slots=True)
class Shard:
    """Which part of a check a report is, and what it takes to put the parts together.

    ``index`` counts from 1. ``run`` is the same for all parts of one check. ``articles``: the part's own, each with its
    number in the whole. ``fail_on`` and ``output_format``: what the configuration says, None for never and for nothing.
    """

    index: int
    of: int
    run: str
    articles: Mapping[str, int]
    fail_on: str | None
    output_format: str | None


@dataclass(frozen=True, slots=True)
class Report:
    """What a check hands on: sorted findings (suppressed ones included), what was covered, what broke."""

    findings: tuple[Finding, ...] = ()
    coverage: Coverage = Coverage()
    faults: tuple[Fault, ...] = ()
    shard: Shard | None = None
    """None where it is whole."""

    @property
    def active(self) -> tuple[Finding, ...]:
        """The findings that are not suppressed."""
        return tuple(finding for finding in self.findings if finding.suppressed_by is None)


class CopydeskError(Exception):
    """A user's mistake: one line that says what, where and what to do. The commands exit with 2."""
