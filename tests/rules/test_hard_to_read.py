"""hard-to-read."""

import time

from lint.rules.hard_to_read import Options, check
from tests.rules.asked import messages, problems, sources

HARD = (
    "Multidisciplinary rehabilitation programmes incorporating individualised physiotherapeutic interventions "
    "demonstrate comparatively favourable effectiveness regarding functional restoration among heterogeneous "
    "populations experiencing persistent musculoskeletal symptomatology, notwithstanding considerable "
    "methodological heterogeneity characterising contemporary investigations and insufficiently standardised "
    "terminological conventions. "
)
PLAIN = (
    "Back pain is common, and it mostly goes away within a few weeks (1). Symptoms may include stiffness, numbness or "
    "weakness in the legs. Treatment options range from physiotherapy and medication to surgery in severe cases, "
    "depending on the cause and on how long the pain has lasted. "
)


def test_like_a_research_paper() -> None:
    text = f"## Course\n\n{PLAIN}\n\n## Treatment\n\n{HARD * 5}\n"
    (message,) = messages(check, text)
    assert message == (
        "The text reads like a research paper, with 26 words to a sentence on average; "
        "this section is the hardest to read."
    )
    assert "Treatment" in sources(text, problems(check, text))[0]


def test_ordinary_health_prose_passes() -> None:
    assert not problems(check, f"## Course\n\n{PLAIN * 5}\n")


def test_the_limit_is_an_option() -> None:
    (message,) = messages(check, f"## Course\n\n{PLAIN * 5}\n", Options(maximum_grade=8))
    assert message.startswith("The text reads like a newspaper,")


def test_short_texts_are_not_measured() -> None:
    assert not problems(check, f"## Treatment\n\n{HARD * 2}\n")
    assert problems(check, f"## Treatment\n\n{HARD * 2}\n", Options(minimum_words=50))


def test_numbers_are_no_words() -> None:
    assert not problems(check, f"## Treatment\n\n{'12345678901234567890 ' * 300}\n")


def test_tables_are_no_sentences() -> None:
    rows = f"| {HARD} | yes |\n" * 5
    assert not problems(check, f"## Treatment\n\n{PLAIN * 3}\n\n| a | b |\n|---|---|\n{rows}\n")


def test_each_bullet_ends_a_sentence() -> None:
    drugs = "• ibuprofen with paracetamol in the morning and again later in the evening "
    assert not problems(check, f"## Treatment\n\n{drugs * 15}\n")


def test_without_a_heading_the_first_line_is_shown() -> None:
    text = f"{HARD * 5}\n\n{HARD}\n"
    assert sources(text, problems(check, text)) == [(HARD * 5).rstrip()]


def test_only_claim_sections_are_measured() -> None:
    assert not problems(check, f"## Disclaimer\n\n{HARD * 5}\n")


def test_other_languages_have_other_formulas() -> None:
    assert not problems(check, f"---\ntitle: x\nlang: de\n---\n\n## Behandlung\n\n{HARD * 5}\n")
    assert problems(check, f"---\ntitle: x\nlang: en-GB\n---\n\n## Treatment\n\n{HARD * 5}\n")


def test_hostile_text_takes_no_longer() -> None:
    start = time.process_time()
    for piece in ("1", ".", "...' ", "a"):
        problems(check, f"## Treatment\n\n{piece * (200_000 // len(piece))}\n", Options(minimum_words=1))
    assert time.process_time() - start < 20
