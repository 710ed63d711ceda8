"""`no-peer-reviewed-source`: articles that rest on no journal article or guideline."""

import pytest

from lint.rules.no_peer_reviewed_source import Options, check
from tests.rules.problems import entry, listing, said

PAGE = "Back pain. Example Clinic. <https://example.org/back-pain/{}>. Accessed May 2, 2026."
PAGES = tuple(PAGE.format(n) for n in range(3))


def test_pages_alone_are_told_once() -> None:
    found = said(check, "A helps. (1)\n" + listing(*PAGES))
    assert [problem.message for problem in found] == ["None of the references is a journal article or a guideline."]


@pytest.mark.parametrize(
    "reference",
    [
        entry(1),
        "Example A. Stretching. PMID: 12345678",
        "Example A, et al. (2011). Walking and the lower back. *Ex Pac J Trop Walk*.",
        "Example A, Sample B (2020) Sitting: a review. Spine Ex 1:3–4.",
        "[Example A, Sample J: Walking](https://bmjopen.bmj.com/content/14/8/e081535)",
        "Low back pain in adults: guideline. Example Institute. <https://example.org/g>. Accessed May 2, 2026.",
    ],
)
def test_one_reviewed_source_is_enough(reference: str) -> None:
    assert said(check, "A helps. (1)\n" + listing(*PAGES, reference)) == []


def test_a_share_can_be_asked_for() -> None:
    text = "A helps. (1)\n" + listing(*PAGES, entry(1))
    assert said(check, text, Options(share=0.25)) == []
    (problem,) = said(check, text, Options(share=0.5))
    assert problem.message == (
        "1 of the 4 references are journal articles or guidelines; this publication asks for 50% of them."
    )


def test_an_article_without_references_is_another_rules_matter() -> None:
    assert said(check, "Stretching helps.\n") == []


def test_links_in_the_text_are_no_references_to_judge() -> None:
    assert said(check, "Stretching helps, as [a clinic](https://example.org/back) says.\n") == []
