"""`tertiary-source`: encyclopaedias, preprints and the publication's own site."""

import pytest

from lint.context import Sources
from lint.rules.tertiary_source import check
from tests.rules.problems import Said, entry, listing, said

WORK = "Example A. Stretching and the stiff back. *Journal of Examples*. 2022."


def of(reference: str, **sources: tuple[str, ...]) -> list[Said]:
    return said(check, "A helps. (1)\n" + listing(reference), sources=Sources(**sources))


@pytest.mark.parametrize(
    "reference",
    [
        "Walking. Wikipedia. <https://en.wikipedia.org/wiki/Walking>. Accessed May 2, 2026.",
        "Walking. *Encyclopaedia Britannica*. <https://www.britannica.com/topic/walking>. Accessed May 2, 2026.",
        f"{WORK} <https://doi.org/10.1101/2026.01.02.26300001>",
        f"{WORK} <https://doi.org/10.1101/123456>",
        f"{WORK} <https://doi.org/10.64898/2026.01.02.26300001>",
        f"{WORK} <https://doi.org/10.48550/arXiv.2101.00001>",
        f"{WORK} <https://doi.org/10.21203/rs.3.rs-123456/v1>",
        f"{WORK} <https://doi.org/10.2139/ssrn.1234567>",
        f"{WORK} arXiv:2101.00001",
        "Example A. Stretching. *medRxiv*. 2026. <https://www.medrxiv.org/content/1>",
    ],
)
def test_second_hand_and_unreviewed_sources_are_told(reference: str) -> None:
    assert len(of(reference)) == 1


@pytest.mark.parametrize(
    "reference",
    [
        entry(1),
        f"{WORK} <https://doi.org/10.1101/gad.123456.109>",
        f"{WORK} <https://doi.org/10.1101/cshperspect.a012345>",
        entry(1).replace("The effects", "Wikipedia and the effects"),
        f"{WORK} <https://doi.org/10.1234/e.1> PMID: 12345678 arXiv:2101.00001",
        f"{WORK} PMID: 12345678 arXiv:2101.00001",
    ],
)
def test_journals_are_not(reference: str) -> None:
    assert of(reference) == []


def test_the_publications_own_pages_are_told() -> None:
    page = "Back pain. Our Magazine. <https://www.example.org/back>. Accessed May 2, 2026."
    assert [problem.message for problem in of(page, own=("example.org",))] == [
        "Reference 1 is this publication's own page, not a source of its own."
    ]
    assert of(page, own=("example.org",), allow=("example.org",)) == []
