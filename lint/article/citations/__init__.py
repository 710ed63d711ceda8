"""Citations: the markers in a paragraph, in all styles."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lint.article.blocks import Block, Mark
from lint.article.citations.keys import NUMBERS, lowered, names, numbers, only_numbers
from lint.article.citations.numerals import (
    Known,
    enumerators,
    is_counted,
    is_exponent,
    is_interval,
    is_marker,
    is_mention,
    may_mention,
)
from lint.article.citations.unread import unread
from lint.article.lazy import lazy
from lint.finding import Span

_SIGN = re.compile(r"\(\s*(?:\d|see |ref)|\[\s*[\d@^]|\[[^\[\]]{0,200}@|[¹²³⁴-⁹]|\^\d|@\w", re.IGNORECASE)
_INTRODUCED = r"(?:(?:see|refs?\.?|references?)\s+)?"
_PARENTHESIS = lazy(rf"\(\s*{_INTRODUCED}({NUMBERS})\s*\)", re.IGNORECASE)
_BRACKET = lazy(rf"\[\s*{_INTRODUCED}({NUMBERS})\s*\](?:\s?[–—‐-]\s?\[\s*([1-9]\d{{0,2}})\s*\])?", re.IGNORECASE)
_FOOTNOTE = lazy(r"\[\^([^\]\s^\[]{1,100})\]")
_NAMED = lazy(r"\[[^\[\]]{0,300}@[^\[\]]{0,300}\]")
_NARRATIVE = lazy(r"(?<![\w@./-])@\{?\w(?:[\w:.#$%&+?<>~/-]*\w)?\}?")
_CARET = lazy(rf"\^({NUMBERS})\^")
_RAISED = lazy(r"[⁰¹²³⁴-⁹](?:[⁰¹²³⁴-⁹⁻˒,–]{0,20}[⁰¹²³⁴-⁹])?")
_LABEL = lazy(r"\[\d{1,3}\]\s*[A-Z]")
"""What begins an entry: ``[1] Example A. …``."""


class Citation(NamedTuple):
    """A marker: what it names, how, and where (in its block's text and in the file)."""

    keys: tuple[str, ...]
    style: str
    linked: bool
    start: int
    end: int
    span: Span


def citations(block: Block, known: Known) -> list[Citation]:
    """The citation markers of a paragraph, in the order of the text."""
    marked = any(mark.kind in ("superscript", "footnote", "link") for mark in block.marks)
    if not marked and not _SIGN.search(block.text):
        return []
    return sorted(_Reader(block, known).read(), key=lambda citation: citation.start)


class _Reader:
    """Reads one block, style by style; of two readings of the same words the first wins."""

    def __init__(self, block: Block, known: Known) -> None:
        self.block, self.text, self.known = block, block.text, known
        self.taken = bytearray(len(block.text))
        self.links = bytearray(len(block.text))
        self.link_starts: dict[int, Span] = {}
        self.link_ends: dict[int, Span] = {}
        for start, end in unread(self.text):
            self.taken[start:end] = b"\1" * (end - start)
        for mark in block.marks:
            width = mark.end - mark.start
            if mark.kind in ("code", "image") or (mark.kind == "link" and not self.may_cite(mark)):
                self.taken[mark.start : mark.end] = b"\1" * width
            elif mark.kind == "link":
                self.links[mark.start : mark.end] = b"\1" * width
                self.link_starts[mark.start] = self.link_ends[mark.end] = mark.span

    def may_cite(self, link: Mark) -> bool:
        """An ordinary link holds no marker in its words."""
        words = self.text[link.start : link.end]
        return "@" in words or (
            bool(only_numbers(lowered(words), self.known.keys)) and not is_counted(self.text, link.start)
        )

    def read(self) -> Iterator[Citation]:
        """The markers, style by style."""
        for mark in self.block.marks:
            if mark.kind == "footnote":
                yield from self.mark(mark, (mark.value,), "footnote", linked=True)
            elif mark.kind == "superscript":
                yield from self.superscript(mark)
        if "[" in self.text:
            yield from self.bracketed()
        if "@" in self.text:
            yield from self.narrative()
        if "(" in self.text:
            yield from self.parenthesised()
        yield from self.raised()
        for mark in self.block.marks:
            if mark.kind == "link" and (keys := only_numbers(self.text[mark.start : mark.end], self.known.keys)):
                yield from self.mark(mark, keys, "bracket", linked=True)

    def superscript(self, mark: Mark) -> Iterator[Citation]:
        keys = only_numbers(self.text[mark.start : mark.end], self.known.keys)
        if self.may_raise(keys) and not is_exponent(self.text, mark.start, mark.end):
            yield from self.mark(mark, keys, "superscript")

    def may_raise(self, keys: tuple[str, ...]) -> bool:
        """Whether raised numbers can be citations: the notes of a table are raised, too."""
        return bool(keys) and (self.block.kind != "table-row" or self.known.keys.issuperset(keys))

    def bracketed(self) -> Iterator[Citation]:
        for found in _BRACKET().finditer(self.text):
            keys = numbers(f"{found[1]}-{found[2]}" if found[2] else found[1])
            if not is_interval(self.text, found.start(), keys) and not self.is_name(found):
                yield from self.words(found, keys, "bracket")
        for found in _FOOTNOTE().finditer(self.text):
            # A marker without its footnote: the parser left it as it stands.
            yield from self.words(found, (found[1],), "footnote", linked=True)
        for found in _NAMED().finditer(self.text) if "@" in self.text else ():
            if keys := names(found[0]):
                # Sites that read such keys make links of them.
                yield from self.words(found, keys, "key", linked=True)

    def is_name(self, found: re.Match[str]) -> bool:
        """Whether a number in brackets begins a name, ``[60]-fullerene``, or an entry, ``[1] Example A. …``."""
        if self.links[found.start()]:
            return False
        return bool(re.match(r"-[A-Za-z]", self.text[found.end() : found.end() + 2])) or bool(
            not self.text[: found.start()].strip() and _LABEL().match(self.text, found.start())
        )

    def narrative(self) -> Iterator[Citation]:
        """``@key`` as a part of the sentence. Without an entry of that key it is somebody's name on a platform."""
        for found in _NARRATIVE().finditer(self.text):
            keys = names(found[0])
            if keys and keys[0] in self.known.keys:
                yield from self.words(found, keys, "key", linked=True)

    def parenthesised(self) -> Iterator[Citation]:
        counted: frozenset[int] | None = None
        may_be_mentioned = may_mention(self.text)
        for found in _PARENTHESIS().finditer(self.text):
            keys = numbers(found[1])
            linked = 1 in self.links[found.start() : found.end()]
            if linked or is_marker(self.text, found.start(), found.end(), keys, self.known):
                counted = enumerators(self.text) if counted is None else counted
                mentioned = may_be_mentioned and is_mention(self.text, *found.span())
                if found.start() not in counted and not mentioned:
                    yield from self.words(found, keys, "parenthesis")

    def raised(self) -> Iterator[Citation]:
        for found in _CARET().finditer(self.text) if "^" in self.text else ():
            keys = numbers(found[1])
            if self.may_raise(keys) and not is_exponent(self.text, *found.span()):
                yield from self.words(found, keys, "caret")
        for found in _RAISED().finditer(self.text) if not self.text.isascii() else ():
            keys = only_numbers(lowered(found[0]), self.known.keys)
            if self.may_raise(keys) and not is_exponent(self.text, *found.span()):
                yield from self.words(found, keys, "unicode-superscript")

    def words(
        self, found: re.Match[str], keys: tuple[str, ...], style: str, linked: bool = False
    ) -> Iterator[Citation]:
        """A marker that stands in the words; its span takes in the links that it begins or ends with."""
        start, end = found.span()
        if self.take(start, end):
            span = self.block.locate(start, end)
            first = self.link_starts.get(start, span).start
            last = self.link_ends.get(end, span).end
            span = Span(min(span.start, first), max(span.end, last))
            yield Citation(keys, style, linked or 1 in self.links[start:end], start, end, span)

    def mark(self, mark: Mark, keys: tuple[str, ...], style: str, linked: bool = False) -> Iterator[Citation]:
        """A marker that is a markup of its own."""
        if self.take(mark.start, mark.end):
            linked = linked or 1 in self.links[mark.start : mark.end]
            yield Citation(keys, style, linked, mark.start, mark.end, mark.span)

    def take(self, start: int, end: int) -> bool:
        free = 1 not in self.taken[start:end]
        self.taken[start:end] = b"\1" * (end - start)
        return free
