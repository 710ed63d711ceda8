"""Dates and placeholders."""

import time

import pytest

from schemas.formats import is_day, is_placeholder, placeholders


@pytest.mark.parametrize("value", ["2026-05-26", "2024-02-29", "0001-01-01", 5, None])
def test_days(value: object) -> None:
    assert is_day(value)


@pytest.mark.parametrize(
    "value",
    [
        "2026-02-30",
        "2023-02-29",
        "2026-13-01",
        "20260526",
        "2026-5-26",
        "26.05.2026",
        "May 26, 2026",
        "",
        "2026-05-26T10:00",
        "2026-W22-2",
        "٢٠٢٦-٠٥-٢٦",
        " 2026-05-26",
    ],
)
def test_no_days(value: str) -> None:
    assert not is_day(value)


@pytest.mark.parametrize(
    "text",
    [
        "TBD",
        "tbc",
        "TODO",
        "todo: find a reviewer",
        "FIXME",
        "N/A",
        "null",
        "???",
        "-",
        "...",
        "…",
        "xxx",
        "[NEEDS CONFIRMATION]",
        "[Name]",
        "<author>",
        "Jane [needs confirmation]",
        "{{ title }}",
        "Lorem ipsum dolor sit amet",
        "to be confirmed",
        "Insert title here",
        "Your Name",
        " TBD ",
        "Staff: TBD",
        "Medical reviewer – TBD",
        "Dr. TBD",
        "Reviewer (TBD)",
        "Jane Example, MD: to be confirmed",
    ],
)
def test_placeholders(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize(
    "text",
    [
        "none",
        "None",
        "Jane Example",
        "XXX syndrome",
        "TBD in Europe: tick-borne diseases",
        "What to do [Video]",
        "<https://example.org>",
        "What is known?",
        "",
        "Todo sobre el dolor",
        "A - B",
        "Name",
        "The unknown",
        "Tick-borne disease (TBD)",
        "What is TBC?",
        "Ehrlichiosis, a TBD",
        "Living with TBC",
    ],
)
def test_no_placeholders(text: str) -> None:
    assert not is_placeholder(text)


def test_placeholders_have_their_places() -> None:
    value = {"a": "TBD", "b": [{"c": "TODO"}, 1, "fine"], "references": "TBD"}
    assert list(placeholders(value)) == [(("a",), "TBD"), (("b", 0, "c"), "TODO"), (("references",), "TBD")]
    assert [at for at, _ in placeholders(value, {"except": ["references", "a"]})] == [("b", 0, "c")]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 2_000,
        "[needs" * 333,
        "[needs " * 285,
        "{{" * 1_000,
        "insert a " * 200,
        "a: " * 600,
        "dr. " * 500,
        "x" * 1_000_000,
    ],
)
def test_a_hostile_text_takes_no_time(text: str) -> None:
    start = time.process_time()
    is_placeholder(text)
    assert time.process_time() - start < 20
