"""Entries: what a reference in free text says: authors, title, container, year, kind and locators."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lint.article.blocks import Block
from lint.article.references.locators import Found, locators
from lint.article.references.names import authors

_LONGEST = 5000  # no entry is longer, whatever a file holds
_YEAR = r"((?:1[89]|20)\d\d)"
_TAIL = re.compile(
    r"\b(?:doi\s*[:=]|https?://|www\.|PMC?ID\b|ISBN\b|arXiv\s*:|(?:accessed|retrieved|available|viewed|cited)\b(?=[:\s]))"
    r"|(?<![\w./])10\.\d{4,9}/",
    re.IGNORECASE,
)
_YEAR_AFTER_AUTHORS = re.compile(rf"[.,]?\s*(?:\({_YEAR}[a-z]?[^)]{{0,25}}\)|{_YEAR}[a-z]?(?=[.,:]))[.,:]?\s*")
_YEARS = (
    re.compile(
        rf"(?<![\w-]){_YEAR}(?:\s+[A-Z][a-z]{{2}}\w*\.?(?:[-/–][A-Z]?[a-z]+)?(?:\s+\d{{1,2}}(?:[-–]\d{{1,2}})?)?)?\s*[;:](?=\s*\S)"
    ),
    re.compile(rf"\([^()]{{0,20}}\b{_YEAR}\)"),
    re.compile(rf"\b(?:published|updated|reviewed|posted|revised|modified)\b[^.;]{{0,30}}?\b{_YEAR}\b", re.IGNORECASE),
    re.compile(
        rf"(?:^|[.,;:]\s+|\d,\s+|[A-Z][a-z]+\s+){_YEAR}(?:\s+[A-Z][a-z]{{2}}\w*(?:\s+\d{{1,2}})?)?\s*(?:[.,;]|$)"
    ),
)
_QUOTED = re.compile(r"[“\"]([^“”\"]{3,500}?)[,.]?[”\"]|[‘'](.{3,500}?)[,.]?[’'](?=[\s,.;]|$)")
_SENTENCE_END = re.compile(
    r"(?<!\.[A-Z])(?<!\. [A-Z])(?<!\bvs)(?<!\bNo)(?<!\bvol)(?<!\bSt)(?<!\bDr)[.?!]+[”\"’]?\s+(?=[^a-z\s])"
)
_CONTAINER_END = re.compile(r"[,.:;]?\s+(?:\(?\d|\(|vol\b|no\b|pp?\b|\[)|[;:]|,\s|$", re.IGNORECASE)
_PLACE = re.compile(r"[A-Z][\w .,-]{1,40}:\s+(?=[A-Z])")
_SKIPPED = re.compile(
    r"(?:published|updated|last|reviewed|accessed|posted|modified|revised|online|pdf|\[|\d+(?:st|nd|rd|th) ed|in press)"
    r"|[\W\d]*$|\d{1,2} \w+ \d{4}|\w+ \d{1,2}, \d{4}",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(
    r"(?:^|\s)(?:J|N|Am|Br|Eur|Int|Can|Clin|Ann|Arch|Proc|Acad|Natl|Sci|Med|Rev|Curr|Opin|Engl|Surg|Res|Ther|Biol|Assoc|Soc"
    r"|Rep|Exp|Chem|Nutr|Psychiatr|Dis|Epidemiol|Rheumatol|Cochrane Database|Syst)$"
)
_VOLUME = re.compile(
    r"\d+\s*\(\s*[\w\s/.–-]{1,20}\)\s*[:,]\s*(?:pp?\.?\s*)?\w?\d|;\s*\d+\s*:|\bvol(?:ume|\.)?\s*\d|;\s*\d+\s*\("
)
_EDITION = re.compile(
    r"\b\d+(?:st|nd|rd|th) ed(?:ition|n)?\b|\b(?:Press|Publish\w+|Elsevier|Springer|Wiley)\b[;,]\s*\d{4}"
    r"|[.?!]\s[A-Z][\w ,]{1,40}:\s[A-Z][\w &.]{1,40}[;,]\s*\d{4}"
)

_THESIS = re.compile(r"\b(?:ph\.?\s?d|doctoral|master['’]?s?|m\.?sc)\b.{0,20}\b(?:thesis|dissertation)\b")
_CHAPTER = re.compile(r"[.?!]\s+In:?\s+.{0,300}\b[Ee]ds?\b")
_GUIDELINE = re.compile(r"\bguidelines?\b|\bnice\b|\bng\d{2,3}\b|\bposition statement\b")


@dataclass(frozen=True, slots=True)
class Entry:
    """What was read. ``fields``: title, container, year, identifiers, url, accessed, as far as they were found."""

    kind: str | None
    authors: tuple[Found, ...]
    fields: dict[str, Found]


def read(block: Block) -> Entry:
    """The fields of an entry in any of the usual styles."""
    text = block.text[:_LONGEST]
    fields = locators(block)
    tail = _TAIL.search(text)
    head = text[: tail.start()] if tail else text
    reading = _Reading(head, block)
    fields.update(reading.read())
    return Entry(_kind(text, fields, reading), tuple(reading.authors), fields)


class _Reading:
    """The reading of an entry up to its first locator."""

    def __init__(self, head: str, block: Block) -> None:
        self.head = head
        self.emphases = [(m.start, m.end) for m in block.marks if m.kind == "emphasis" and m.start < len(head)]
        self.links = [(m.start, m.end) for m in block.marks if m.kind == "link" and m.start < len(head)]
        self.authors, self.at = authors(head, self.is_title)

    def is_title(self, at: int) -> bool:
        """A quotation mark, emphasis or a year (author-date style) shows that the names are over."""
        return bool(re.match(rf"[“\"‘']|\(?{_YEAR}", self.head[at : at + 8])) or any(s == at for s, _ in self.emphases)

    def read(self) -> Iterator[tuple[str, Found]]:
        """Title, container and year."""
        year = _YEAR_AFTER_AUTHORS.match(self.head, self.at) if self.authors else None
        end = len(self.head)
        if year:
            self.at = year.end()
        else:
            year = next(filter(None, (self.last(pattern) for pattern in _YEARS)), None)
            end = year.start() if year else end
        if year:
            group = year.lastindex or 1
            yield "year", Found(year[group], *year.span(group))
        self.at += len(self.head[self.at :]) - len(self.head[self.at :].lstrip(" .,:;&-–—)"))
        title, container = self.titles(max(end, self.at))
        for name, (first, last) in (("title", title), ("container", container)):
            words = self.head[first:last]
            first += len(words) - len(words.lstrip(" .,:;"))
            words = words.strip(" .,:;")
            if words and any(character.isalpha() for character in words):
                yield name, Found(words, first, first + len(words))

    def last(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        found = None
        for found in pattern.finditer(self.head, self.at):  # noqa: B007 - the last one counts
            pass
        return found

    def titles(self, end: int) -> tuple[tuple[int, int], tuple[int, int]]:
        """Where title and container stand."""
        nothing = (end, end)
        if quoted := _QUOTED.match(self.head, self.at):
            return quoted.span(quoted.lastindex or 1), self.container(quoted.end(), end)
        marked = next(
            (mark for mark in (*self.emphases, *self.links) if mark[0] == self.at and mark[1] - mark[0] > 2), None
        )
        if marked:
            return marked, self.container(marked[1], end)
        for first, last in reversed(self.emphases):
            if self.at < first < end + 1 and self.head[self.at : first].rstrip()[-1:] in tuple(".?!,:”"):
                words = re.sub(r",\s*\d.*$", "", self.head[first:last])
                return (self.at, first), (first, first + len(words))
        parts = list(self.sentences(end))
        if len(parts) < 2:
            return (parts[0] if parts else nothing), nothing
        return self.plain(parts, end)

    def plain(self, parts: list[tuple[int, int]], end: int) -> tuple[tuple[int, int], tuple[int, int]]:
        """Of sentences without any markup, the last before the year is the container; the others are the title."""
        told = [part for part in parts if not _SKIPPED.match(self.head[part[0] : part[1]])]
        if len(told) < 2:
            return (told or parts)[0], (end, end)
        if self.head[end : end + 1] == "" and not _VOLUME.search(self.head):
            return told[0], self.container(told[1][0], told[1][1])
        editors = next(
            (n for n, part in enumerate(told) if n and self.head.startswith("In", part[0]) and n + 1 < len(told)), 0
        )
        if editors:
            return (told[0][0], told[editors - 1][1]), self.container(*told[editors + 1])
        first = len(told) - 1
        while first > 1 and _ABBREVIATED.search(self.head[told[first - 1][0] : told[first - 1][1]].rstrip(" .")):
            first -= 1
        if len(told[0]) and end == len(self.head):
            first = 1
        return (told[0][0], told[first - 1][1]), self.container(told[first][0], told[-1][1])

    def container(self, start: int, end: int) -> tuple[int, int]:
        """The words from a place to a volume, a number or the end of their sentence; emphasis shows them too."""
        start += len(self.head[start:end]) - len(self.head[start:end].lstrip(" .,:;"))
        emphasis = next(((first, last) for first, last in self.emphases if start <= first <= start + 4), None)
        if emphasis:
            words = re.sub(r",\s*\d.*$", "", self.head[emphasis[0] : emphasis[1]])
            return emphasis[0], emphasis[0] + len(words)
        if _SKIPPED.match(self.head[start:end]):
            return end, end
        if place := _PLACE.match(self.head, start, end):
            start = place.end()
        stop = _CONTAINER_END.search(self.head, start + 1, max(end, start + 1))
        return start, stop.start() if stop else end

    def sentences(self, end: int) -> Iterator[tuple[int, int]]:
        at = self.at
        for boundary in _SENTENCE_END.finditer(self.head, self.at, end):
            yield at, boundary.end()
            at = boundary.end()
        if self.head[at:end].strip():
            yield at, end


def _kind(text: str, fields: dict[str, Found], reading: _Reading) -> str | None:
    head = reading.head.lower()
    title = fields["title"].value.lower() if "title" in fields else head
    if "arxiv" in fields or "rxiv" in head or "preprint" in head:
        return "preprint"
    if ("thesis" in head or "dissertation" in head) and _THESIS.search(head):
        return "thesis"
    if "In" in text and _CHAPTER.search(text):
        return "chapter"
    if "isbn" in fields or _EDITION.search(text):
        return "book"
    if any(name in fields for name in ("doi", "pmid", "pmcid")) or ("year" in fields and _VOLUME.search(reading.head)):
        return "journal-article"
    if _GUIDELINE.search(head):
        return "guideline"
    if re.search(r"\breports?\b", title):
        return "report"
    return "web" if "url" in fields else None
