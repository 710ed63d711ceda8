"""PubMed Central: which PMID and DOI a PMCID stands for."""

from typing import Any

from tests.verification.fakes.fake import Answered, Asked, Fake, as_json
from tests.verification.fakes.work import Work


class Pmc(Fake):
    """``articles`` has what is sent for each PMCID."""

    def __init__(self) -> None:
        super().__init__()
        self.articles: dict[str, dict[str, Any]] = {}

    def add(self, work: Work) -> None:
        known = {"pmcid": work.pmcid, "pmid": int(work.pmid) if work.pmid else None, "doi": work.doi}
        self.articles[work.pmcid] = {key: value for key, value in known.items() if value}

    def answer(self, asked: Asked) -> Answered:
        ids = asked.query["ids"].split(",")
        request = {"ids": ids, "idtype": asked.query.get("idtype"), "format": "json"}
        records = [self._record(one) for one in ids]
        return as_json({"status": "ok", "response-date": "2026-01-02 03:04:05", "request": request, "records": records})

    def _record(self, pmcid: str) -> dict[str, Any]:
        found = self.articles.get(pmcid.partition(".")[0])
        if found:
            return {"requested-id": pmcid, **found}
        return {"requested-id": pmcid, "status": "error", "errmsg": "Identifier not found in PMC"}
