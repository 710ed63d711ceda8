"""All registries at once, on one port."""

import json
from pathlib import Path
from types import TracebackType
from typing import Self

from lint.verification.settings import Settings
from tests.verification.fakes.arxiv import Arxiv
from tests.verification.fakes.crossref import Crossref
from tests.verification.fakes.datacite import DataCite
from tests.verification.fakes.doi_org import DoiOrg
from tests.verification.fakes.fake import Fake
from tests.verification.fakes.pages import Pages
from tests.verification.fakes.pmc import Pmc
from tests.verification.fakes.pubmed import PubMed
from tests.verification.fakes.server import Server
from tests.verification.fakes.wayback import Wayback
from tests.verification.fakes.work import Work


class Registries:
    """A context manager; ``all`` has each fake by the name that ``[verify.registries]`` has for it."""

    def __init__(self) -> None:
        self.doi, self.crossref, self.datacite = DoiOrg(), Crossref(), DataCite()
        self.pubmed, self.pmc, self.arxiv, self.wayback = PubMed(), Pmc(), Arxiv(), Wayback()
        self.pages = Pages()
        self.all: dict[str, Fake] = {
            "doi": self.doi,
            "crossref": self.crossref,
            "datacite": self.datacite,
            "pubmed": self.pubmed,
            "pmc": self.pmc,
            "arxiv": self.arxiv,
            "wayback": self.wayback,
        }
        self._server = Server({**self.all, "pages": self.pages})

    def __enter__(self) -> Self:
        self._server.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.__exit__(kind, error, trace)

    def add(self, *works: Work) -> None:
        """Works to the registries that would hold them."""
        for work in works:
            if work.doi:
                self.doi.agencies[work.doi.lower()] = work.agency
                if work.agency == "Crossref":
                    self.crossref.add(work)
                elif work.agency == "DataCite":
                    self.datacite.add(work)
            if work.pmid:
                self.pubmed.add(work)
            if work.pmcid:
                self.pmc.add(work)
            if work.arxiv:
                self.arxiv.add(work)

    def load(self, path: Path) -> None:
        """Works from a JSON list of the fields of ``Work``."""
        self.add(*map(Work.of, json.loads(path.read_text(encoding="utf-8"))))

    @property
    def address(self) -> str:
        return self._server.address

    def page(self, path: str) -> str:
        """The address of a page of the fake web."""
        return f"{self.address}/pages{path}"

    def settings(self, *, allow_private: bool = True, mailto: str = "desk@example.org") -> Settings:
        return Settings(mailto, {name: f"{self.address}/{name}" for name in self.all}, allow_private)

    def toml(self) -> str:
        """The lines of a copydesk.toml that lead to these fakes."""
        addresses = "".join(f'{name} = "{self.address}/{name}"\n' for name in self.all)
        head = '[verify]\nmailto = "desk@example.org"\nallow_private = true\n'
        return f"{head}\n[verify.registries]\n{addresses}"

    @property
    def requests(self) -> int:
        """How many requests came, to all of them."""
        return sum(len(fake.asked) for fake in (*self.all.values(), self.pages))
