"""What moves a receipt, and what a reader sees of a maintainer's words."""

from datetime import date

import pytest

from bot.feedback.receipts import Ending, ending, plain
from bot.feedback.report import Status

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("reason", "then", "now", "end"),
    [
        ("completed", "2026-01-01", "2026-11-20", Ending(Status.CORRECTED, date(2026, 11, 20))),
        ("completed", "", "2026-11-20", Ending(Status.CORRECTED, date(2026, 11, 20))),
        ("completed", "2026-01-01", "2026-01-01", None),
        ("completed", "2026-01-01", "2025-12-31", None),
        ("completed", "2026-01-01", "soon", None),
        ("completed", None, "2026-11-20", None),
        ("completed", "2026-01-01", None, None),
        ("not_planned", None, None, Ending(Status.NO_CHANGE, TODAY, "why")),
        ("duplicate", "2026-01-01", "2026-11-20", None),
        ("", "2026-01-01", "2026-11-20", None),
    ],
)
def test_endings(reason: str, then: str | None, now: str | None, end: Ending | None) -> None:
    assert ending(reason, then, now, TODAY, "why") == end


def test_markup_is_taken_off() -> None:
    said = "<!-- note -->\r\n> All wrong\r\n\r\nThe **figure** is right: see [the study](https://example.org/a)."
    assert plain(said) == "The figure is right: see the study (https://example.org/a)."


def test_what_is_personal_is_taken_out() -> None:
    assert "jo@example.org" not in plain("Ask jo@example.org for it.")


def test_long_words_are_cut() -> None:
    assert len(plain("right " * 1000)) <= 500


@pytest.mark.parametrize("said", ["<!--" * 10_000, "[" * 40_000, "[a](" * 10_000, ">" * 40_000, ""])
def test_odd_texts_cost_little(said: str) -> None:
    assert len(plain(said)) <= 500
