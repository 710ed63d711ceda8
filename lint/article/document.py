"""The document: an article as JSON, and the span of each pointer into it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from lint.article import Document
from lint.article.blocks import Block, Mark
from lint.article.citations.sources import Sources
from lint.article.claims import claims
from lint.article.parts import part
from lint.article.references import Reference
from lint.article.sections import Section
from lint.article.sections.pieces import Prose
from lint.finding import Pointer, Span

Json = dict[str, Any]

_CLAIMING = ("introduction", "claim", "conclusion", "instructions", "other")
"""Roles of the sections whose sentences may make claims and whose links may cite."""


@dataclass(slots=True)
class Assembly:
    """Gathers the document. Its sources grow by those that are cited as links in the text."""

    sources: Sources
    sections: list[Json] = field(default_factory=list)
    spans: dict[Pointer, Span] = field(default_factory=dict)
    cited: set[str] = field(default_factory=set)

    def add_section(self, section: Section) -> None:
        """A section and all in it."""
        at: Pointer = ("sections", len(self.sections))
        self.spans[at] = section.span
        self.spans[*at, "heading"] = section.heading_span
        made: Json = {
            "heading": section.heading,
            "level": section.level,
            "role": section.role,
            "words": section.words,
            "paragraphs": [],
            "citations": [],
            "links": [],
        }
        for piece in section.prose:
            self.add_paragraph(made, section.role, piece, at)
        keys = (
            key for paragraph in made["paragraphs"] for citation in paragraph["citations"] for key in citation["keys"]
        )
        made["citations"] = list(dict.fromkeys(keys))
        self.sections.append(made)

    def add_paragraph(self, section: Json, role: str, piece: Prose, at: Pointer) -> None:
        block = piece.block
        here = (*at, "paragraphs", len(section["paragraphs"]))
        self.spans[here] = block.span
        self.spans[*here, "text"] = block.span
        made: Json = {"kind": piece.kind, "text": block.text, "words": piece.words, "claims": [], "citations": []}
        section["paragraphs"].append(made)
        if role in _CLAIMING:
            for number, claim in enumerate(claims(block.text)):
                made["claims"].append({"text": claim.text, "trigger": claim.trigger})
                self.spans[*here, "claims", number] = part(block, claim.start, claim.end).span
        if role != "references":
            for number, citation in enumerate(self.sources.citations(block, links=role in _CLAIMING)):
                made["citations"].append(
                    {"keys": list(citation.keys), "style": citation.style, "linked": citation.linked}
                )
                self.spans[*here, "citations", number] = citation.span
                self.cited.update(citation.keys)
        for mark in block.marks:
            if mark.kind in ("link", "image"):
                self.spans[*at, "links", len(section["links"])] = mark.span
                section["links"].append(_link(block, mark))


def _link(block: Block, mark: Mark) -> Json:
    """A link; an image is marked as one."""
    made: Json = {"url": mark.value, "text": block.text[mark.start : mark.end]}
    return made | {"image": True} if mark.kind == "image" else made


def add_references(references: Iterable[Reference], cited: set[str], spans: dict[Pointer, Span]) -> list[Json]:
    """The references as the document holds them, and their spans."""
    made: list[Json] = []
    for number, reference in enumerate(references):
        made.append(reference.values | {"cited": reference.key in cited})
        for pointer, span in reference.spans.items():
            spans["references", number, *pointer] = span
    return made


def whole(parts: Mapping[str, Any], path: str) -> Document:
    """The document's keys in their order."""
    names = ("front_matter", "title", "sections", "references", "disclaimers", "feedback_link")
    return {"path": path, **{name: parts[name] for name in names}}
