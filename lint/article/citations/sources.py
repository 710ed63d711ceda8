"""Sources: which entry each marker and each link names; what no list holds becomes an entry of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lint.article.blocks import Block, Mark
from lint.article.citations import Citation, citations
from lint.article.citations.keys import only_numbers
from lint.article.citations.links import cites, is_elsewhere
from lint.article.citations.numerals import Known
from lint.article.identifiers import normal
from lint.article.references import Reference, blank
from lint.article.references.locators import identify
from lint.finding import Span

_IDENTIFIERS = ("doi", "pmid", "pmcid", "arxiv")
_KEYS = {kind: (kind, "{}") for kind in (*_IDENTIFIERS, "isbn", "url")} | {
    "wikidata": ("url", "https://www.wikidata.org/wiki/{}")
}
"""What a key may begin with that is an identifier itself: the kind, and the form of what follows."""
_KINDS = {"arxiv": "preprint", "url": "web", "isbn": "book"}


@dataclass(slots=True)
class Sources:
    """The references of an article. They grow by the sources that are cited as links in the text."""

    references: list[Reference]
    known: Known
    own: tuple[str, ...] = ()
    remarks: frozenset[str] = frozenset()
    """The keys of the footnotes that name no source."""
    keys: dict[tuple[str, str], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Notes by which identifiers and addresses a link may name an entry."""
        for reference in self.references:
            for kind in (*_IDENTIFIERS, "url"):
                if value := reference.values[kind]:
                    self.keys.setdefault((kind, _same(kind, value)), reference.key)

    def citations(self, block: Block, links: bool) -> Sequence[Citation]:
        """The markers of a paragraph and (``links``) the links that cite, in the order of the text."""
        found = [self.resolved(block, citation) for citation in citations(block, self.known)]
        if self.remarks:
            found = [one for one in found if one.style != "footnote" or not self.remarks.issuperset(one.keys)]
        if links and block.marks:
            found += [self.link(block, mark) for mark in block.marks if cites(block, mark, self.own)]
            found.sort(key=lambda citation: citation.start)
        return found

    def resolved(self, block: Block, citation: Citation) -> Citation:
        """The names that need no list name their sources: identifiers (``@doi:10.…``), and numbers that are links."""
        if citation.style == "key":
            keys = [self.identified(key, citation.span) for key in citation.keys]
        elif citation.linked and not self.known.keys.issuperset(citation.keys):
            targets = dict(self.targets(block, citation))
            keys = [self.linked(key, targets.get(key)) for key in citation.keys]
        else:
            return citation
        return citation._replace(keys=tuple(dict.fromkeys(keys)))

    def identified(self, key: str, span: Span) -> str:
        prefix, _, value = key.partition(":")
        kind, form = _KEYS.get(prefix.lower(), ("", ""))
        if not kind or not value or key in self.known.keys:
            return key
        return self.keyed(kind, form.format(value), key, key, span)

    def targets(self, block: Block, citation: Citation) -> Iterator[tuple[str, Mark]]:
        """The links of a marker, by the number that each is."""
        for mark in block.marks:
            if mark.kind == "link" and citation.start <= mark.start and mark.end <= citation.end:
                keys = only_numbers(block.text[mark.start : mark.end], self.known.keys)
                if len(keys) == 1 and is_elsewhere(mark.value, self.own):
                    yield keys[0], mark

    def linked(self, number: str, mark: Mark | None) -> str:
        """The source that a number leads to. Where it leads to another entry of the list, the number is wrong."""
        if mark is None or number in self.known.keys:
            return number
        kind, value = identify(mark.value)
        key = self.keyed(kind, value, value, mark.value, mark.span)
        return number if key.isdecimal() else key

    def link(self, block: Block, mark: Mark) -> Citation:
        """A link that cites names the entry with its address, or is an entry of its own."""
        kind, value = identify(mark.value)
        key = self.keyed(kind, value, value, block.text[mark.start : mark.end], mark.span)
        return Citation((key,), "link", True, mark.start, mark.end, mark.span)

    def keyed(self, kind: str, value: str, key: str, text: str, span: Span) -> str:
        """The key of the entry with an identifier or address; where there is none yet, of a new one."""
        same = (kind, _same(kind, value))
        if same not in self.keys:
            values = blank(key, text, inline=True)
            values[kind] = value
            values["kind"] = _KINDS.get(kind, "journal-article")
            self.references.append(Reference(values, {(): span, (kind,): span}))
            self.keys[same] = key
        return self.keys[same]


def _same(kind: str, value: str) -> str:
    """The form by which two writings of one identifier or address are equal."""
    if kind == "url":
        return value.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
    return normal(kind, value).casefold()
