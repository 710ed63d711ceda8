"""The public Retraction Watch table (CSV) to the compact index.

Its columns are described at https://www.crossref.org/documentation/retrieve-metadata/retraction-watch/; dates are
month/day/year, a DOI that is not known is ``unavailable`` and a PubMed number that is not known ``0``.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from lint.article.identifiers import check, normal
from lint.finding import CopydeskError
from lint.verification.record import Notice, NoticeKind, Record
from lint.verification.retractions import HEAD, SOURCE

COLUMNS = ("OriginalPaperDOI", "OriginalPaperPubMedID", "RetractionNature", "RetractionDate", "RetractionDOI")
KINDS = {
    "retraction": NoticeKind.RETRACTION,
    "expression of concern": NoticeKind.CONCERN,
    "reinstatement": NoticeKind.REINSTATEMENT,
}
"""The natures that matter here; a correction does not take a work back."""
_LONGEST_FIELD = 10_000_000


class Index(NamedTuple):
    """The index as bytes, and how many works it holds."""

    data: bytes
    works: int


def index(path: Path, today: date) -> Index:
    """The index of a table on disk."""
    notices: dict[str, list[Notice]] = defaultdict(list)
    try:
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
            for key, notice in _notices(path, file):
                notices[key].append(notice)
    except OSError as error:
        reason = (error.strerror or "unknown error").lower()
        raise CopydeskError(f"{path}: the table cannot be read ({reason})") from None
    lines = sorted(line for key, listed in notices.items() for line in _lines(key, listed))
    works = len({line.partition(b"\t")[0] for line in lines if line.startswith(b"10.")})
    head = HEAD + f"from {SOURCE}, read {today.isoformat()}: {works} works\n".encode()
    return Index(head + b"".join(lines), works)


def _notices(path: Path, file: Iterable[str]) -> Iterator[tuple[str, Notice]]:
    limit = csv.field_size_limit(_LONGEST_FIELD)
    rows = csv.DictReader(file)
    try:
        missing = [name for name in COLUMNS if name not in (rows.fieldnames or ())]
        if missing:
            raise CopydeskError(
                f"{path}:1: this is not the Retraction Watch table: it has no column {', '.join(missing)}"
            )
        for row in rows:
            yield from _of_row(row)
    except csv.Error as error:
        raise CopydeskError(f"{path}:{rows.line_num}: the table is damaged here ({error}); load it again") from None
    finally:
        csv.field_size_limit(limit)


def _of_row(row: Mapping[str, str | None]) -> Iterator[tuple[str, Notice]]:
    nature, day, own = ((row[name] or "").strip() for name in COLUMNS[2:])
    kind = KINDS.get(nature.casefold())
    if kind is None:
        return
    doi = normal("doi", row[COLUMNS[0]] or "")
    own = normal("doi", own)
    notice = Notice(kind, own if check("doi", own) is None and own.lower() != doi.lower() else "", _day(day), SOURCE)
    if check("doi", doi) is None:
        yield doi.lower(), notice
    number = normal("pmid", row[COLUMNS[1]] or "")
    if check("pmid", number) is None:
        yield number, notice


def _day(text: str) -> str:
    """``3/1/2024 0:00`` or ``2024-03-01`` as the latter; "" for what is neither."""
    first = text.partition(" ")[0]
    for form in ("%m/%d/%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(first, form).date().isoformat()
        except ValueError:
            continue
    return ""


def _lines(key: str, notices: Iterable[Notice]) -> Iterator[bytes]:
    """The notices that still count: a reinstatement takes back what was said before it."""
    for one in dict.fromkeys(Record(SOURCE, notices=tuple(notices)).standing):
        if one.kind is not NoticeKind.REINSTATEMENT:
            yield f"{key}\t{one.kind}\t{one.date}\t{one.doi}\n".encode("utf-8", "replace")
