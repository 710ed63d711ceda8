"""What the rules of verification share: names of identifiers, both sides of a difference, what is meant instead."""

from collections.abc import Iterator
from typing import Any

from lint.article import Article
from lint.evidence import Difference, Evidence, Warrant
from lint.finding import Edit, Fix, Pointer, Span

Json = dict[str, Any]

NAMES = {
    "doi": "DOI",
    "pmid": "PMID",
    "pmcid": "PMCID",
    "arxiv": "arXiv number",
    "isbn": "ISBN",
    "url": "web address",
}
_ROOM = {"title": 90, "author": 40, "year": 12, "journal": 50}


def references(article: Article) -> Iterator[tuple[Pointer, Json]]:
    """Each entry as (pointer, reference)."""
    for index, reference in enumerate(article.document["references"]):
        yield ("references", index), reference


def named(evidence: Evidence) -> str:
    """``DOI 10.5555/abc``."""
    return f"{NAMES[evidence.kind]} {clip(evidence.value, 80)}"


def both_sides(differences: tuple[Difference, ...], registry: str) -> str:
    """Each field that differs, as the entry and as the registry has it."""
    return " ".join(_sides(one, registry) for one in differences)


def _sides(one: Difference, registry: str) -> str:
    room = _ROOM.get(one.field, 60)
    here, there = (f"“{clip(text, room)}”" if text else "none" for text in (one.written, one.registered))
    return f"{one.field.capitalize()}: here {here}, in {registry} {there}."


def meant(likely: Warrant | None, otherwise: str) -> str:
    """What to write instead."""
    if likely is None:
        return otherwise
    kind = NAMES[likely.identifier.partition(":")[0]]
    return f"{likely.registry} has this under the {kind} {likely.value}: “{clip(likely.line, 160)}” {otherwise}"


def swap(article: Article, pointer: Pointer, reference: Json, evidence: Evidence) -> Fix | None:
    """The identifier that is probably meant in place of the one that is written; for a person to decide."""
    likely, written = evidence.likely, reference[evidence.kind]
    if likely is None or likely.identifier.partition(":")[0] != evidence.kind:
        return None
    at = (*pointer, evidence.kind)
    source, start = article.source(at), article.span(at).start
    if at not in article.spans or source.count(written) != 1:
        return None
    start += source.index(written)
    return Fix(f"Write {likely.value}", (Edit(Span(start, start + len(written)), likely.value),))


def clip(text: str, room: int) -> str:
    """The beginning of a text that is longer than there is room for."""
    return text if len(text) <= room else f"{text[: room - 1].rstrip()}…"
