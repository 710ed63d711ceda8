"""The document: an article as JSON, and the span of each pointer into it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lint.article import Document
from lint.article.blocks import Block, Mark
from lint.article.citations import Citation, citations
from lint.article.citations.links import cites
from lint.article.citations.numerals import Known
from lint.article.claims import claims
from lint.article.identifiers import normal
from lint.article.references import Reference, blank
from lint.article.references.locators import identify
from lint.article.sections import Section
from lint.article.sections.pieces import Prose
from lint.finding import Pointer, Span

Json = dict[str, Any]

_CLAIMING = ("introduction", "claim", "conclusion", "other")
"""Roles of the sections whose sentences may make claims and whose links may cite."""


@dataclass(slots=True)
class Assembly:
    """Gathers the document. ``references`` grow by the sources that are cited as links in the text."""

    references: list[Reference]
    known: Known
    own: tuple[str, ...] = ()
    sections: list[Json] = field(default_factory=list)
    spans: dict[Pointer, Span] = field(default_factory=dict)
    cited: set[str] = field(default_factory=set)
    keys: dict[tuple[str, str], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Notes by which identifiers and addresses a link may name an entry."""
        for reference in self.references:
            for kind in ("doi", "pmid", "pmcid", "arxiv", "url"):
                if value := reference.values[kind]:
                    self.keys.setdefault((kind, _same(kind, value)), reference.key)

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
                self.spans[*here, "claims", number] = block.locate(claim.start, claim.end)
        if role != "references":
            for number, citation in enumerate(self.citations(block, role)):
                made["citations"].append(
                    {"keys": list(citation.keys), "style": citation.style, "linked": citation.linked}
                )
                self.spans[*here, "citations", number] = citation.span
                self.cited.update(citation.keys)
        for mark in block.marks:
            if mark.kind in ("link", "image"):
                self.spans[*at, "links", len(section["links"])] = mark.span
                section["links"].append(_link(block, mark))

    def citations(self, block: Block, role: str) -> Sequence[Citation]:
        """The markers of a paragraph and the links that cite, in the order of the text."""
        found = [self.resolved(citation) for citation in citations(block, self.known)]
        if role in _CLAIMING and block.marks:
            found += [self.link(block, mark) for mark in block.marks if cites(block, mark, self.own)]
            found.sort(key=lambda citation: citation.start)
        return found

    def resolved(self, citation: Citation) -> Citation:
        """A key that is an identifier (``@doi:10.…``) names the entry with it."""
        if citation.style != "key":
            return citation
        keys = tuple(self.resolve(key) for key in citation.keys)
        return Citation(keys, citation.style, citation.linked, citation.start, citation.end, citation.span)

    def resolve(self, key: str) -> str:
        prefix, _, value = key.partition(":")
        if prefix.lower() not in ("doi", "pmid", "pmcid", "arxiv") or not value or key in self.known.keys:
            return key
        return self.keyed(prefix.lower(), value, key, key, None)

    def link(self, block: Block, mark: Mark) -> Citation:
        """A link that cites names the entry with its address, or is an entry of its own."""
        kind, value = identify(mark.value)
        key = self.keyed(kind, value, value, block.text[mark.start : mark.end], mark.span)
        return Citation((key,), "link", True, mark.start, mark.end, mark.span)

    def keyed(self, kind: str, value: str, key: str, text: str, span: Span | None) -> str:
        """The key of the entry with an identifier or address; where there is none yet, of a new one."""
        same = (kind, _same(kind, value))
        if same not in self.keys:
            values = blank(key, text, inline=True)
            values[kind] = value
            values["kind"] = "preprint" if kind == "arxiv" else "web" if kind == "url" else "journal-article"
            self.references.append(Reference(values, {(): span, (kind,): span} if span else {}))
            self.keys[same] = key
        return self.keys[same]


def _link(block: Block, mark: Mark) -> Json:
    """A link; an image is marked as one."""
    made: Json = {"url": mark.value, "text": block.text[mark.start : mark.end]}
    return made | {"image": True} if mark.kind == "image" else made


def _same(kind: str, value: str) -> str:
    """The form by which two writings of one identifier or address are equal."""
    if kind == "url":
        return value.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
    return normal(kind, value).casefold()


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
