"""Changes: the line of a date, whatever it is called."""

from datetime import date

import pytest

from lint.article import Article
from lint.finding import Span
from lint.rules.changes import DateLine


def line(text: str) -> DateLine:
    at = text.index("2026-01-05")
    return DateLine(Article("a.md", text, {}, {("front_matter", "last_modified"): Span(at, at + 10)}), "last_modified")


@pytest.mark.parametrize(
    "written",
    [
        "last_modified: 2026-01-05",
        "lastmod: '2026-01-05'",
        '"lastmod": "2026-01-05T10:00:00Z"',
        "last_update:\n  date: 2026-01-05",
        "lastmod: 2026-01-05  # checked by hand",
    ],
)
def test_a_date_is_found_in_another_state_of_the_file(written: str) -> None:
    now, before = (f"---\ntitle: x\n{text}\n---\n\nBody.\n" for text in (written, written.replace("2026", "2024")))
    assert line(now).day(now) == date(2026, 1, 5)
    assert line(now).day(before) == date(2024, 1, 5)
    assert "2024" not in line(now).others(before)
    assert "title: x" in line(now).others(before)


def test_toml() -> None:
    now = "+++\nlastmod = 2026-01-05\n+++\n\nBody.\n"
    assert line(now).day(now.replace("2026", "2024")) == date(2024, 1, 5)


def test_a_state_without_the_line() -> None:
    now = "---\nlastmod: 2026-01-05\n---\n\nBody.\n"
    assert line(now).day("---\ntitle: x\n---\n\nlastmod: 2024-01-05\n") is None
    assert line(now).day("lastmod: 2024-01-05\n") is None
