"""`incomplete-reference`: entries that lack what their kind needs."""

import pytest

from lint.rules.incomplete_reference import check
from tests.rules.problems import listing, said


@pytest.mark.parametrize(
    "entry",
    [
        "Example A, Sample B. Stretching and the back. *Spine Examples*. 2022;1(2):10-19.",
        "Example A, Sample B, et al. Stretching and the back. *J Ex*. 2022;1(2):10-19. doi:10.1234/e.1",
        "Example, A., & Sample, B. (2022). Stretching and the back. *Journal of Examples*, *1*(2), 10–19. "
        "https://doi.org/10.1234/e.1",
        "Example, Alex. “Stretching and the Back.” *Journal of Examples* 1, no. 2 (2022): 10–19.",
        "Example Study Group. Stretching and the back: a trial. *Journal of Examples*. 2022. PMID: 12345678",
        "Example A. *Stretching and the Back*. 2nd ed. Example Press; 2021.",
        "Stretching and the back. Example Clinic. <https://example.org/stretching>. Accessed May 2, 2026.",
        "Stretching and the back. Example Clinic. Retrieved from:https://example.org/stretching",
        "Example A, Sample J (Feb 2009). [“Walking”](https://example.com/a). *Spine Letters*. 106 (8): 2700–5.",
        'Example A. "Moult." *Desk Lett* 20.1A (1980): 197-201.',
        "[Walking: a trial](https://pubmed.ncbi.nlm.nih.gov/12345678/) - Example et al., Spine Ex, 2020",
        "[What we learned](/posts/2025/sitting/)",
        "A. Example, B. Sample, Walking and the back, Spine Lett. 1 (2020) 3–4.",
        "Example Health Service. *Low back pain: guideline*. 2020. https://example.org/guideline",
    ],
)
def test_complete_entries_are_right(entry: str) -> None:
    assert said(check, "Stretching helps. (1)\n" + listing(entry)) == []


@pytest.mark.parametrize(
    ("entry", "missing"),
    [
        ("Example A. Stretching and the back. *Journal of Examples*. <https://doi.org/10.1234/e.1>", "the year"),
        ("Example A. Stretching and the back. *Journal of Examples*. 2022.", "a way to find it"),
    ],
)
def test_what_is_missing_is_named(entry: str, missing: str) -> None:
    (problem,) = said(check, "Stretching helps. (1)\n" + listing(entry))
    assert problem.message.startswith(f"Reference 1 does not name {missing}")


@pytest.mark.parametrize("note", ["How much did that chair cost, one wonders?", "Ibid., 34.", "Id. at 12."])
def test_a_note_that_names_no_source_is_no_entry(note: str) -> None:
    assert said(check, f"Stretching helps. [^1]\n\n[^1]: {note}\n") == []


def test_structured_entries_are_held_to_their_kind() -> None:
    text = """---
references:
  - id: one
    type: article-journal
    title: Stretching and the back
    DOI: 10.1234/e.1
---
Stretching helps. [@one]
"""
    (problem,) = said(check, text)
    assert problem.message == "Reference one does not name its authors, the journal and the year."


def test_a_link_in_the_text_is_no_entry() -> None:
    assert said(check, "Stretching helps, as [a study](https://doi.org/10.1234/e.1) says.\n") == []
