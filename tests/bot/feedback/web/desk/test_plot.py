"""Plots as numbers."""

from bot.feedback.store.figures import Figures
from bot.feedback.web.desk.plot import HEIGHT, MOST, WIDTH, bars, columns


def test_bars_share_one_scale_and_the_longest_fills_the_width() -> None:
    many, few = bars([Figures("articles/a.md", 30, 10, {}), Figures("articles/b.md", 0, 4, {})])
    assert many.yes == 3 * many.no
    assert few.no * 10 == many.yes + many.no
    assert many.yes + many.no == WIDTH
    assert (many.label, few.yes) == ("30 yes, 10 no", 0)


def test_only_the_first_articles_are_drawn_and_long_names_keep_their_end() -> None:
    drawn = bars([Figures(f"articles/{'long/' * 20}{number}.md", 1, 1, {}) for number in range(50)])
    assert len(drawn) == MOST
    assert drawn[3].article.startswith("…")
    assert drawn[3].article.endswith("/3.md")


def test_columns_fill_the_width_and_the_highest_the_height() -> None:
    first, second = columns([("2026-01-01", 1, 1), ("2026-01-02", 0, 1)])
    assert first.yes + first.no == HEIGHT
    assert second.no == HEIGHT / 2
    assert second.x == WIDTH / 2
    assert second.title == "2026-01-02: 0 yes, 1 no"


def test_days_without_answers_are_flat() -> None:
    assert [(one.yes, one.no) for one in columns([("2026-01-01", 0, 0)])] == [(0, 0)]
    assert bars([]) == []
