"""doi.org: handles and registration agencies."""

from typing import Any
from urllib.parse import unquote

from tests.verification.fakes.fake import Answered, Asked, Fake, as_json


class DoiOrg(Fake):
    """``agencies`` has a name for each DOI (in lower case) that exists; ``aliases`` has what a short one stands for."""

    def __init__(self) -> None:
        super().__init__()
        self.agencies: dict[str, str] = {}
        self.aliases: dict[str, str] = {}

    def answer(self, asked: Asked) -> Answered:
        if asked.path.startswith("/doiRA/"):
            dois = asked.raw.removeprefix("/doiRA/").split(",")  # a comma in a DOI is encoded
            return as_json([self._agency(unquote(doi)) for doi in dois])
        return self._handle(asked.path.removeprefix("/api/handles/"), asked.query.get("type", "URL"))

    def _agency(self, doi: str) -> dict[str, str]:
        agency = self.agencies.get(doi.lower())
        return {"DOI": doi, "RA": agency} if agency else {"DOI": doi, "status": "DOI does not exist"}

    def _handle(self, doi: str, kind: str) -> Answered:
        if kind == "HS_ALIAS" and doi in self.aliases:
            return as_json({"responseCode": 1, "handle": doi, "values": [_value(kind, self.aliases[doi])]})
        if doi.lower() not in self.agencies and doi not in self.aliases:
            return as_json({"responseCode": 100, "handle": doi}, 404)
        if kind == "HS_ALIAS":
            return as_json({"responseCode": 200, "handle": doi, "values": []})
        values = [_value("URL", f"https://publisher.example/{doi}")]
        return as_json({"responseCode": 1, "handle": doi, "values": values})


def _value(kind: str, value: str) -> dict[str, Any]:
    data = {"format": "string", "value": value}
    return {"index": 1, "type": kind, "data": data, "ttl": 86400, "timestamp": "2020-05-04T12:00:00Z"}
