"""Comparing: an entry with a record, two records with each other, and an entry with what a search has found."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from lint.article.lazy import lazy
from lint.verification.matching.journals import is_same_journal, is_stranger, names_journal
from lint.verification.matching.people import compare_authors
from lint.verification.matching.titles import Grade, grade
from lint.verification.matching.verdict import Difference, FieldName, Verdict, VerdictState
from lint.verification.matching.words import name_words, words
from lint.verification.record import Author, Kind, Record

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
_OTHER_WORDS = ("translated", "foreign")
"""Titles that may name one work though they share no words: author and year must tell."""
_FOUND_AT = (
    "pubmed medline elsevier springer wiley sciencedirect ncbi researchgate scholar medrxiv biorxiv arxiv preprint"
)
_ELSEWHERE = frozenset(_FOUND_AT.split())
_GRAVE = ("numbered", "other", "others", "first")
_ORDERED: tuple[FieldName, ...] = ("title", "author", "year", "journal")


def compare(entry: Entry, record: Record) -> Verdict:
    """Whether a reference of the document (``document["references"][n]``) and a record describe one work."""
    text = entry.get("text") or ""
    found: dict[FieldName, Difference | None] = {}
    alike = Grade("same", 0.0)
    if entry.get("title") and record.title:
        alike = grade(entry["title"], _titles(record), text)
        found["title"] = _difference("title", entry["title"], record.title, alike.how, _TITLES)
    if (how := _authors(entry, record)) != "incomparable":
        found["author"] = _difference("author", "; ".join(entry["authors"]), people(record), how, _AUTHORS)
    if entry.get("year") and record.years.all:
        found["year"] = _year(entry, record)
    if entry.get("container") and record.container:
        found["journal"] = _journal(entry, record)
    if alike.how in _OTHER_WORDS and not all(name in found and not found[name] for name in ("author", "year")):
        found["title"] = _difference("title", entry["title"], record.title, "other", _TITLES)
    return _verdict(found, alike)


def _verdict(found: Mapping[FieldName, Difference | None], title: Grade) -> Verdict:
    differences = tuple(one for one in found.values() if one)
    state = VerdictState.NEAR if differences else VerdictState.VERIFIED
    if any(one.grave for one in differences):
        state = VerdictState.MISMATCH
    share = [name in found and not found[name] for name in ("author", "year", "journal")]
    score = 0.6 * title.likeness + 0.2 * share[0] + 0.1 * share[1] + 0.1 * share[2]
    return Verdict(state, differences, tuple(name for name in _ORDERED if name in found), round(score, 3))


def _difference(
    field: FieldName, written: str, registered: str, how: str, words: Mapping[str, str]
) -> Difference | None:
    return None if how == "same" else Difference(field, written, registered, words[how], how in _GRAVE)


def _titles(record: Record) -> Iterator[str]:
    if record.subtitle:
        yield f"{record.title}: {record.subtitle}"
    yield record.title
    yield from record.other_titles


def people(record: Record) -> str:
    """A record's authors for a reader, the first six of them."""
    names = [_name(author) for author in record.authors or record.editors]
    return ", ".join(names[:6]) + (", et al." if len(names) > 6 else "")


def _name(author: Author) -> str:
    given = "".join(filter(str.isalpha, author.given))
    if not given.isupper() or len(given) > 4:
        given = "".join(word[0] for word in re.findall(r"[^\W\d_]+", author.given))
    return author.collective or f"{author.family} {given}".strip()


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


def _year(entry: Entry, record: Record) -> Difference | None:
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


def _journal(entry: Entry, record: Record) -> Difference | None:
    written, names = entry["container"], (record.container, *record.abbreviations)
    if is_same_journal(written, names) or names_journal(_told(entry), names) or _is_no_journal(written, record):
        return None
    grave = is_stranger(written, names) and record.type in ("", "journal-article")
    return Difference("journal", written, record.container, "is another one", grave)


def _is_no_journal(written: str, record: Record) -> bool:
    """Whether what was read as a container is a piece of the title, or the place where the work was found."""
    found = set(words(written))
    return found <= {*words(record.title), *words(record.subtitle)} or not _ELSEWHERE.isdisjoint(found)


def conflict(first: Record, second: Record) -> Verdict:
    """Whether two records, of a DOI and of a PMID in one entry, describe one work: a mismatch where they do not."""
    kinds: tuple[Kind, ...] = ("doi", "pmid")
    for kind in kinds:
        ours, theirs = first.identifier(kind), second.identifier(kind)
        if ours and ours.lower() == theirs.lower():
            return Verdict(VerdictState.VERIFIED)
    verdict = compare(as_entry(first), second)
    return verdict if verdict.state is VerdictState.VERIFIED else compare(as_entry(second), first)


def as_entry(record: Record) -> dict[str, Any]:
    """A record in the form of the document's references."""
    return {
        "text": "",
        "title": f"{record.title}: {record.subtitle}" if record.subtitle else record.title,
        "authors": [_name(author) for author in record.authors],
        "year": next(iter(record.years.all), None),
        "container": record.container,
    }


def likeliest(entry: Entry, records: Iterable[Record]) -> Record | None:
    """Of the records that a search has found, the one with the entry's title, first author and year; None if none."""
    best: tuple[float, Record] | None = None
    for record in records:
        verdict = compare(entry, record)
        if is_sure(verdict) and len(name_words(record.title)) > 2 and (best is None or verdict.score > best[0]):
            best = verdict.score, record
    return best[1] if best else None


def is_sure(verdict: Verdict) -> bool:
    """Whether title, first author and year were compared and agree."""
    return verdict.state is VerdictState.VERIFIED and {"title", "author", "year"} <= set(verdict.compared)
