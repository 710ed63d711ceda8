"""aged-sources."""

from lint.rules.aged_sources import Options, check
from tests.rules.asked import messages, problems


def cites(*years: int) -> str:
    entries = [f"{n}. Example A. Title {n}. *Journal*. {year};1:1-2." for n, year in enumerate(years, start=1)]
    return "Stretching helps. (1)\n\n## References\n\n" + "\n".join(entries) + "\n"


def test_most_are_old() -> None:
    text = cites(2004, 1998, 2024)
    assert messages(check, text) == ["2 of 3 dated references are more than 10 years old."]
    assert [problem.at for problem in problems(check, text)] == [("references", 1)]


def test_half_of_them_may_be() -> None:
    assert not problems(check, cites(1998, 2004, 2022, 2024))


def test_ten_years_are_not_more_than_ten() -> None:
    assert not problems(check, cites(2016, 2016, 2016))
    assert problems(check, cites(2015, 2015, 2015))


def test_two_references_are_too_few() -> None:
    assert not problems(check, cites(1990, 1991))


def test_options() -> None:
    assert not problems(check, cites(2004, 1998, 2024), Options(years=30))
    assert not problems(check, cites(2004, 1998, 2024), Options(share=0.7))
    assert problems(check, cites(1990, 1991), Options(minimum=2))
