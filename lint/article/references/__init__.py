"""References: the entries of an article's lists, footnotes and front matter."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, islice
from typing import Any

from lint.article.blocks import Block
from lint.article.lazy import lazy
from lint.article.parts import join, leaves, line_breaks, part
from lint.article.references.entry import Entry, read
from lint.article.references.locators import Found
from lint.article.sections import Section
from lint.article.sections.pieces import Prose
from lint.finding import Pointer, Span

Json = dict[str, Any]

TEXTS = ("title", "container", "doi", "pmid", "pmcid", "isbn", "arxiv", "url", "accessed")
_LABEL = lazy(r"\s*(?:\[(\d{1,3})\]|\((\d{1,3})\)|(\d{1,3})(?:[.)](?=\s)|\s\|))\s*|\s*([¹²³⁴-⁹⁰]{1,3})\s*")
_SOURCE = lazy(
    r"\bdoi\b|https?://|\bwww\.|\bPMC?ID\b|\bISBN\b|arxiv|\b(?:retrieved|available|accessed)\b|(?:1[89]|20)\d\d",
    re.IGNORECASE,
)
_MOST_LINES = 500  # no list is longer, whatever a file holds
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry as the document holds it, but for ``cited``. ``spans`` begin at the entry: ``()`` is all of it."""

    values: Json
    spans: Mapping[Pointer, Span] = field(default_factory=dict)

    @property
    def key(self) -> str:
        key: str = self.values["key"]
        return key


def blank(key: str, text: str, inline: bool = False) -> Json:
    """An entry of which nothing is known yet. ``inline``: it is no entry of a list, but a link in the text."""
    names = ("kind", *TEXTS, "year")
    return {"key": key, "text": text, "authors": [], **dict.fromkeys(names), "inline": inline}


def from_block(key: str, block: Block, span: Span) -> Reference:
    """An entry in free text."""
    return _reference(key, block, span, read(block))


def _reference(key: str, block: Block, span: Span, entry: Entry) -> Reference:
    values = blank(key, block.text)
    values["kind"] = entry.kind
    values["authors"] = [author.value for author in entry.authors]
    spans: dict[Pointer, Span] = {(): span, ("text",): block.locate(0, len(block.text))}
    for number, author in enumerate(entry.authors):
        spans["authors", number] = block.locate(author.start, author.end)
    if entry.authors:
        spans["authors",] = block.locate(entry.authors[0].start, entry.authors[-1].end)
    for name, found in entry.fields.items():
        values[name] = int(found.value) if name == "year" else found.value
        spans[name,] = _span(block, found)
    return Reference(values, spans)


def _span(block: Block, found: Found) -> Span:
    return found.span or block.locate(found.start, found.end)


def listed(sections: Iterable[Section], source: str) -> Iterator[Reference]:
    """The entries of all sections that hold references."""
    count = 0
    for section in sections:
        if section.role == "references":
            for number, block, span in _entries(section.prose, source):
                count += 1
                label, start = _label(block)
                key = label or number or str(count)
                yield from_block(key, part(block, start) if start else block, span)


def _entries(prose: Sequence[Prose], source: str) -> Iterator[tuple[str, Block, Span]]:
    """The entries of a section, with the number of a list's item: items, or paragraphs where there is no list."""
    with_list = any(piece.item for piece in prose)
    for _, group in groupby(prose, key=lambda piece: id(piece.item or piece)):
        pieces = list(group)
        block = join([piece.block for piece in pieces])
        item = pieces[0].item
        if item:
            yield str(item.number) if item.number is not None else "", block, Span(block.span.start, item.span.end)
        else:
            for line in _lines(block, source):
                if _label(line)[0] or (not with_list and _SOURCE().search(line.text)):
                    yield "", line, line.span


def _lines(block: Block, source: str) -> Iterator[Block]:
    """A paragraph, or its lines where more than one of them begins with a number."""
    labelled = (at + 1 for at in line_breaks(block, source) if _LABEL().match(block.text, at + 1))
    starts = list(islice(labelled, _MOST_LINES))
    if not starts or not _LABEL().match(block.text):
        yield block
        return
    for start, end in zip([0, *starts], [*starts, len(block.text)], strict=True):
        yield part(block, start, end)


def _label(block: Block) -> tuple[str, int]:
    """The number that an entry carries in its own text, and where its words begin."""
    found = _LABEL().match(block.text)
    if not found or found.end() == len(block.text):
        return "", 0
    number = found[found.lastindex or 0].translate(_RAISED)
    return str(int(number)), found.end()


def is_source(item: Block) -> bool:
    """Whether the words of a list's item name a source."""
    block = join(list(leaves(item)) or [item])
    return bool(_NAMED_SOURCE().search(block.text)) or any(
        mark.kind == "link" and _NAMED_SOURCE().search(mark.value) and "doi.org" in mark.value for mark in block.marks
    )


_NAMED_SOURCE = lazy(
    r"\bdoi\b|https?://|\bwww\.|\bPMC?ID\b|\bISBN\b|\barxiv:|\bretrieved from\b|\b(?:19|20)\d\d;\s?\d", re.IGNORECASE
)
