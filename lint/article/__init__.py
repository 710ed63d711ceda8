"""An article: the text of a markdown file, its document (JSON) and a span for every pointer into it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lint.finding import Pointer, Span

Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Article:
    """An article as the rules see it.

    ``path``: POSIX, relative to the project's root. ``text``: as read, without a byte order mark.
    ``document``: the JSON of ``schemas/article.schema.json``. ``spans``: a span for each pointer of it.
    ``keys``: the span of each key of the front matter, those without a value included.
    """

    path: str
    text: str
    document: Document
    spans: Mapping[Pointer, Span]
    keys: Mapping[Pointer, Span] = field(default_factory=dict)
    _headings: list[tuple[str, ...]] = field(default_factory=list, init=False, repr=False, compare=False)
    """The headings above each section, its own included: made for all of them when the first is asked for."""

    def span(self, pointer: Pointer) -> Span:
        """The span of a pointer, or of its nearest known parent."""
        while pointer and pointer not in self.spans:
            pointer = pointer[:-1]
        return self.spans.get(pointer, Span(0, 0))

    def source(self, pointer: Pointer) -> str:
        """The source text under a pointer, markup included."""
        start, end = self.span(pointer)
        return self.text[start:end]

    def value(self, pointer: Pointer) -> Any:
        """The document's value at a pointer; None where there is none."""
        value: Any = self.document
        for part in pointer:
            try:
                value = value[part]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    def heading_path(self, pointer: Pointer) -> tuple[str, ...]:
        """The headings above a pointer into a section, outermost first; empty elsewhere."""
        if len(pointer) < 2 or pointer[0] != "sections" or not isinstance(pointer[1], int):
            return ()
        if not self._headings:
            self._headings.extend(_heading_paths(self.document["sections"]))
        return self._headings[pointer[1]]


def _heading_paths(sections: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, ...]]:
    above: list[tuple[int, tuple[str, ...]]] = []
    for section in sections:
        while above and above[-1][0] >= section["level"]:
            above.pop()
        path = above[-1][1] if above else ()
        path = (*path, section["heading"]) if section["heading"] else path
        above.append((section["level"], path))
        yield path
