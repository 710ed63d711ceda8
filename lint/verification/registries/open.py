"""Opens the desk: the client, a lane for each registry, and the registries on them."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

from lint import __version__
from lint.finding import CopydeskError
from lint.verification.http import Client, Lane, Limits, Rate
from lint.verification.http.cache import Cache
from lint.verification.http.lane import Clock
from lint.verification.registries.arxiv import Arxiv
from lint.verification.registries.crossref import Crossref
from lint.verification.registries.datacite import DataCite
from lint.verification.registries.desk import Desk
from lint.verification.registries.doi_org import DoiOrg
from lint.verification.registries.dois import Dois
from lint.verification.registries.isbn import Isbn
from lint.verification.registries.pmc import Pmc
from lint.verification.registries.pubmed import PubMed
from lint.verification.registries.source import Source
from lint.verification.registries.web import Web
from lint.verification.settings import Settings

_NCBI_KEY = "NCBI_API_KEY"
_CROSSREF_TOKEN = "CROSSREF_PLUS_TOKEN"


@asynccontextmanager
async def open_desk(
    settings: Settings,
    *,
    today: date,
    cache: Path | None = None,
    limits: Limits | None = None,
    clock: Clock | None = None,
) -> AsyncIterator[Desk]:
    """The desk, with the network behind it. ``cache`` is a local file of earlier answers (it may not exist yet).

    Keys come from the environment alone: ``NCBI_API_KEY`` and ``CROSSREF_PLUS_TOKEN``. Raises CopydeskError where the
    extra ``copydesk[verify]`` is not installed.
    """
    kept = Cache(cache) if cache else None
    client = Client(agent(settings.mailto), limits, kept, allow_private=settings.allow_private)
    try:
        async with client:
            yield _desk(client, settings, today, clock)
    except ModuleNotFoundError as error:
        if error.name not in ("aiohttp", "yarl"):
            raise
        raise CopydeskError('verification needs one more part: pip install "copydesk[verify]"') from None
    finally:
        if kept:
            kept.close()


def agent(mailto: str) -> str:
    """The User-Agent: who asks, and how to reach them."""
    return f"copydesk/{__version__}" + (f" (mailto:{mailto})" if mailto else "")


def _desk(client: Client, settings: Settings, today: date, clock: Clock | None) -> Desk:
    key, token = os.environ.get(_NCBI_KEY, ""), os.environ.get(_CROSSREF_TOKEN, "")

    def lane(name: str, rate: Rate) -> Lane:
        return Lane(name, rate, clock, client.limits.failures)

    def source(registry: str, name: str, rate: Rate) -> Source:
        return Source(client, lane(name, rate), settings.address(registry), settings.mailto)

    # Where a registry states its limits in its answers, these hold until the first one.
    works = source("crossref", "Crossref", Rate(5, 1, 3 if settings.mailto else 1))
    lists = source("crossref", "Crossref", Rate(1, 1, 1))
    crossref = Crossref(works, lists, token)
    datacite = DataCite(source("datacite", "DataCite", Rate(3, 1, 2)))  # 1,000 in five minutes
    pubmed = PubMed(source("pubmed", "PubMed", Rate(10 if key else 3, 1, 2)), key)
    dois = Dois(DoiOrg(source("doi", "doi.org", Rate(5, 1, 2))), {"Crossref": crossref, "DataCite": datacite})
    registries = (
        dois,
        pubmed,
        Pmc(source("pmc", "PubMed Central", Rate(3, 1, 1)), pubmed),
        Arxiv(source("arxiv", "arXiv", Rate(1, 3, 1))),
        Isbn(),
        Web(client, source("wayback", "the Wayback Machine", Rate(1, 1, 1)), lane),
    )
    return Desk(registries, crossref, today)
