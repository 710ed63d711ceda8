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
_FIELDS = {"title": ("title", 90), "author": ("authors", 60), "year": ("year", 20), "journal": ("journal", 50)}
"""What to call a field of a reference, and how much of it is shown.

Four differences, and what stands about them, fit into one message.
"""


def references(article: Article) -> Iterator[tuple[Pointer, Json]]:
    """Each entry as (pointer, reference)."""
    for index, reference in enumerate(article.document["references"]):
        yield ("references", index), reference


def called(reference: Json) -> str:
    """``Reference 3``; a link in the text has no number."""
    return "This link" if reference["inline"] else f"Reference {reference['key']}"


def named(evidence: Evidence) -> str:
    """``DOI 10.5555/abc``."""
    return f"{NAMES[evidence.kind]} {clip(evidence.value, 80)}"


def record(evidence: Evidence, room: int) -> str:
    """The registry's record in one line."""
    return clip(evidence.record.line if evidence.record else "", room)


def both_sides(differences: tuple[Difference, ...], registry: str) -> str:
    """Each field that differs, as the entry and as the registry has it."""
    return " ".join(_sides(one, registry) for one in differences)


def _sides(one: Difference, registry: str) -> str:
    name, room = _FIELDS.get(one.field, (one.field, 60))
    here, there = (f"“{clip(text, room)}”" if text else "none" for text in (one.written, one.registered))
    return f"The {name} {one.how}: here {here}, in {registry} {there}."


def meant(likely: Warrant | None, otherwise: str) -> str:
    """What to write instead."""
    if likely is None:
        return otherwise
    known = f"{likely.registry} has this under the {NAMES[likely.kind]} {likely.value}"
    return f"{known}: “{clip(likely.work.line, 160)}” {otherwise}"


def swap(article: Article, pointer: Pointer, reference: Json, evidence: Evidence) -> Fix | None:
    """The identifier that is probably meant in place of the one that is written; for a person to decide."""
    likely, written = evidence.likely, reference[evidence.kind]
    if likely is None or likely.kind != evidence.kind:
        return None
    at = (*pointer, evidence.kind)
    source, start = article.source(at), article.span(at).start
    if at not in article.spans or source.count(written) != 1:
        return None
    start += source.index(written)
    return Fix(f"Write {likely.value}", (Edit(Span(start, start + len(written)), likely.value),))


def clip(text: str, room: int) -> str:
    """The beginning of a text that is longer than there is room for."""
    text = text.strip()
    return text if len(text) <= room else f"{text[: room - 1].rstrip()}…"
