"""The coverage of a run: counts over the documents, and what could not be checked."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from operator import attrgetter

from lint.article import Document
from lint.evidence import Lock, Verdict
from lint.finding import Coverage, Finding, Unchecked

COUNTS = tuple(field.name for field in fields(Coverage) if field.type is int)
UNVERIFIED = "there is no references.lock.json (`copydesk verify` asks the registries and writes it)"
INCOMPLETE = "the lock does not hold them all (`copydesk verify` asks for what is missing)"


def count(document: Document, findings: Iterable[Finding]) -> Coverage:
    """What one article holds."""
    allowed = {f.pointer[1] for f in findings if f.rule == "uncited-section" and f.suppressed_by is not None}
    cited = uncited = exempt = short = claims = citations = 0
    for number, section in enumerate(document["sections"]):
        claims += sum(len(paragraph["claims"]) for paragraph in section["paragraphs"])
        citations += sum(len(paragraph["citations"]) for paragraph in section["paragraphs"])
        if section["role"] == "claim" and section["citations"]:
            cited += 1
        elif section["role"] == "claim" and number not in allowed:
            uncited += 1
        elif section["role"] != "references" and section["words"]:
            exempt += 1
            short += section["role"] == "other"
    return Coverage(1, cited, uncited, exempt, short, claims, citations, len(document["references"]))


def add(coverages: Iterable[Coverage], unchecked: Iterable[Unchecked]) -> Coverage:
    """The sum of what was covered, and what was not, each reason once."""
    counts = (attrgetter(*COUNTS)(one) for one in coverages)
    sums = (sum(column) for column in zip(*counts, strict=True))
    return Coverage(**dict(zip(COUNTS, sums, strict=False)), unchecked=tuple(_gathered(unchecked)))


def unanswered(path: str, unknowns: Iterable[tuple[str, str]]) -> Iterator[Unchecked]:
    """The rules that could not answer for an article, by reason."""
    by_reason: dict[str, list[str]] = {}
    for rule, why in unknowns:
        by_reason.setdefault(why, []).append(rule)
    for why, rules in by_reason.items():
        yield Unchecked(", ".join(rules), why, (path,))


def unverified(path: str, document: Document, lock: Lock) -> Iterator[Unchecked]:
    """An identifier in its right form may still name nothing, or another work: which of them nobody has confirmed."""
    listed = [reference for reference in document["references"] if _identified(reference)]
    if not lock.held:
        if listed:
            yield Unchecked("references against the registries", UNVERIFIED, (path,))
        return
    for one in (one for reference in listed for one in lock.evidence(reference)):
        if one.verdict is Verdict.MISSING:
            yield Unchecked("references against the registries", INCOMPLETE, (path,))
        elif one.verdict is Verdict.UNCHECKED:
            yield Unchecked(f"references against {one.registry}", one.reason, (path,))


def _identified(reference: Mapping[str, object]) -> bool:
    return any(reference[name] for name in ("doi", "pmid", "pmcid", "isbn", "arxiv", "url"))


def _gathered(unchecked: Iterable[Unchecked]) -> Iterator[Unchecked]:
    paths: dict[tuple[str, str], list[str]] = {}
    for one in unchecked:
        paths.setdefault((one.what, one.why), []).extend(one.paths)
    for (what, why), where in paths.items():
        yield Unchecked(what, why, tuple(dict.fromkeys(where)))
