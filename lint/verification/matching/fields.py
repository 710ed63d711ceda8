"""Fields: how the title, the authors, the year and the journal of an entry differ from a record's."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lint.article.lazy import lazy
from lint.verification.matching.journals import is_same_journal, is_stranger, names_journal
from lint.verification.matching.names import people
from lint.verification.matching.people import compare_authors
from lint.verification.matching.titles import Grade, grade
from lint.verification.matching.verdict import Difference, FieldName
from lint.verification.matching.words import name_words, words
from lint.verification.record import Author, Record

Entry = Mapping[str, Any]

_YEAR = lazy(r"(?<![\d./:;-])(?:1[89]|20)\d\d(?![\d/:])")
_LOCATOR = lazy(r"\b(?:doi|https?:|www\.|PMC?ID|accessed|retrieved)|(?<!\d)10\.\d{4}", re.IGNORECASE)
_TITLES = {
    "cut": "is only a part of the registered title",
    "worded": "differs in its words",
    "numbered": "names another number",
    "translated": "is translated in other words",
    "foreign": "is in another language",
    "other": "is another work's",
}
_AUTHORS = {
    "spelled": "are spelled otherwise",
    "order": "stand in another order",
    "another": "name somebody who is not among the registered authors",
    "others": "are not all among the registered authors",
    "first": "are another work's",
}
OTHER_WORDS = ("translated", "foreign")
"""Titles that may name one work though they share no words: author and year must tell."""
_FOUND_AT = (
    "pubmed medline elsevier springer wiley sciencedirect ncbi researchgate scholar medrxiv biorxiv arxiv preprint"
)
_ELSEWHERE = frozenset(_FOUND_AT.split())
_GRAVE = ("numbered", "other", "others", "first")


def title(entry: Entry, record: Record) -> tuple[Grade, Difference | None]:
    """How alike the titles are, and how they differ."""
    found = grade(entry["title"], _titles(record), entry.get("text") or "")
    return found, _difference("title", entry["title"], record.title, found.how, _TITLES)


def other_title(entry: Entry, record: Record) -> Difference | None:
    """The difference where a title in other words cannot be taken for a translation."""
    return _difference("title", entry["title"], record.title, "other", _TITLES)


def authors(entry: Entry, record: Record) -> tuple[bool, Difference | None]:
    """Whether the authors can be compared, and how they differ."""
    how = _authors(entry, record)
    if how == "incomparable":
        return False, None
    return True, _difference("author", "; ".join(entry["authors"]), people(record), how, _AUTHORS)


def _difference(
    field: FieldName, written: str, registered: str, how: str, words: Mapping[str, str]
) -> Difference | None:
    return None if how == "same" else Difference(field, written, registered, words[how], how in _GRAVE)


def _titles(record: Record) -> Iterator[str]:
    if record.subtitle:
        yield f"{record.title}: {record.subtitle}"
    yield record.title
    yield from record.other_titles


def _authors(entry: Entry, record: Record) -> str:
    how = compare_authors(entry.get("authors") or (), record.authors or record.editors)
    if how == "first" and (
        _leads(entry, record.authors) or compare_authors(entry["authors"], record.editors) == "same"
    ):
        return "same"
    return how


def _leads(entry: Entry, authors: Sequence[Author]) -> bool:
    """Whether an entry begins with a record's first author, though the name was read in another way."""
    family, given = (name_words(part) for part in authors[0][:2]) if authors else ((), ())
    read = name_words(entry["authors"][0])
    if not family or not given or not read or family[-1] in read:
        return False
    return read[0][0] == given[0][0] and family[-1] in name_words(_told(entry)[:80])[:4]


def year(entry: Entry, record: Record) -> Difference | None:
    years = record.years.all
    written = {entry["year"], *_years(entry)}
    if written & set(years) or min(years) < entry["year"] < max(years):
        return None
    off = min((entry["year"] - year for year in years), key=abs)
    distance = f"{abs(off)} year{'s' if abs(off) > 1 else ''} {'later' if off > 0 else 'earlier'}"
    return Difference("year", str(entry["year"]), " or ".join(map(str, years)), f"is {distance}", abs(off) > 1)


def _years(entry: Entry) -> Iterator[int]:
    """Other years that the entry names as its own: that of print beside that of the first appearance online."""
    if entry.get("title"):
        text = _told(entry).replace(entry["title"], " ").replace(entry.get("container") or " ", " ")
        yield from map(int, _YEAR().findall(text))


def _told(entry: Entry) -> str:
    """What an entry says in words, up to its first identifier or address."""
    text: str = entry.get("text") or ""
    end = _LOCATOR().search(text)
    return text[: end.start()] if end else text


def journal(entry: Entry, record: Record) -> Difference | None:
    written, names = entry["container"], (record.container, *record.abbreviations)
    if is_same_journal(written, names) or names_journal(_told(entry), names) or _is_no_journal(written, record):
        return None
    grave = is_stranger(written, names) and record.type in ("", "journal-article")
    return Difference("journal", written, record.container, "is another one", grave)


def _is_no_journal(written: str, record: Record) -> bool:
    """Whether what was read as a container is a piece of the title, or the place where the work was found."""
    found = set(words(written))
    return found <= {*words(record.title), *words(record.subtitle)} or not _ELSEWHERE.isdisjoint(found)
