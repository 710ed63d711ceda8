"""Entries in the styles that articles are written in: `styles.txt` holds them."""

from pathlib import Path

import pytest

from lint.article.blocks import blocks
from lint.article.references.entry import read

STYLES = [
    style.split("\n") for style in Path(__file__).with_name("styles.txt").read_text("utf-8").strip().split("\n\n")[1:]
]


@pytest.mark.parametrize(("text", "expected"), [style[1:] for style in STYLES], ids=[style[0][2:] for style in STYLES])
def test_an_entry_is_read_in_its_style(text: str, expected: str) -> None:
    entry = read(blocks(text)[0])
    authors = "; ".join(author.value for author in entry.authors)
    fields = (entry.fields[name].value if name in entry.fields else None for name in ("title", "container", "year"))
    assert " | ".join(value or "-" for value in (entry.kind, authors, *fields)) == expected
