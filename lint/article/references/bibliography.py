"""Bibliographies: references as data, from front matter, CSL-JSON and BibTeX files, in the document's names."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from lint.article.parts import plain
from lint.article.references import Reference, blank, from_block
from lint.article.references import values as values_of
from lint.article.references.bibtex import entries
from lint.finding import Pointer, Span

Json = dict[str, Any]

_NAMES = {
    "title": ("title",),
    "container": (
        "container",
        "container-title",
        "journal",
        "journaltitle",
        "booktitle",
        "publisher",
        "publication",
        "site",
    ),
    "doi": ("doi", "DOI"),
    "pmid": ("pmid", "PMID"),
    "pmcid": ("pmcid", "PMCID"),
    "isbn": ("isbn", "ISBN"),
    "arxiv": ("arxiv", "eprint"),
    "url": ("url", "URL", "link"),
    "accessed": ("accessed", "access_date", "accessdate", "urldate", "retrieved"),
}
_YEARS = ("year", "date", "issued", "published")
_AUTHORS = ("authors", "author")
_KINDS = {
    "article": "journal-article",
    "article-journal": "journal-article",
    "journal-article": "journal-article",
    "paper-conference": "journal-article",
    "inproceedings": "journal-article",
    "book": "book",
    "collection": "book",
    "chapter": "chapter",
    "inbook": "chapter",
    "incollection": "chapter",
    "webpage": "web",
    "web": "web",
    "website": "web",
    "online": "web",
    "post-weblog": "web",
    "article-newspaper": "web",
    "article-magazine": "web",
    "report": "report",
    "techreport": "report",
    "guideline": "guideline",
    "standard": "guideline",
    "thesis": "thesis",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "preprint": "preprint",
}


class UnreadableError(Exception):
    """A bibliography that cannot be read; says why, as the end of a sentence about the file."""


def names(front_matter: Mapping[str, Any] | None, path: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The bibliography files that an article names, and those that may lie beside it; relative to its folder."""
    named = (front_matter or {}).get("bibliography")
    if isinstance(named, str) and named.strip():
        return (named.strip(),), ()
    if isinstance(named, list):
        return tuple(name.strip() for name in named if isinstance(name, str) and name.strip()), ()
    stem = PurePosixPath(path).stem
    return (), (f"{stem}.bib", f"{stem}.csl.json")


def from_file(name: str, text: str) -> Iterator[Reference]:
    """The entries of a bibliography file."""
    if name.endswith(".bib"):
        yield from (_from_mapping(key, values) for key, values in entries(text))
        return
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise UnreadableError("is not well-formed JSON") from None
    if isinstance(data, dict):
        data = data.get("items", data.get("references", [data]))
    if not isinstance(data, list):
        raise UnreadableError("holds no list of references")
    for number, item in enumerate(data, start=1):
        if isinstance(item, dict):
            yield _from_mapping(values_of.text(item.get("id")) or str(number), item)


def from_front_matter(value: Any, spans: Mapping[Pointer, Span]) -> Iterator[Reference]:
    """The entries under ``references:``: a list of maps or texts, or a map by key."""
    at: Pointer = ("front_matter", "references")
    pairs: Iterable[tuple[str | int, Any]] = ()
    if isinstance(value, dict):
        pairs = value.items()
    elif isinstance(value, list):
        pairs = enumerate(value)
    for name, item in pairs:
        key = name if isinstance(name, str) else str(name + 1)
        place = spans.get((*at, name), Span(0, 0))
        if isinstance(item, dict):
            own = next((text for field in ("key", "id") if (text := values_of.text(item.get(field)))), key)
            yield _placed(_from_mapping(own, item), item, (*at, name), spans)
        elif text := values_of.text(item):
            yield Reference(from_block(key, plain(text), place).values, {(): place})


def _placed(reference: Reference, item: Json, at: Pointer, spans: Mapping[Pointer, Span]) -> Reference:
    """An entry with the places of what it was read from."""
    found: dict[Pointer, Span] = {(): spans.get(at, Span(0, 0))}
    for name, others in (*_NAMES.items(), ("year", _YEARS), ("authors", _AUTHORS), ("key", ("key", "id"))):
        written = next((other for other in others if item.get(other) not in (None, "")), None)
        if written and (*at, written) in spans and reference.values[name] not in (None, []):
            found[name,] = spans[*at, written]
            for number in range(len(reference.values["authors"]) if name == "authors" else 0):
                if (*at, written, number) in spans:
                    found[name, number] = spans[*at, written, number]
    return Reference(reference.values, found)


def _from_mapping(key: str, item: Json) -> Reference:
    """An entry whose fields have names: ours, those of CSL-JSON or of BibTeX."""
    values = blank(key, "")
    for name, others in _NAMES.items():
        values[name] = next((text for other in others if (text := values_of.written(item.get(other)))), None)
    if values["arxiv"] and not item.get("arxiv") and not re.search("arxiv", str(item.get("archiveprefix", "")), re.I):
        values["arxiv"] = None  # other archives number their preprints too
    if values["doi"]:
        values["doi"] = re.sub(r"^(?:https?://)?(?:dx\.)?doi\.org/|^doi:\s*", "", values["doi"], flags=re.IGNORECASE)
    values["authors"] = [name for other in _AUTHORS if (people := item.get(other)) for name in values_of.people(people)]
    values["year"] = next((year for other in _YEARS if (year := values_of.year(item.get(other)))), None)
    values["kind"] = _kind(item, values)
    values["text"] = values_of.text(item.get("text")) or _sentence(values)
    return Reference(values)


def _kind(item: Json, values: Json) -> str | None:
    written = (values_of.text(item.get("type")) or "").lower()
    if written in _KINDS:
        return _KINDS[written]
    if values["arxiv"]:
        return "preprint"
    if any(values[name] for name in ("doi", "pmid", "pmcid")):
        return "journal-article"
    return "book" if values["isbn"] else "web" if values["url"] else None


def _sentence(values: Json) -> str:
    """The entry as a reader would see it."""
    parts = (", ".join(values["authors"]), values["title"], values["container"], values["year"])
    return " ".join(f"{str(part).rstrip('.')}." for part in parts if part)
