"""Titles: the title of a work and its container (a journal, a book, a site) in the middle of an entry."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lint.article.blocks import Block, Mark
from lint.article.lazy import lazy
from lint.article.references.locators import Found
from lint.article.references.volumes import VOLUME

_QUOTED = lazy(r"[“\"]([^“”\"]{3,500}?)[,.]?[”\"]|[‘'](.{3,500}?)[,.]?[’'](?=[\s,.;]|$)")
_YEAR = lazy(r"\(?(?:1[89]|20)\d\d|\(n\.\s?d\.|\([A-Z][a-z]+\.? (?:19|20)\d\d")
_SENTENCE_END = lazy(
    r"(?<!\.[A-Z])(?<!\. [A-Z])(?<!\bvs)(?<!\b[NnVv]o)(?<!\b[Vv]ol)(?<!\bpp)(?<!\bSt)(?<!\bDr)[.?!]+[”\"’]?\s+"
    r"(?=[^a-z\s]|[a-z]{1,4}[A-Z])"
)
_CONTAINER_END = lazy(
    r"[,.:;]?\s+(?:\(?\d|\(|vol\b|no\b|pp?\b|\[)|[;:]|,\s(?![^.;:\d]{3,60}\s(?:&|and)\s[^.;:,\d]{3,40}[.,;])|,(?=\d)|$",
    re.IGNORECASE,
)
_PLACE = lazy(r"[A-Z][\w .,()-]{1,40}:\s+(?=[A-Z])")
_BEFORE_CONTAINER = lazy(
    r"[\s.,:;–—|-]+|\([^()]*\d[^()]*\)|\d+(?:st|nd|rd|th) edn?(?:ition)?\b|\((?=[A-Z][\w ,]{1,40}:\s)"
    r"|\bin\s[^“\"()]{0,80}?\(eds?\.\)\s+|\b[Ii]n:?\s+(?=[A-Z])"
)
_SKIPPED = lazy(
    r"(?:published|updated|last|reviewed|accessed|posted|modified|revised|online|pdf|preprint|in press"
    r"|\[(?![^\[\]]{30})|\d+(?:st|nd|rd|th) ed)|[\W\d]*$|\d{1,2} \w+ \d{4}|\w+ \d{1,2}, \d{4}",
    re.IGNORECASE,
)
_ABBREVIATED = lazy(r"[A-Z][a-z]{0,5}(?:\.? [A-Z][a-z]{0,5}){0,3}|Cochrane Database")
_ED = lazy(r"\b[Ee]d(?:s|itors?)?\b")
_IN_BOOK = r"In(?::|(?=\s.{0,200}\b[Ee]d(?:s|itors?)?\b))"
_IN = lazy(_IN_BOOK)
_EDITORS = lazy(rf"[.?!]\s+{_IN_BOOK}")
_ASIDE = ("et al", "al.", "suppl")

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Middle:
    """An entry up to its first locator, and the markup in it. ``links`` and ``emphases`` are stretches."""

    text: str
    emphases: tuple[Stretch, ...]
    links: tuple[Stretch, ...]  # and words in bold type that are as long as a title

    @classmethod
    def of(cls, block: Block, text: str) -> "Middle":
        """The middle of a block of which ``text`` is the beginning."""
        marks = [mark for mark in block.marks if mark.start < len(text)]
        emphases = ((mark.start, min(mark.end, len(text))) for mark in marks if mark.kind == "emphasis")
        told = tuple((start, end) for start, end in emphases if _tells(text[start:end]))
        links = (mark for mark in marks if mark.kind == "link" or _is_bold_title(mark, text))
        return cls(text, told, tuple((mark.start, min(mark.end, len(text))) for mark in links))

    def begins(self, at: int) -> str:
        """What shows that a title begins at a place."""
        if self.text[at : at + 1] in ("“", '"', "‘", "'"):
            return "quotation"
        if any(start == at for start, _ in self.emphases):
            return "emphasis"
        if any(start == at for start, _ in self.links):
            return "link"
        return "year" if _YEAR().match(self.text, at) else ""

    def marked(self, at: int) -> tuple[Stretch, int] | None:
        """The title that markup or quotation marks set off at a place, and where it ends."""
        if quoted := _QUOTED().match(self.text, at):
            return quoted.span(quoted.lastindex or 1), quoted.end()
        own = (mark for mark in (*self.emphases, *self.links) if mark[0] == at and mark[1] - mark[0] > 2)
        return next(((mark, mark[1]) for mark in own), None)

    def titles(self, at: int, end: int) -> tuple[Stretch, Stretch]:
        """Where title and container stand, both between two places and without markup of their own at the start."""
        for first, last in reversed(self.emphases):
            before = self.text[at:first].rstrip()
            if at < first <= end and (before[-1:] in tuple(".?!,:”)") or before[-3:].lower() == " in"):
                return (at, self.without_editors(at, first)), self.emphasised(first, last)
        parts = [part for part in self.sentences(at, end) if not _SKIPPED().match(self.text[slice(*part)])]
        if len(parts) > 1:
            return self.plain(parts, end)
        title = parts[0] if parts else (at, end)
        bar = self.text.find(" | ", *title)
        if bar < 0 and VOLUME().search(self.text, title[0]):
            bar = self.last_comma(*title)
        return ((title[0], bar), self.container(bar + 2, title[1])) if bar > 0 else (title, (end, end))

    def plain(self, parts: list[Stretch], end: int) -> tuple[Stretch, Stretch]:
        """Of sentences without any markup, the one with the volume or before the year is the container's."""
        book = next((n for n in range(1, len(parts)) if _IN().match(self.text[slice(*parts[n])])), 0)
        if book:
            edited = book + 1 < len(parts) and _ED().search(self.text[slice(*parts[book])])
            return (parts[0][0], parts[book - 1][1]), self.container(*parts[book + bool(edited)])
        volume = VOLUME().search(self.text, parts[0][0])
        last = len(parts) - 1 if volume or end < len(self.text) else 1
        if volume:
            last = max(1, max((n for n, part in enumerate(parts) if part[0] <= volume.start()), default=1))
        first = last
        while first > 1 and _ABBREVIATED().fullmatch(self.text[slice(*parts[first - 1])].rstrip(" .")):
            first -= 1
        return (parts[0][0], parts[first - 1][1]), self.container(parts[first][0], parts[last][1])

    def last_comma(self, start: int, end: int) -> int:
        """Where a journal follows its title after no more than a comma; -1 where none does."""
        commas = [found.start() for found in re.finditer(r", (?=[A-Z])", self.text[start:end])]
        return start + commas[-1] if commas else -1

    def without_editors(self, at: int, end: int) -> int:
        """Where a title ends that names the editors of its book too: ``Title. In: Yip R, ed.``"""
        if self.text[at:end].rstrip().endswith((". In", "? In", "! In")):
            return at + len(self.text[at:end].rstrip()) - len(" In")
        editors = _EDITORS().search(self.text, at, end)
        return editors.start() + 1 if editors else end

    def emphasised(self, first: int, last: int) -> Stretch:
        return first, first + len(re.sub(r",\s*\d.*$", "", self.text[first:last]))

    def container(self, start: int, end: int) -> Stretch:
        """The words from a place to a volume, a number or the end of their sentence; emphasis shows them too."""
        while before := _BEFORE_CONTAINER().match(self.text, start, end):
            start = before.end()
        if emphasis := next(((first, last) for first, last in self.emphases if start <= first <= start + 2), None):
            return self.emphasised(*emphasis)
        if start >= end or _SKIPPED().match(self.text[start:end]):
            return end, end
        if place := _PLACE().match(self.text, start, end):
            start = place.end()
        stop = _CONTAINER_END().search(self.text, start + 1, max(end, start + 1))
        last = stop.start() if stop else end
        sentence = _SENTENCE_END().search(self.text, start, last)
        return start, last if not sentence or _is_short(self.text[start : sentence.start()]) else sentence.start()

    def sentences(self, at: int, end: int) -> Iterator[Stretch]:
        """The sentences between two places."""
        for boundary in _SENTENCE_END().finditer(self.text, at, end):
            yield at, boundary.end()
            at = boundary.end()
        if self.text[at:end].strip():
            yield at, end

    def found(self, first: int, last: int) -> Found | None:
        """The words of a stretch, without what separates them from others; None where there are none."""
        words = self.text[first:last]
        first += len(words) - len(words.lstrip(" .,:;–—|"))
        words = words.strip(" .,:;–—|").rstrip(" ([.,-")
        return Found(words, first, first + len(words)) if any(map(str.isalpha, words)) else None


def _is_bold_title(mark: Mark, text: str) -> bool:
    return mark.kind == "strong" and len(text[mark.start : mark.end].split()) > 3


def _tells(words: str) -> bool:
    """Whether emphasised words can name a work: a volume and ``et al.`` cannot."""
    return any(map(str.isalpha, words)) and not words.lower().startswith(_ASIDE)


def _is_short(words: str) -> bool:
    """Whether a full stop abbreviates a journal's name."""
    return all(len(word) < 7 for word in words.split())
