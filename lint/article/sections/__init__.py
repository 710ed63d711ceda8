"""Sections: an article's pieces under their headings, each with a role."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from lint.article.sections.drafts import Draft, gather, with_labels
from lint.article.sections.pieces import Piece, Prose
from lint.article.sections.roles import INHERITED, Roles
from lint.article.sections.steps import are_steps
from lint.finding import Span


class Section(NamedTuple):
    """A heading and the prose that is its own. Without a heading: an article's opening, or what follows a list.

    ``heading_span`` is then the first line, so that there is a place to point at.
    """

    heading: str | None
    heading_span: Span
    level: int
    role: str
    span: Span
    prose: tuple[Prose, ...]
    words: int


def sections(
    pieces: Iterable[Piece], source: str, roles: Roles, minimum_words: int, title: str | None
) -> tuple[Section, ...]:
    """The sections of an article, in the order of the text."""
    drafts = with_labels(gather(pieces, source), minimum_words)
    _by_heading(drafts, roles)
    _by_position(drafts, minimum_words, title)
    return tuple(_section(draft) for draft in drafts)


def _section(draft: Draft) -> Section:
    end = max(draft.span.end, draft.prose[-1].block.span.end if draft.prose else 0)
    span = Span(draft.start, end)
    return Section(draft.heading, draft.span, draft.level, draft.role, span, tuple(draft.prose), draft.words)


def _by_heading(drafts: list[Draft], roles: Roles) -> None:
    """The roles that headings name; the sections below references, notes and the like share theirs."""
    above: list[Draft] = []
    for draft in drafts:
        while above and above[-1].level >= draft.level:
            above.pop()
        inherited = above[-1].role if above and above[-1].role in INHERITED else ""
        draft.role = draft.role or _named(draft, roles) or inherited
        above.append(draft)


def _named(draft: Draft, roles: Roles) -> str | None:
    heading = draft.heading or ""
    return roles.named(heading) or ("instructions" if are_steps(heading, draft.prose) else None)


def _by_position(drafts: list[Draft], minimum_words: int, title: str | None) -> None:
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


def _opening(drafts: list[Draft], title: str | None) -> list[Draft]:
    """What stands before the first heading, and under the article's own title."""
    opening = [draft for draft in drafts[:1] if draft.heading is None]
    first = next((draft for draft in drafts if draft.heading is not None), None)
    if first and (same_words(title or "", first.heading) or (first.level == 1 and _is_title(drafts, title))):
        opening.append(first)
    return opening


def _is_title(drafts: list[Draft], title: str | None) -> bool:
    """Whether a first heading of the first level is the article's title: it is the only one, or there is no other."""
    return title is None or sum(draft.level == 1 and draft.begun_by == "heading" for draft in drafts) == 1


def same_words(one: str, other: str | None) -> bool:
    """Whether two titles are the same but for case and punctuation."""
    return re.findall(r"\w+", one.casefold()) == re.findall(r"\w+", (other or "").casefold())
