"""Locators: what leads to a work from its entry: identifiers, an address, the day it was read."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lint.article.blocks import Block
from lint.article.lazy import lazy
from lint.finding import Span


class Found(NamedTuple):
    """A value read from a text, and where: in the text, or (``span``) in the file where no reader sees it."""

    value: str
    start: int
    end: int
    span: Span | None = None


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"\d{{4}}-\d\d-\d\d|{MONTH}\s+{_DAY},?\s+\d{{4}}|{_DAY}\s+(?:of\s+)?{MONTH},?\s+\d{{4}}"
    rf"|\d{{4}},?\s+{MONTH}(?:\s+{_DAY})?|{MONTH},?\s+\d{{4}}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}}"
)
_READ = ("accessed", "retrieved", "viewed", "visited", "cited", "consulted", "checked", "read on")
_ACCESSED = lazy(
    rf"\b(?:{'|'.join(_READ)})\b(?:\s+(?:on|in|date))?[:\s]*({_DATE})",
    re.I,
)

_WORD = r"[^\s<>\"“”\[\]]+"
_DOI = lazy(
    rf"(?:(?<![?&=])\bdoi\s*[:=]\s*|\bdoi\s+(?=10\.)|(?:\bhttps?://)?\b(?:dx\.)?doi\.org/)"
    rf"(?:(?:https?://)?(?:dx\.)?doi\.org/|doi:\s*)?({_WORD})|(?<![\w./])(10\.\d{{4,9}}/{_WORD})",
    re.IGNORECASE,
)
_BROKEN = lazy(r"( (?:[a-z]|\d{4}(?:\.\d+)+|(?!v\d)[a-z](?=\S*\d)[\w./()-]*\w))(?=\.?\s*$)")
"""The rest of a DOI behind a space that does not belong in it, at the end of an entry."""
_PMID = lazy(
    r"\b(?:PMID|PubMed(?:\s+ID)?)\s*[:=]?\s*(\d\w*)|(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pubmed)/(\d\w*)",
    re.IGNORECASE,
)
_PMCID = lazy(r"\bPMCID\s*[:=]?\s*(\w*\d\w*)|\b(PMC\d+)\b|\bPMC\s*[:=]\s*(\d\w*)", re.IGNORECASE)
_ISBN = lazy(r"\bISBN(?:-1[03])?(?:\s*\((?:print|online|e-?book)\))?\s*[:=]?\s*(\d[\dX\s‐-–-]{6,20}[\dX])", re.I)
_ARXIV = lazy(r"\barXiv\s*:\s*([\w.-]+(?:/\d+)?)|arxiv\.org/(?:abs|pdf)/([\w.-]+(?:/\d+)?)", re.IGNORECASE)
_URL = lazy(rf"(?:https?://|\bwww\.)(?=\w){_WORD}", re.IGNORECASE)
_IDENTIFIES = lazy(
    r"https?://(?:(?:(?:dx|www)\.)?doi\.org/|pubmed\.ncbi\.nlm\.nih\.gov/\d|(?:www\.)?ncbi\.nlm\.nih\.gov/(?:pubmed/\d|pmc/articles/PMC)"
    r"|pmc\.ncbi\.nlm\.nih\.gov/articles/PMC|arxiv\.org/(?:abs|pdf)/)",
    re.IGNORECASE,
)
_PATTERNS = (("doi", _DOI), ("pmid", _PMID), ("pmcid", _PMCID), ("isbn", _ISBN), ("arxiv", _ARXIV))
_HINTS = {"doi": ("doi", "10."), "pmid": ("pubmed", "pmid"), "pmcid": ("pmc",), "isbn": ("isbn",), "arxiv": ("arxiv",)}


def locators(block: Block) -> dict[str, Found]:
    """The identifiers, address and access date of an entry, by the document's names."""
    found = dict(_in_text(block.text))
    for mark in block.marks:
        told = mark.value == block.text[mark.start : mark.end]  # <https://…>: the words are the address
        if mark.kind == "link" and not told and mark.value[:4].lower() in ("http", "doi:", "www."):
            for name, value in _in_text(mark.value):
                found.setdefault(name, Found(value.value, mark.start, mark.end, mark.span))
    return found


def identify(url: str) -> tuple[str, str]:
    """What an address leads to: an identifier's kind and value, or ``url`` and itself."""
    return next(((name, found.value) for name, found in _in_text(url) if name != "url"), ("url", url))


def is_identifier(url: str) -> bool:
    """Whether an address names a work by its identifier."""
    return bool(_IDENTIFIES().match(url))


def iso_date(written: str) -> str:
    """A date in words as ISO 8601, to the month where no day is named; as written where that is not sure."""
    month = re.search(MONTH, written, re.IGNORECASE)
    year = re.search(r"\d{4}", written)
    if not month or not year:
        return written
    day = re.search(r"(?<!\d)\d{1,2}(?!\d)", written)
    number = _MONTHS.index(month[0][:3].lower()) + 1
    return f"{year[0]}-{number:02}" + (f"-{int(day[0]):02}" if day else "")


def _in_text(text: str) -> Iterator[tuple[str, Found]]:
    lowered = text.lower()
    for name, pattern in _PATTERNS:
        if any(hint in lowered for hint in _HINTS[name]):
            found = (_identifier(name, match) for match in pattern().finditer(text))
            if first := next(filter(None, found), None):
                yield name, first
    for match in _URL().finditer(text):
        if not _IDENTIFIES().match(match[0]):
            value = unpunctuated(match[0])
            yield "url", Found(value, match.start(), match.start() + len(value))
            break
    if any(word in lowered for word in _READ) and (accessed := _ACCESSED().search(text)):
        yield "accessed", Found(iso_date(accessed[1]), *accessed.span(1))


def _identifier(name: str, match: re.Match[str]) -> Found | None:
    group = match.lastindex or 0
    value = unpunctuated(match[group])
    if not any(character.isdigit() for character in value):
        return None
    start, end = match.start(group), match.start(group) + len(value)
    if name == "doi" and (more := _BROKEN().match(match.string, end)):
        end = more.end(1)
    elif name == "arxiv":
        end -= len(value) - len(value.removesuffix(".pdf"))
    return Found(match.string[start:end], start, end)


def unpunctuated(value: str) -> str:
    """An address or identifier without the punctuation of the sentence that it ends."""
    while value and (
        value[-1] in ".,;:!?'’*_»"
        or (value[-1] in ")]}" and value.count(value[-1]) > value.count("([{"[")]}".index(value[-1])]))
    ):
        value = value[:-1]
    return value
