"""Sections: an article's pieces under their headings, each with a role."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from lint.article.sections.pieces import Break, Heading, Marker, Piece, Prose
from lint.article.sections.roles import INHERITED, KNOWN, Roles
from lint.finding import Span


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the prose that is its own. Without a heading: an article's opening, or what follows a list."""

    heading: str | None
    heading_span: Span
    level: int
    role: str
    span: Span
    prose: tuple[Prose, ...]
    words: int


@dataclass(slots=True, eq=False)
class _Draft:
    """A section as it is gathered. ``begun_by``: the opening of the article, a heading, or what a break follows."""

    heading: str | None
    span: Span
    level: int
    begun_by: str
    start: int
    parent: "_Draft | None" = None
    role: str = ""
    prose: list[Prose] = field(default_factory=list)

    @property
    def words(self) -> int:
        return sum(piece.words for piece in self.prose)

    def section(self) -> Section:
        end = max(self.span.end, self.prose[-1].block.span.end if self.prose else 0)
        span = Span(self.start, end)
        return Section(self.heading, self.span, self.level, self.role, span, tuple(self.prose), self.words)


def sections(pieces: Iterable[Piece], roles: Roles, minimum_words: int, title: str | None) -> tuple[Section, ...]:
    """The sections of an article, in the order of the text."""
    drafts = _gather(pieces)
    _by_heading(drafts, roles)
    _by_position(drafts, minimum_words, title)
    return tuple(draft.section() for draft in drafts)


def _gather(pieces: Iterable[Piece]) -> list[_Draft]:
    """Sections without their roles, but for those that a marker in the text gives."""
    parent = _Draft(None, Span(0, 0), 0, "opening", 0)
    drafts = [parent]
    marker, awaiting = "", None
    for piece in pieces:
        if isinstance(piece, Marker):
            marker = piece.role if piece.role in KNOWN else ""
        elif isinstance(piece, Break):
            awaiting = piece
        elif isinstance(piece, Heading):
            drafts.append(_headed(piece, parent, marker))
            parent = drafts[-1] if piece.level else parent
            marker, awaiting = "", None
        else:
            if awaiting or (not drafts[-1].prose and drafts[-1].heading is None):
                drafts.append(_unheaded(awaiting, piece, parent))
            drafts[-1].role = marker or drafts[-1].role
            drafts[-1].prose.append(piece)
            marker, awaiting = "", None
    drafts[-1].role = marker or drafts[-1].role
    return drafts[1:]


def _headed(heading: Heading, parent: _Draft, marker: str) -> _Draft:
    """A title that is no heading of markdown's stands one level below the heading above it."""
    level = heading.level or min(max(parent.level, 1) + 1, 6)
    words = heading.block.text
    return _Draft(words, heading.block.locate(0, len(words)), level, "heading", heading.start, parent, marker)


def _unheaded(after: Break | None, first: Prose, parent: _Draft) -> _Draft:
    start = first.block.span.start
    role = {"list": "references", "references": "about"}.get(after.at, "") if after else ""
    level = min(parent.level + 1, 6) if after else 0
    return _Draft(None, Span(start, start), level, after.at if after else "opening", start, parent, role)


def _by_heading(drafts: list[_Draft], roles: Roles) -> None:
    """The roles that headings name; the sections below references, notes and the like share theirs."""
    above: list[_Draft] = []
    for draft in drafts:
        while above and above[-1].level >= draft.level:
            above.pop()
        inherited = above[-1].role if above and above[-1].role in INHERITED else ""
        draft.role = draft.role or roles.named(draft.heading or "") or inherited
        above.append(draft)


def _by_position(drafts: list[_Draft], minimum_words: int, title: str | None) -> None:
    """All other roles: introduction, conclusion, and claim for whatever is long enough to make one."""
    opening = _opening(drafts, title)
    claims_follow = False
    for draft in reversed(drafts):
        if draft.role:
            claims_follow |= draft.role == "claim"
        elif draft in opening and claims_follow:
            draft.role = "introduction"
        elif draft.begun_by == "listicle" and not claims_follow:
            draft.role = "conclusion"
        else:
            draft.role = "claim" if draft.words >= minimum_words else "other"
            claims_follow |= draft.role == "claim"
    for draft in drafts:
        if draft.begun_by == "listicle" and draft.role != "conclusion" and draft.parent and draft.parent.heading:
            draft.heading, draft.span, draft.level = draft.parent.heading, draft.parent.span, draft.parent.level


def _opening(drafts: list[_Draft], title: str | None) -> list[_Draft]:
    """What stands before the first heading, and under the article's own title."""
    opening = [draft for draft in drafts[:1] if draft.heading is None]
    first = next((draft for draft in drafts if draft.heading is not None), None)
    if first and first.level == 1:
        alone = sum(draft.level == 1 and draft.begun_by == "heading" for draft in drafts) == 1
        if alone or title is None or same_words(title, first.heading):
            opening.append(first)
    return opening


def same_words(one: str, other: str | None) -> bool:
    """Whether two titles are the same but for case and punctuation."""
    return re.findall(r"\w+", one.casefold()) == re.findall(r"\w+", (other or "").casefold())
