"""Inspect: the document with lines and columns."""

from lint.article.inspect import json_pointer, with_spans
from tests.article.reading import article


def test_spans_count_lines_and_columns_from_one() -> None:
    found = with_spans(article("---\ntitle: Back pain\n---\n\n## 💊 Rest\n"))
    assert found["document"]["title"] == "Back pain"
    assert found["spans"]["/title"] == {"start": {"line": 2, "column": 8}, "end": {"line": 2, "column": 17}}
    assert found["spans"]["/sections/0/heading"] == {
        "start": {"line": 5, "column": 4},
        "end": {"line": 5, "column": 10},
    }
    assert "" in found["spans"]


def test_json_pointers_are_escaped() -> None:
    assert json_pointer(("a/b", 0, "c~d")) == "/a~1b/0/c~0d"
