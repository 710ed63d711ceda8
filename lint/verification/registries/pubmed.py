"""PubMed: summaries of articles by PMID, two hundred at once.

https://www.ncbi.nlm.nih.gov/books/NBK25499/#chapter4.ESummary (E-utilities; JSON with ``retmode=json``) and, for the
pace and the key, https://www.ncbi.nlm.nih.gov/books/NBK25497/.
"""

from collections.abc import AsyncIterator, Mapping, Sequence

from lint.verification.http import NoAnswerError
from lint.verification.record import Answer, Identifier, Kind, State
from lint.verification.registries import pubmed_record
from lint.verification.registries.reading import Json, StrangeError, parsed, table, text
from lint.verification.registries.source import Source

TOOL = "copydesk"
_NO_SUCH = "cannot get document summary"


class PubMed:
    """https://eutils.ncbi.nlm.nih.gov; ``key`` allows ten requests a second instead of three."""

    kinds: frozenset[Kind] = frozenset({"pmid"})
    batch = 200

    def __init__(self, source: Source, key: str = "") -> None:
        self.name = source.name
        self._source = source
        self._secret = {"api_key": key} if key else {}

    async def ask(self, identifiers: Sequence[Identifier]) -> AsyncIterator[Answer]:
        if not identifiers:
            return
        try:
            summaries = await self._summaries(identifiers)
        except NoAnswerError as problem:
            for identifier in identifiers:
                yield self._source.unchecked(identifier, problem)
            return
        for identifier in identifiers:
            try:
                yield self._answer(identifier, summaries)
            except (ValueError, KeyError):
                strange = NoAnswerError(f"{self.name} sent a summary in a form that Copydesk does not know")
                yield self._source.unchecked(identifier, strange)

    async def _summaries(self, identifiers: Sequence[Identifier]) -> Mapping[str, Json]:
        query = {
            "db": "pubmed",
            "retmode": "json",
            "id": ",".join(identifier.value for identifier in identifiers),
            "tool": TOOL,
            **({"email": self._source.mailto} if self._source.mailto else {}),
        }
        reply = await self._source.get("/esummary.fcgi", query, secret=self._secret, missing=frozenset())
        return parsed(reply, self.name, lambda data: table(table(data)["result"]))

    def _answer(self, identifier: Identifier, summaries: Mapping[str, Json]) -> Answer:
        summary = table(summaries[identifier.value])
        if fault := text(summary, "error"):
            if _NO_SUCH not in fault.lower():
                raise StrangeError
            return Answer(identifier, State.UNKNOWN, self.name)
        return Answer(identifier, State.FOUND, self.name, record=pubmed_record.read(summary))
