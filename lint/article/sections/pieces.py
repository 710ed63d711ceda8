"""Pieces: an article's blocks as one stream of headings, prose, role markers and breaks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from lint.article.blocks import Block
from lint.article.html_lists import items
from lint.article.lazy import lazy
from lint.article.parts import part, words
from lint.article.sections.listicles import (
    Titled,
    is_bold,
    is_title,
    number_of,
    pasted_titles,
    titled_items,
    with_headings,
)
from lint.article.sections.roles import Roles
from lint.finding import Span

ParagraphKind = Literal["paragraph", "list-item", "table-row", "quotation"]
_MARKER = lazy(r"<!--\s*copydesk\s+role:\s*([a-z-]+)\s*-->", re.IGNORECASE)
_CALLOUT = lazy(
    r"(by|written|edited|reviewed|medically|last|updated|published|posted|authors?|dr\.?|note|tip|warning|caution"
    r"|important|remember|editor.s note|disclosure)\b(?!.*\?$)",
    re.IGNORECASE,
)
_CONCLUDING = lazy(r"(in (conclusion|summary|short|closing)|to (conclude|sum up|summari[sz]e)|overall)\b", re.I)


class Prose(NamedTuple):
    """A paragraph. ``item`` is the outermost list item around it."""

    kind: ParagraphKind
    block: Block
    item: Block | None = None
    words: int = 0


class Heading(NamedTuple):
    """A heading of any shape; ``level`` is 0 for one that is no heading of markdown's.

    ``label``: the bold paragraph that it is, where its words name no role of a section.
    """

    block: Block
    start: int
    level: int = 0
    label: Prose | None = None


class Marker(NamedTuple):
    """``<!-- copydesk role: … -->``."""

    role: str
    span: Span


class Break(NamedTuple):
    """Where a section without a heading begins, if prose follows.

    ``at``: the end of a ``listicle``; a ``list`` of references that has no heading; the end of those ``references``.
    """

    at: Literal["listicle", "list", "references"]


Piece = Heading | Prose | Marker | Break


@dataclass(frozen=True, slots=True)
class Stream:
    """Makes the pieces of blocks. ``references``: those that have no heading, a list or paragraphs in a row."""

    source: str
    roles: Roles
    minimum_words: int
    references: Sequence[Block] = ()

    def top(self, blocks: Sequence[Block]) -> Iterator[Piece]:
        """The pieces of an article's outermost blocks."""
        pasted = pasted_titles(blocks)
        last = max(pasted, default=0)
        role: str | None = None
        for index, block in enumerate(blocks):
            if index in pasted:
                yield self.title(pasted[index])
            elif any(block is reference for reference in self.references):
                yield from [Break("list")] if block is self.references[0] else ()
                yield from self.inside(block, "list-item" if block.children else "paragraph", None)
                yield from [Break("references")] if block is self.references[-1] else ()
            elif block.kind == "paragraph" and (title := self.standalone(block)):
                role = self.roles.named(title.block.text)
                yield title
            elif block.kind == "html" and role == "references":
                for item in items(block):
                    yield from self.inside(item, "list-item", None)
            else:
                if pasted and index > last and block.kind == "paragraph" and _CONCLUDING().match(block.text):
                    yield Break("listicle")
                    pasted = {}
                role = self.roles.named(block.text) if block.kind == "heading" else role
                yield from self.inside(block, "paragraph", None)

    def inside(self, block: Block, kind: ParagraphKind, item: Block | None) -> Iterator[Piece]:
        """The pieces of one block and all that it holds."""
        match block.kind:
            case "heading":
                yield from _markers(block)
                yield Heading(_bare(block, " :"), block.span.start, block.level)
            case "paragraph":
                yield from _markers(block)
                if block.text.strip():
                    yield Prose(kind, block, item, words(block.text))
            case "table-row":
                yield Prose("table-row", block, item, words(block.text))
            case "html":
                yield from (Marker(found[1].lower(), block.span) for found in _MARKER().finditer(block.text))
            case "list":
                yield from self.list(block, item)
            case "quotation" | "table" | "list-item":
                kinds: dict[str, ParagraphKind] = {"quotation": "quotation", "list-item": "list-item"}
                outermost = item or (block if block.kind == "list-item" else None)
                for child in block.children:
                    yield from self.inside(child, kinds.get(block.kind, kind), outermost)

    def list(self, block: Block, item: Block | None) -> Iterator[Piece]:
        titled = None if item else titled_items(block, self.source, self.minimum_words)
        for index, child in enumerate(block.children):
            if titled and index in titled:
                yield from self.item(titled[index])
            else:
                yield from self.inside(child, "list-item", item)
        if item is None and (titled or with_headings(block)):
            yield Break("listicle")

    def item(self, titled: Titled) -> Iterator[Piece]:
        """The paragraphs under a title are the section's own, not items of a list."""
        yield self.title(titled.title)
        for block in titled.prose:
            yield from self.inside(block, "paragraph", None)

    def title(self, block: Block) -> Heading:
        return Heading(_bare(block, " :."), block.span.start)

    def standalone(self, block: Block) -> Heading | None:
        """The title that a paragraph is: all bold, or words that name a section's role (``Also read:``)."""
        text = block.text.strip()
        if len(text) > 150 or any(mark.kind == "link" for mark in block.marks) or not is_title(block):
            return None
        if self.roles.named(text):
            return self.title(block)
        if not is_bold(block) or text[-1] in ".;,!" or _CALLOUT().match(text):
            return None
        return self.title(block)._replace(label=Prose("paragraph", block, None, words(block.text)))


def _bare(block: Block, closing: str) -> Block:
    """A heading without its number and the punctuation that leads over to its prose."""
    return part(block, number_of(block.text), len(block.text.rstrip(closing)))


def _markers(block: Block) -> Iterator[Marker]:
    for mark in block.marks:
        if mark.kind == "html" and (found := _MARKER().match(mark.value)):
            yield Marker(found[1].lower(), mark.span)
