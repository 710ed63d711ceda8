"""Drafts: an article's pieces gathered under their headings, before their roles are known."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from lint.article.sections.pieces import Break, Heading, Marker, Piece, Prose
from lint.article.sections.roles import KNOWN
from lint.finding import Span


@dataclass(slots=True, eq=False)
class Draft:
    """A section as it is gathered. ``begun_by``: the opening of the article, a heading, or what a break follows.

    ``span``: the heading's; without one the first line's. ``label``: the bold paragraph that may be no heading.
    """

    heading: str | None
    span: Span
    level: int
    begun_by: str
    start: int
    parent: "Draft | None" = None
    role: str = ""
    label: Prose | None = None
    prose: list[Prose] = field(default_factory=list)

    @property
    def words(self) -> int:
        return sum(piece.words for piece in self.prose)


def gather(pieces: Iterable[Piece], source: str) -> list[Draft]:
    """Sections without their roles, but for those that a marker in the text gives."""
    parent = Draft(None, Span(0, 0), 0, "opening", 0)
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
                drafts.append(_unheaded(awaiting, piece, parent, source))
            drafts[-1].role = marker or drafts[-1].role
            drafts[-1].prose.append(piece)
            marker, awaiting = "", None
    drafts[-1].role = marker or drafts[-1].role
    return drafts[1:]


def _headed(heading: Heading, parent: Draft, marker: str) -> Draft:
    """A title that is no heading of markdown's stands one level below the heading above it."""
    level = heading.level or min(max(parent.level, 1) + 1, 6)
    words = heading.block.text
    span = heading.block.locate(0, len(words))
    return Draft(words, span, level, "heading", heading.start, parent, marker, heading.label)


def _unheaded(after: Break | None, first: Prose, parent: Draft, source: str) -> Draft:
    start, end = first.block.span
    line_end = re.compile(r"[\r\n]").search(source, start, end)
    role = {"list": "references", "references": "about"}.get(after.at, "") if after else ""
    level = min(parent.level + 1, 6) if after else 0
    span = Span(start, line_end.start() if line_end else end)
    return Draft(None, span, level, after.at if after else "opening", start, parent, role)


def with_labels(drafts: Iterable[Draft], minimum_words: int) -> list[Draft]:
    """Few words under a bold label are no section of their own, but belong to the section that they begin.

    Otherwise a section of many such pieces would seem to claim nothing.
    """
    kept: list[Draft] = []
    for draft in drafts:
        above = kept[-1] if kept else None
        if above and draft.label and not draft.role and draft.words < minimum_words and _is_above(above, draft):
            above.prose += [draft.label, *draft.prose]
        else:
            kept.append(draft)
    return kept


def _is_above(above: Draft, draft: Draft) -> bool:
    return above is draft.parent or above.begun_by == "opening"
