"""What a publication settles about verification: ``[verify]`` in copydesk.toml."""

from collections.abc import Mapping
from dataclasses import dataclass, field

REGISTRIES: Mapping[str, str] = {
    "doi": "https://doi.org",
    "crossref": "https://api.crossref.org",
    "datacite": "https://api.datacite.org",
    "pubmed": "https://eutils.ncbi.nlm.nih.gov/entrez/eutils",
    "pmc": "https://pmc.ncbi.nlm.nih.gov/tools/idconv/api/v1/articles",
    "arxiv": "https://export.arxiv.org/api",
    "wayback": "https://archive.org/wayback",
}
"""Where each registry is asked; ``[verify.registries]`` may name another address (a mirror, a test)."""


@dataclass(frozen=True, slots=True)
class Settings:
    """``mailto`` is the contact address that the registries ask for; ``registries`` replaces addresses by name.

    ``allow_private`` lets web addresses in articles lead into private networks: for tests alone.
    """

    mailto: str = ""
    registries: Mapping[str, str] = field(default_factory=dict)
    allow_private: bool = False
    max_age: int = 180
    """How many days an answer counts."""

    def address(self, registry: str) -> str:
        """The base address of a registry, without a slash at its end."""
        return self.registries.get(registry, REGISTRIES[registry]).rstrip("/")
