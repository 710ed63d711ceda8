"""thin-section."""

from lint.rules.thin_section import Options, check
from tests.rules.asked import messages, problems, sources


def sections(*lengths: int) -> str:
    return "\n".join(f"## Cause {n}\n\n{'word ' * length}\n" for n, length in enumerate(lengths, start=1))


def test_far_shorter_than_the_others() -> None:
    text = sections(120, 110, 25, 140)
    assert messages(check, text) == ["This section has 25 words; the article's others have about 115."]
    assert "Cause 3" in sources(text, problems(check, text))[0]


def test_a_quarter_is_enough() -> None:
    assert not problems(check, sections(100, 100, 25, 100))


def test_forty_words_are_never_thin() -> None:
    assert not problems(check, sections(900, 900, 40, 900))
    assert problems(check, sections(900, 900, 39, 900))


def test_three_sections_are_too_few() -> None:
    assert not problems(check, sections(120, 25, 120))
    assert problems(check, sections(120, 25, 120), Options(minimum_sections=3))


def test_a_section_that_introduces_its_subsections() -> None:
    text = sections(120, 110, 25, 140).replace("## Cause 4", "### Cause 4")
    assert not problems(check, text)


def test_the_share_is_an_option() -> None:
    assert problems(check, sections(60, 60, 35, 60), Options(share=0.6))
