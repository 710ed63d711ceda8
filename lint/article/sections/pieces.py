"""Pieces: an article's blocks as one stream of headings, prose, role markers and breaks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from lint.article.blocks import Block
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
_MARKER = re.compile(r"<!--\s*copydesk\s+role:\s*([a-z-]+)\s*-->", re.IGNORECASE)
_CALLOUT = re.compile(
    r"(by|written|edited|reviewed|medically|last|updated|published|posted|authors?|dr\.?|note|tip|warning|caution"
    r"|important|remember|editor.s note|disclosure)\b(?!.*\?$)",
    re.IGNORECASE,
)
_CONCLUDING = re.compile(r"(in (conclusion|summary|short|closing)|to (conclude|sum up|summari[sz]e)|overall)\b", re.I)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of any shape; ``level`` is 0 for one that is no heading of markdown's."""

    block: Block
    start: int
    level: int = 0


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph. ``item`` is the outermost list item around it."""

    kind: ParagraphKind
    block: Block
    item: Block | None = None
    words: int = 0


@dataclass(frozen=True, slots=True)
class Marker:
    """``<!-- copydesk role: … -->``."""

    role: str
    span: Span


@dataclass(frozen=True, slots=True)
class Break:
    """Where a section without a heading begins, if prose follows.

    ``at``: the end of a ``listicle``; a ``list`` of references that has no heading; the end of those ``references``.
    """

    at: Literal["listicle", "list", "references"]


Piece = Heading | Prose | Marker | Break


@dataclass(frozen=True, slots=True)
class Stream:
    """Makes the pieces of blocks. ``references``: the list of references that has no heading, if any."""

    source: str
    roles: Roles
    minimum_words: int
    references: Block | None = None

    def top(self, blocks: Sequence[Block]) -> Iterator[Piece]:
        """The pieces of an article's outermost blocks."""
        pasted = pasted_titles(blocks)
        last = max(pasted, default=0)
        for index, block in enumerate(blocks):
            if index in pasted:
                yield self.title(pasted[index])
            elif block is self.references:
                yield Break("list")
                yield from self.inside(block, "list-item", None)
                yield Break("references")
            elif block.kind == "paragraph" and (title := self.standalone(block)):
                yield self.title(title)
            else:
                if pasted and index > last and block.kind == "paragraph" and _CONCLUDING.match(block.text):
                    yield Break("listicle")
                    pasted = {}
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
                yield from (Marker(found[1].lower(), block.span) for found in _MARKER.finditer(block.text))
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

    def standalone(self, block: Block) -> Block | None:
        """The title that a paragraph is: all bold, or words that name a section's role (``Also read:``)."""
        text = block.text.strip()
        if len(text) > 150 or any(mark.kind == "link" for mark in block.marks) or not is_title(block):
            return None
        bold = is_bold(block) and text[-1] not in ".;,!" and not _CALLOUT.match(text)
        return block if bold or self.roles.named(text) else None


def _bare(block: Block, closing: str) -> Block:
    """A heading without its number and the punctuation that leads over to its prose."""
    return part(block, number_of(block.text), len(block.text.rstrip(closing)))


def _markers(block: Block) -> Iterator[Marker]:
    for mark in block.marks:
        if mark.kind == "html" and (found := _MARKER.match(mark.value)):
            yield Marker(found[1].lower(), mark.span)
