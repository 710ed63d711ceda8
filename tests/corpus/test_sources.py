"""Source texts: what is read, and what is politely refused."""

from pathlib import Path

import pytest

from lint.corpus.sources import SourceText, source_texts
from lint.finding import CopydeskError, Unchecked
from tests.publication import write


def test_plain_text_and_markdown_below_a_folder(tmp_path: Path) -> None:
    write(tmp_path, {"texts/b.txt": "b", "texts/more/a.md": "a", "texts/README": "r", "texts/.hidden/c.txt": "c"})
    found = dict(one for one in source_texts(tmp_path, ["texts"]) if not isinstance(one, Unchecked))
    assert sorted(found) == ["texts/README", "texts/b.txt", "texts/more/a.md"]


def test_a_single_file(tmp_path: Path) -> None:
    write(tmp_path, {"b.txt": "b"})
    assert list(source_texts(tmp_path, ["b.txt"])) == [("b.txt", SourceText(tmp_path / "b.txt"))]


def test_what_is_no_text_is_said(tmp_path: Path) -> None:
    write(tmp_path, {"texts/a.pdf": "%PDF"})
    (tmp_path / "texts" / "b.txt").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "texts" / "c.txt").write_bytes(b"a\0b")
    assert list(source_texts(tmp_path, ["texts"])) == [
        Unchecked("a source text", "it is neither plain text nor markdown; save it as text", ("texts/a.pdf",)),
        Unchecked("a source text", "The file is UTF-16. Save it as UTF-8.", ("texts/b.txt",)),
        Unchecked(
            "a source text",
            "Line 1 holds a NUL character (at column 2): this is no text. Remove it.",
            ("texts/c.txt",),
        ),
    ]


def test_a_folder_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(CopydeskError, match="txts: no such folder of source texts"):
        list(source_texts(tmp_path, ["txts"]))


def test_paragraphs_and_their_lines(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\n one\r\n two\r\n  \r\n\r\nthree [four](https://example.org/x) <b>five</b>\n\n")
    found = SourceText(tmp_path / "a.txt").passages()
    assert [(passage.line, passage.text.split()) for passage in found] == [
        (2, ["one", "two"]),
        (6, ["three", "[four", "five"]),
    ]


def test_a_file_that_went_away(tmp_path: Path) -> None:
    assert SourceText(tmp_path / "gone.txt").passages() == ()
