"""Parse: the text of a file to an article."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from lint.article import Article
from lint.article.anchors import anchors
from lint.article.blocks import Block, blocks
from lint.article.citations.numerals import known_keys
from lint.article.citations.sources import Sources
from lint.article.document import Assembly, add_references, whole
from lint.article.front_matter.data import Data, DataProblem
from lint.article.front_matter.fences import split
from lint.article.front_matter.read import parse as parse_front_matter
from lint.article.notices import disclaimers, feedback, folded
from lint.article.parsed import Parsed
from lint.article.parts import footnotes, leaves
from lint.article.references import Reference, is_source, listed
from lint.article.references import bibliography as files
from lint.article.references.notes import is_remark, noted
from lint.article.references.trailing import trailing_list
from lint.article.sections import Section, sections
from lint.article.sections.pieces import Prose, Stream
from lint.article.sections.roles import roles
from lint.article.settings import Settings
from lint.article.unread import conflict, hidden_words
from lint.finding import Pointer, Span


def _nothing(name: str) -> str | None:
    return None


def parse(path: str, text: str, settings: Settings, beside: Callable[[str], str | None] = _nothing) -> Parsed:
    """The article of a text (without a byte order mark).

    ``beside`` gives the text of a bibliography by its name relative to the article's folder; None where there is none.
    """
    data = parse_front_matter(text, settings)
    found = blocks(text, split(text)[1])
    parser = _Parser(path, text, settings, data, found)
    external, problems = _bibliographies(path, data, beside)
    unfinished = conflict(text)
    wrong = (unfinished,) if unfinished else (*data.problems, *problems)
    return Parsed(parser.article(external), wrong, anchors(found), hidden_words(found))


def _bibliographies(
    path: str, data: Data, beside: Callable[[str], str | None]
) -> tuple[list[Reference], list[DataProblem]]:
    """The entries of the files that an article names or that lie beside it, and what is wrong with them."""
    named, possible = files.names(data.values, path)
    span = data.spans.get(("front_matter", "bibliography"), Span(0, 0))
    found: list[Reference] = []
    problems: list[DataProblem] = []
    for name in (*named, *possible):
        text = beside(name)
        try:
            found += files.from_file(name, text) if text is not None else ()
        except files.UnreadableError as why:
            problems.append(DataProblem(f"The bibliography `{name}` {why}. Export it again.", span))
        if text is None and name in named:
            problems.append(DataProblem(f"The bibliography `{name}` cannot be read. Correct its name.", span))
    return found, problems


@dataclass(frozen=True, slots=True)
class _Parser:
    """Puts the parts of one article together."""

    path: str
    text: str
    settings: Settings
    data: Data
    blocks: Sequence[Block]
    spans: dict[Pointer, Span] = field(default_factory=dict)

    def article(self, external: Sequence[Reference]) -> Article:
        self.spans.update({(): Span(0, len(self.text)), **self.data.spans})
        found = self.sections()
        title = self.title(found)
        own = self.references(found)
        keys = frozenset(reference.key for reference in (*own, *external))
        assembly = Assembly(Sources([*own, *external], known_keys(keys, self.text), self.settings.own, self.remarks()))
        for section in found:
            assembly.add_section(section)
        outside = {id(reference) for reference in external}
        # A bibliography file may serve many articles: only what this one cites is a reference of it.
        kept = [one for one in assembly.sources.references if id(one) not in outside or one.key in assembly.cited]
        self.spans.update(assembly.spans)
        body = folded(" ".join(self.texts(found)))
        parts = {
            "front_matter": self.data.values,
            "title": title,
            "sections": assembly.sections,
            "references": add_references(kept, assembly.cited, self.spans),
            "disclaimers": disclaimers(self.data.values, body, self.settings.disclaimers),
            "feedback_link": feedback(self.data.values, body, [p.block for section in found for p in section.prose]),
        }
        return Article(self.path, self.text, whole(parts, self.path), self.spans, self.data.keys)

    def sections(self) -> tuple[Section, ...]:
        named = roles(self.settings.roles)
        unheaded = trailing_list(self.blocks, named)
        stream = Stream(self.text, named, self.settings.minimum_words, unheaded)
        return sections(stream.top(self.blocks), self.text, named, self.settings.minimum_words, self.front_title())

    def front_title(self) -> str | None:
        title = (self.data.values or {}).get("title")
        return title if isinstance(title, str) else None

    def title(self, found: Sequence[Section]) -> str | None:
        """The front matter's title, or the first heading of the first level."""
        if title := self.front_title():
            if ("front_matter", "title") in self.spans:
                self.spans["title",] = self.spans["front_matter", "title"]
            return title
        first = next((section for section in found if section.level == 1 and section.heading), None)
        if first:
            self.spans["title",] = first.heading_span
        return first.heading if first else None

    def references(self, found: Sequence[Section]) -> list[Reference]:
        """The entries of the lists, of the footnotes and of the front matter, each key once where it is cited."""
        values: Any = (self.data.values or {}).get("references")
        return [
            *listed(found, self.text),
            *noted(footnotes(self.blocks)),
            *files.from_front_matter(values, self.data.spans),
        ]

    def remarks(self) -> frozenset[str]:
        """The keys of the footnotes that name no source."""
        return frozenset(note.key for note in footnotes(self.blocks) if is_remark(note))

    def texts(self, found: Sequence[Section]) -> Iterator[str]:
        """All that a reader sees but the references."""
        for section in found:
            if section.heading:
                yield section.heading
            yield from (
                piece.block.text for piece in section.prose if section.role != "references" or _is_footer(piece)
            )
        for footnote in footnotes(self.blocks):
            yield from (block.text for block in leaves(footnote))


def _is_footer(piece: Prose) -> bool:
    """Whether a paragraph below references is none of them: what ends a page often stands there without a heading."""
    return piece.item is None and not is_source(piece.block)
