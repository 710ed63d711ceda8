"""PubMed Central: which PMID and DOI a PMCID stands for; PubMed then says what the article is.

https://pmc.ncbi.nlm.nih.gov/tools/id-converter-api/ (two hundred at once; ``status`` of an identifier is "error" where
there is no such article).
"""

import re
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import replace

from lint.verification.http import NoAnswerError
from lint.verification.record import Answer, Identifier, Kind, Record, State
from lint.verification.registries.pubmed import TOOL, PubMed
from lint.verification.registries.reading import Json, StrangeError, parsed, table, tables, text
from lint.verification.registries.source import Source

_NO_SUCH = re.compile("not found|invalid", re.IGNORECASE)


class Pmc:
    """https://pmc.ncbi.nlm.nih.gov/tools/idconv."""

    kinds: frozenset[Kind] = frozenset({"pmcid"})
    batch = 200

    def __init__(self, source: Source, pubmed: PubMed) -> None:
        self.name = source.name
        self._source = source
        self._pubmed = pubmed

    async def ask(self, identifiers: Sequence[Identifier]) -> AsyncIterator[Answer]:
        try:
            found = await self._articles(identifiers)
        except NoAnswerError as problem:
            for identifier in identifiers:
                yield self._source.unchecked(identifier, problem)
            return
        by_pmid: dict[str, list[Identifier]] = {}
        for identifier in identifiers:
            record = found.get(identifier)
            if identifier not in found:
                silence = NoAnswerError(f"{self.name} did not answer for it")
                yield self._source.unchecked(identifier, silence)
            elif record is None:
                yield Answer(identifier, State.UNKNOWN, self.name)
            elif pmid := record.identifier("pmid"):
                by_pmid.setdefault(pmid, []).append(identifier)
            else:
                yield Answer(identifier, State.FOUND, self.name, record=record)
        async for answer in self._pubmed.ask([Identifier("pmid", pmid) for pmid in by_pmid]):
            for identifier in by_pmid[answer.identifier.value]:
                yield _joined(identifier, answer, found[identifier])

    async def _articles(self, identifiers: Sequence[Identifier]) -> Mapping[Identifier, Record | None]:
        """What each stands for; None where there is no such article."""
        query = {
            "ids": ",".join(identifier.value for identifier in identifiers),
            "idtype": "pmcid",
            "format": "json",
            "versions": "no",
            "tool": TOOL,
            **({"email": self._source.mailto} if self._source.mailto else {}),
        }
        reply = await self._source.get("/", query, missing=frozenset({404}))
        answered = parsed(reply, self.name, _records)
        return {one: answered[key] for one in identifiers if (key := _key(one.value)) in answered}


def _key(pmcid: str) -> str:
    return pmcid.upper().partition(".")[0]


def _records(data: Json) -> Mapping[str, Record | None]:
    if "records" not in table(data):
        raise StrangeError
    return {_key(text(one, "pmcid") or text(one, "requested-id")): _record(one) for one in tables(data, "records")}


def _record(one: Mapping[str, Json]) -> Record | None:
    if text(one, "status") == "error":
        if not _NO_SUCH.search(text(one, "errmsg")):
            raise StrangeError
        return None
    pmid, doi = text(one, "pmid"), text(one, "doi").lower()
    known = [Identifier("pmcid", text(one, "pmcid"))]
    known += [Identifier("pmid", pmid)] if pmid else []
    known += [Identifier("doi", doi)] if doi else []
    return Record("PubMed Central", tuple(known))


def _joined(identifier: Identifier, answer: Answer, own: Record | None) -> Answer:
    """PubMed's answer for the article, with what PubMed Central knows where PubMed is silent."""
    if answer.state is not State.FOUND or answer.record is None:
        return replace(answer, identifier=identifier, state=State.UNCHECKED, reason=answer.reason or "PubMed lacks it")
    known = {one.kind for one in answer.record.identifiers}
    more = tuple(one for one in (own.identifiers if own else ()) if one.kind not in known)
    record = replace(answer.record, identifiers=(*answer.record.identifiers, *more))
    return replace(answer, identifier=identifier, record=record)
