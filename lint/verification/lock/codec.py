"""An answer as the lock holds it, and back: plain JSON values, nothing that is empty."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from lint.verification.record import Answer, Author, Identifier, Notice, NoticeKind, Record, State, Years

Json = Any

KINDS = ("doi", "pmid", "pmcid", "arxiv", "isbn", "url")
_TEXTS = {
    "title": "title",
    "subtitle": "subtitle",
    "container": "journal",
    "volume": "volume",
    "issue": "issue",
    "pages": "pages",
    "edition": "edition",
    "publisher": "publisher",
    "type": "type",
}
"""The record's fields that are one text each, and their names in the lock."""
_LISTS = {"other_titles": "other_titles", "abbreviations": "abbreviations"}
_OF_RECORD = frozenset((*_TEXTS.values(), *_LISTS.values(), "authors", "editors", "years", "identifiers", "notices"))


class MalformedError(ValueError):
    """An entry of the lock that is not what it must be."""


def parsed(text: str) -> Identifier:
    """``doi:10.5555/abc`` as an identifier."""
    kind, _, value = text.partition(":")
    if kind not in KINDS or not value:
        raise MalformedError(f"“{text}” is no identifier such as doi:10.5555/abc")
    return Identifier(kind, value)  # type: ignore[arg-type]


def encode(answer: Answer) -> dict[str, Json]:
    """An answer without its identifier, which is its key."""
    record = answer.record
    found: dict[str, Json] = {
        "outcome": str(answer.state),
        "asked": answer.asked.isoformat() if answer.asked else "",
        "source": record.source if record else answer.registry,
        "registry": answer.registry if record and record.source != answer.registry else "",
        "reason": answer.reason,
        "redirect": answer.redirect,
        "moved": answer.moved,
        "archived": answer.archived,
    }
    found = {key: value for key, value in found.items() if value}
    return found | encode_record(record) if record else found


def encode_record(record: Record) -> dict[str, Json]:
    """A record without its source."""
    texts = {name: getattr(record, field) for field, name in _TEXTS.items()}
    found = {
        **texts,
        **{name: list(getattr(record, field)) for field, name in _LISTS.items()},
        "authors": [_author(author) for author in record.authors],
        "editors": [_author(editor) for editor in record.editors],
        "years": {name: year for name, year in record.years._asdict().items() if year is not None},
        "identifiers": sorted(map(str, record.identifiers)),
        "notices": [_notice(notice) for notice in record.notices],
    }
    return {key: value for key, value in found.items() if value} or {"title": ""}


def decode(key: str, entry: Json) -> Answer:
    """The answer under a key; `MalformedError` says what is wrong with it."""
    try:
        record = decode_record(entry) if _OF_RECORD & entry.keys() else None
        return Answer(
            identifier=parsed(key),
            state=State(entry["outcome"]),
            registry=_text(entry, "registry") or _text(entry, "source"),
            reason=_text(entry, "reason"),
            record=record,
            redirect=_text(entry, "redirect"),
            moved=entry.get("moved", False) is True,
            archived=_text(entry, "archived"),
            asked=date.fromisoformat(entry["asked"]),
        )
    except MalformedError:
        raise
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise MalformedError(f"{key} is not written as an answer is ({error})") from None


def decode_record(entry: Mapping[str, Json]) -> Record:
    """The record in an entry of the lock."""
    plain: dict[str, Json] = {field: _text(entry, name) for field, name in _TEXTS.items()}
    plain |= {field: _texts(entry, name) for field, name in _LISTS.items()}
    return Record(
        source=_text(entry, "source"),
        identifiers=tuple(map(parsed, _texts(entry, "identifiers"))),
        authors=tuple(_named(one) for one in entry.get("authors", ())),
        editors=tuple(_named(one) for one in entry.get("editors", ())),
        years=_years(entry.get("years", {})),
        notices=tuple(
            Notice(NoticeKind(one["kind"]), *(_text(one, name) for name in ("doi", "date", "source")))
            for one in entry.get("notices", ())
        ),
        **plain,
    )


def _text(values: Mapping[str, Json], name: str) -> str:
    value = values.get(name, "")
    if not isinstance(value, str):
        raise TypeError(f"{name} must be a text")
    return value


def _texts(values: Mapping[str, Json], name: str) -> tuple[str, ...]:
    found = values.get(name, [])
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise TypeError(f"{name} must be a list of texts")
    return tuple(found)


def _years(values: Mapping[str, Json]) -> Years:
    if not all(isinstance(year, int) for year in values.values()):
        raise TypeError("years must be whole numbers")
    return Years(**values)


def _named(one: Json) -> Author:
    if isinstance(one, str):
        return _person(one)
    return Author(*(_text(one, name) for name in Author._fields))


def _author(author: Author) -> Json:
    """``Family, Given`` where that can be read back, else by its parts."""
    text = f"{author.family}, {author.given}" if author.given else author.family
    if not author.collective and text and _person(text) == author:
        return text
    return {name: part for name, part in author._asdict().items() if part}


def _person(text: str) -> Author:
    family, _, given = text.partition(", ")
    return Author(family, given)


def _notice(notice: Notice) -> Json:
    values = {"kind": str(notice.kind), "doi": notice.doi, "date": notice.date, "source": notice.source}
    return {name: value for name, value in values.items() if value}
