"""repeated-passage."""

from lint.rules.repeated_passage import Options, check
from tests.rules.asked import messages, problems, sources

PASSAGE = (
    "Stretching eases stiffness in the lower back for many people. Hold each stretch for half a minute, "
    "breathe calmly, and stop where it hurts."
)
COPY = PASSAGE.replace("calmly,", "*calmly*").replace(". Hold", ".  Hold")
TWICE = f"## Stretching\n\n{PASSAGE}\n\n## Walking\n\n{COPY}\n"


def test_a_paragraph_twice() -> None:
    assert messages(check, TWICE) == [
        "This paragraph (“Stretching eases stiffness in the lower …”) already stands under “Stretching”."
    ]
    (source,) = sources(TWICE, problems(check, TWICE))
    assert "*calmly*" in source


def test_the_opening_has_no_heading() -> None:
    (message,) = messages(check, f"{PASSAGE}\n\n{PASSAGE}\n")
    assert message.endswith("already stands in the opening.")


def test_each_further_copy_is_reported() -> None:
    assert len(problems(check, f"{TWICE}\n{PASSAGE}\n")) == 2


def test_short_paragraphs_may_stand_twice() -> None:
    text = "See a doctor when it hurts.\n\n## Walking\n\nSee a doctor when it hurts.\n"
    assert not problems(check, text)
    assert problems(check, text, Options(minimum_words=5))


def test_approved_disclaimers_may_stand_twice() -> None:
    assert not problems(check, TWICE, disclaimers={"stop": PASSAGE})


def test_a_disclaimer_section_may_repeat() -> None:
    assert not problems(check, f"{PASSAGE}\n\n## Disclaimer\n\n{PASSAGE}\n")


def test_tables_may_have_rows_alike() -> None:
    table = f"| {PASSAGE} | when |\n|---|---|\n| a | b |\n"
    assert not problems(check, f"{table}\n## Walking\n\n{table}")


def test_other_words() -> None:
    assert not problems(check, f"{PASSAGE}\n\n{PASSAGE.replace('minute', 'second')}\n")
