"""Hugo's TOML front matter."""

import time

import pytest

from lint.article.front_matter import read as front_matter


def test_values_and_places() -> None:
    toml = 'title = "A \\u0022b\\u0022"\ndate = 2023-05-26\nauthors = ["Jane Doe, MD"]\n[params]\ntitle = "Other"\n'
    text = f"+++\n{toml}+++\nBody\n"
    data = front_matter.parse(text)
    assert data.values == {
        "title": 'A "b"',
        "published": "2023-05-26",
        "authors": [{"name": "Jane Doe", "credentials": "MD"}],
        "params": {"title": "Other"},
    }
    assert text[slice(*data.spans["front_matter", "published"])] == "2023-05-26"
    assert text[slice(*data.keys["front_matter", "authors"])] == "authors"
    assert text[front_matter.split(text)[1] :] == "Body\n"


def test_places_in_tables() -> None:
    toml = """\
weight = 5 # heavy
[params]
colour = "#fff"
note = '''
weight = 6'''
 [[authors]]
name = "A \\"B\\" C" # and others
[[authors]]
  name = 'D'
"""
    text = f"+++\n{toml}+++\nBody\n"
    data = front_matter.parse(text)
    found = {pointer[1:]: text[slice(*span)] for pointer, span in data.spans.items() if len(pointer) > 1}
    assert found == {
        ("weight",): "5",
        ("params",): "[params]",
        ("params", "colour"): '"#fff"',
        ("params", "note"): "'''",
        ("authors",): "[[authors]]",
        ("authors", 0): "[[authors]]",
        ("authors", 0, "name"): r'"A \"B\" C"',
        ("authors", 1): "[[authors]]",
        ("authors", 1, "name"): "'D'",
    }
    lines = {pointer[1:]: text.count("\n", 0, span.start) for pointer, span in data.keys.items()}
    assert (lines["params", "colour"], lines["authors",], lines["authors", 1, "name"]) == (3, 6, 9)


def test_times() -> None:
    text = "+++\npublished = 2023-05-26T12:30:00Z\nat = 12:30:00\n+++\n"
    assert front_matter.parse(text).values == {"published": "2023-05-26", "at": "12:30:00"}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_what_cannot_be_read(end: str) -> None:
    text = end.join(["+++", 'title = "A"', "date = May 26", "+++", ""])
    (problem,) = front_matter.parse(text).problems
    assert problem.message.startswith("Line 3 is not valid TOML.")
    assert text[slice(*problem.span)] == "date = May 26"


@pytest.mark.parametrize(
    "toml", ["a = " + "[" * 90_000, "a." * 40_000 + "b = 1", "a = 1\n" * 100_000, "a = '" + "x" * 90_000]
)
def test_hostile_toml_is_refused_in_bounded_time(toml: str) -> None:
    start = time.process_time()
    data = front_matter.parse(f"+++\n{toml}\n+++\n")
    assert data.values is None
    assert len(data.problems) == 1
    assert time.process_time() - start < 20
